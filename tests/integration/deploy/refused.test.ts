import { deployCommand, type Rehearsal, startRehearsal } from './rehearsal';

jest.setTimeout(60_000);

let rehearsal: Rehearsal;
beforeAll(async () => {
  rehearsal = await startRehearsal();
});
afterAll(() => rehearsal.stop());
afterEach(() => {
  rehearsal.clone.settings = rehearsal.settings;
});

const deploy = (...more: string[]) => rehearsal.clone.npm([...deployCommand, ...more]);

describe('before anything was live', () => {
  it.each([
    ['wrong credentials', { AUTH_TOKEN: 'x'.repeat(32) }, /Twilio refuses ACCOUNT_SID.*Nothing was sent/],
    ['a database that refuses', { UPSTASH_REDIS_REST_TOKEN: 'other' }, /refuses UPSTASH.*Nothing was sent/],
    ['variables that are too large', { CORS_ORIGINS: `https://${'x'.repeat(450)}` }, /458 bytes.*82006/],
    ['a missing variable', { TICKET_KEYS: '' }, /TICKET_KEYS is missing/],
  ])('%s are told, and nothing is made at Twilio', async (_what, settings, words) => {
    rehearsal.clone.settings = { ...rehearsal.settings, ...settings };
    const { code, stderr } = await deploy();
    expect(code).toBeGreaterThan(0);
    expect(stderr).toMatch(words);
    expect(rehearsal.simulator.twilio.serverless.services.size).toBe(0);
  });

  it("settings of the simulator never reach Twilio's own address", async () => {
    const since = rehearsal.simulator.twilio.log.lastId;
    const { code, stderr } = await rehearsal.clone.npm(deployCommand, { environment: { HTTP_PROXY: '' } });
    expect(code).toBeGreaterThan(0);
    expect(stderr).toMatch(
      /TWILIO_API_BASE_URL and UPSTASH_REDIS_REST_URL in \.env are addresses of this machine/,
    );
    expect(rehearsal.asked(since)).toEqual([]);
  });

  it('a network that leads nowhere is told', async () => {
    const environment = { HTTP_PROXY: 'http://127.0.0.1:9' };
    const { code, stderr } = await rehearsal.clone.npm(deployCommand, { environment });
    expect(code).toBe(1);
    expect(stderr).toMatch(/Twilio cannot be reached .*ECONNREFUSED.*Nothing was sent/);
  });

  it('a dry run says what would be sent, and sends nothing', async () => {
    const since = rehearsal.simulator.twilio.log.lastId;
    const { code, stdout } = await deploy('--dry-run');
    expect(code).toBe(0);
    expect(stdout).toMatch(/variables +\d+ of 3000 bytes: API_KEYS \d+/);
    expect(stdout).not.toContain(rehearsal.settings.DATA_KEYS);
    expect(rehearsal.asked(since)).toEqual([]);
  });

  it('a type that is wrong is told, with its place, and nothing is sent', async () => {
    const { clone } = rehearsal;
    clone.write('scripts/wrong.ts', 'export const wrong: number = "text";\n');
    const since = rehearsal.simulator.twilio.log.lastId;
    const { code, stderr } = await clone.npm(['deploy']);
    clone.write('scripts/wrong.ts', '');
    expect(code).toBe(1);
    expect(stderr).toMatch(/scripts\/wrong\.ts[\s\S]*Nothing was sent/);
    expect(rehearsal.asked(since)).toEqual([]);
  });

  it('a package that is not to be had is told', async () => {
    const { clone } = rehearsal;
    const packageJson = clone.read('package.json');
    clone.write('package.json', packageJson.replace(/"twilio": "[^"]+"/, '"twilio": "0.0.1"'));
    const { code, stderr } = await deploy();
    clone.write('package.json', packageJson);
    expect(code).toBe(1);
    expect(stderr).toMatch(/No matching version found for twilio@0\.0\.1.*Nothing is live yet/);
  });

  it("a handler's version that the platform does not take is told, in Twilio's words", async () => {
    const { clone } = rehearsal;
    const packageJson = clone.read('package.json');
    clone.write('package.json', packageJson.replace('"2.0.3"', '"2.1.0"'));
    const { code, stderr } = await deploy();
    clone.write('package.json', packageJson);
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /No matching version found for @twilio\/runtime-handler@2\.1\.0.*Nothing is live yet/,
    );
  });
});
