import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { promisify } from 'node:util';
import { inProject } from '../../../scripts/project';
import { makeCertificate } from '../../../simulator/gateway/certificate';
import { type Gateway, startGateway } from '../../../simulator/gateway/gateway';

let gateway: Gateway;
beforeAll(async () => {
  const app = createServer().on('request', (request, response) =>
    response.end(`seen ${request.headers.host}`),
  );
  gateway = await startGateway(
    (request, response) => void app.emit('request', request, response),
    await makeCertificate(),
  );
});
afterAll(() => gateway.stop());

/** Asks as Twilio's own client does, in a process of its own: the authority is read when it starts. */
async function ask(url: string): Promise<string> {
  const source = `
    const { createGotClient } = require('@twilio-labs/serverless-api');
    createGotClient({ username: 'u', password: 'p' })
      .get('${url}', { prefixUrl: '', responseType: 'text', retry: 0 })
      .then(({ body }) => console.log(body), (error) => console.log(error.message));`;
  const env = { ...process.env, ...gateway.environment };
  return (
    await promisify(execFile)(process.execPath, ['-e', source], { env, cwd: inProject() })
  ).stdout.trim();
}

describe('the gateway', () => {
  it("joins the hosts of Twilio's APIs with the stand-in, under a certificate that is trusted where it is named", async () => {
    expect(await ask('https://serverless.twilio.com/v1/Services')).toBe('seen serverless.twilio.com');
  });

  it('lets nothing else pass', async () => {
    expect(await ask('https://example.com/')).toBe('Bad response: 403');
    const { port } = new URL(gateway.environment.HTTP_PROXY);
    const plain = await fetch(`http://127.0.0.1:${port}/`);
    expect(plain.status).toBe(405);
  });

  it('survives a client that goes away', async () => {
    const socket = connect(Number(new URL(gateway.environment.HTTP_PROXY).port), '127.0.0.1');
    socket.write('CONNECT serverless.twilio.com:443 HTTP/1.1\r\n\r\n', () => socket.resetAndDestroy());
    await new Promise((resolve) => socket.once('close', resolve));
    expect(await ask('https://serverless.twilio.com/')).toBe('seen serverless.twilio.com');
  });
});
