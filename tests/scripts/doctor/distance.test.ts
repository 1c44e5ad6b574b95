import { createServer, type Server } from 'node:http';
import { distance, distanceVerdict } from '../../../scripts/doctor/checks/distance';
import { close, listen } from '../../../simulator/server';

let server: Server;
let url: string;
let answer: { status: number; body: string };
beforeEach(async () => {
  server = createServer((_request, response) => response.writeHead(answer.status).end(answer.body));
  url = await listen(server, 0);
});
afterEach(() => close(server));

const healthy = (redisMs: number) => ({
  status: 200,
  body: JSON.stringify({ status: 'success', data: { poolSize: 1, redisMs } }),
});

describe('the way from the Functions to the database', () => {
  it('is short where the database stands beside them, whatever the first round trip took', () => {
    expect(distanceVerdict([180, 4, 6])).toEqual({
      state: 'ok',
      found: '4 ms a round trip from the Functions',
    });
  });

  it('is what the deployment measures, and brings advice where it is long', async () => {
    answer = healthy(92);
    expect(await distance(url)).toEqual({
      state: 'warning',
      found: '92 ms a round trip from the Functions',
      advice: expect.stringContaining('us-east-1'),
    });
  });

  it.each([
    ['an unhealthy deployment', 503, '{"status":"error"}'],
    ['a deployment that does not measure it', 200, '{"status":"success","data":{"poolSize":1}}'],
  ])('is not known of %s', async (_what, status, body) => {
    answer = { status, body };
    expect(await distance(url)).toMatchObject({ state: 'skipped' });
  });
});
