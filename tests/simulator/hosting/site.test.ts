import { createServer, type Server } from 'node:http';
import { request } from 'node:https';
import { inProject } from '../../../scripts/project';
import { type Certificate, makeCertificate } from '../../../simulator/gateway/certificate';
import { Site } from '../../../simulator/hosting/site';
import { close, listen } from '../../../simulator/server';
import type { Live } from '../../../simulator/twilio/serverless/model';
import { Account, granted } from '../twilio/serverless/account';

let certificate: Certificate;
let site: Site;
let runtime: Server;
const failures: string[] = [];
const started: Record<string, string>[] = [];

beforeAll(async () => {
  certificate = await makeCertificate();
});
beforeEach(async () => {
  failures.length = 0;
  started.length = 0;
  runtime = createServer((_request, response) => void response.end(`runtime ${started.length}`));
  const url = await listen(runtime, 0);
  site = await new Site({
    certificate,
    packages: inProject('node_modules'),
    startRuntime: async ({ context }) => {
      started.push(context);
      return { url, stop: async () => undefined };
    },
    onFailure: ({ message }) => failures.push(message),
  }).start();
});
afterEach(async () => {
  await site.stop();
  await close(runtime);
});

const account = new Account();

function live(context: Record<string, string> = {}): Live {
  const build = granted(account.build());
  const environment = account.serverless.environments.get(account.service, 'dev-environment');
  return { build, environment: 'sid' in environment ? environment : account.environment(), context };
}

/** Asks by HTTPS, as a caller of Twilio's domain does. */
function ask(path = '/hello'): Promise<{ status: number | undefined; text: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(
      `https://${site.domain}${path}`,
      { ca: certificate.cert, agent: false },
      (answer) => {
        let text = '';
        answer.on('data', (chunk) => {
          text += chunk;
        });
        answer.on('end', () => resolve({ status: answer.statusCode, text }));
      },
    );
    sent.on('error', reject).end();
  });
}

describe('a domain of what is deployed', () => {
  it('answers 404 before the first deployment', async () => {
    expect((await ask()).status).toBe(404);
  });

  it('serves what is live by HTTPS and, for webhooks, by HTTP, and starts it once', async () => {
    site.serve(live());
    expect(started).toEqual([]);
    expect(await ask()).toEqual({ status: 200, text: 'runtime 1' });
    expect(await (await fetch(`${site.plainUrl}/hello`)).text()).toBe('runtime 1');
  });

  it('starts anew for a new deployment or variable', async () => {
    site.serve(live({ KEY: 'one' }));
    await ask();
    site.serve(live({ KEY: 'two' }));
    expect((await ask()).text).toBe('runtime 2');
    expect(started.map(({ KEY }) => KEY)).toEqual(['one', 'two']);
  });

  it('answers 500 while its variables are too large together, and says why', async () => {
    site.serve(live(Object.fromEntries(Array.from({ length: 9 }, (_, n) => [`KEY_${n}`, 'x'.repeat(400)]))));
    expect((await ask()).status).toBe(500);
    expect(failures).toEqual([expect.stringContaining('more than 3000')]);
    site.serve(live());
    expect((await ask()).status).toBe(200);
  });
});
