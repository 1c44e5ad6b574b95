import type { FaultRule } from '../../../simulator/twilio/faults';
import type { Environment, ServerlessService } from '../../../simulator/twilio/serverless/model';
import { deployCommand, type Rehearsal, startRehearsal } from './rehearsal';

jest.setTimeout(60_000);

let rehearsal: Rehearsal;
beforeAll(async () => {
  rehearsal = await startRehearsal();
});
afterAll(() => rehearsal.stop());
afterEach(() => {
  const { twilio } = rehearsal.simulator;
  twilio.faults.clear();
  twilio.serverless.builds.outcome = 'completed';
  rehearsal.clone.settings = rehearsal.settings;
});

const deploy = (...more: string[]) => rehearsal.clone.npm([...deployCommand, ...more]);
const fault = (path: RegExp, rule: Partial<FaultRule>) =>
  rehearsal.simulator.twilio.faults.add({ match: { method: 'POST', path }, effect: 'error', ...rule });

/** The only service and its only environment. */
function deployed(): { service: ServerlessService; environment: Environment } {
  const services = [...rehearsal.simulator.twilio.serverless.services];
  const environments = services.flatMap((service) => [...service.environments]);
  expect([services.length, environments.length]).toEqual([1, 1]);
  const [[service], [environment]] = [services, environments];
  if (!service || !environment) throw new Error('nothing is deployed');
  return { service, environment };
}

/** What is live: the build, and the variables by name. */
function state() {
  const { buildSid, variables } = deployed().environment;
  return { buildSid, variables: Object.fromEntries([...variables].map(({ key, value }) => [key, value])) };
}

/** Whether the deployed Functions answer. */
async function answers(): Promise<boolean> {
  const url = rehearsal.simulator.twilio.origins.get(`https://${deployed().environment.domainName}`);
  return (await fetch(`${url}/index.html`)).status === 200;
}

describe('while something is live', () => {
  beforeAll(async () => {
    expect(await deploy()).toMatchObject({ code: 0 });
  });

  it('what the doctor finds wrong beside it is told by the exit code, and it is live all the same', async () => {
    const { code, stdout } = await rehearsal.clone.npm(['deploy', '--', '--no-checks']);
    expect(code).toBe(1);
    expect(stdout).toMatch(/Live at https:[\s\S]* pool +│ FAILED/);
    expect(await answers()).toBe(true);
  });

  it('the same again works, and says that nothing differs', async () => {
    const { code, stdout } = await deploy();
    expect(code).toBe(0);
    expect(stdout).toContain('No Function and no variable differs');
  });

  it.each<[string, RegExp, Partial<FaultRule>, RegExp]>([
    ['an upload fails', /\/Versions$/, { status: 500 }, /Twilio failed \(500\)/],
    [
      'Twilio asks for fewer requests without end',
      /\/Builds$/,
      { status: 429, retryAfterSeconds: 0 },
      /\(429\)/,
    ],
  ])('it stays when %s', async (_what, path, rule, words) => {
    const before = state();
    fault(path, rule);
    const environment = { TWILIO_SERVERLESS_API_RETRY_LIMIT: '1' };
    const { code, stderr } = await rehearsal.clone.npm(deployCommand, { environment });
    expect(code).toBe(1);
    expect(stderr).toMatch(words);
    expect(stderr).toContain('What was live before is still running, unchanged.');
    expect(state()).toEqual(before);
    expect(await answers()).toBe(true);
  });

  it('it stays when the build fails', async () => {
    const before = state();
    rehearsal.simulator.twilio.serverless.builds.outcome = 'failed';
    const { code, stderr } = await deploy();
    expect(code).toBe(1);
    expect(stderr).toMatch(/could not build what was sent.*still running, unchanged/);
    expect(state()).toEqual(before);
  });

  it('it stays when the state of the build cannot be read, and the command ends', async () => {
    rehearsal.simulator.twilio.faults.add({ match: { path: /\/Status$/ }, effect: 'error', status: 500 });
    const { code, stderr } = await deploy();
    expect(code).toBe(1);
    expect(stderr).toMatch(/Twilio failed \(500\).*unchanged/);
  });

  it('its variables are put back when only some of the new ones were set', async () => {
    const before = state();
    rehearsal.clone.settings = { ...rehearsal.settings, NOTICE_LANGUAGE: 'en', MARKET_NAME: 'Market' };
    fault(/\/Deployments$/, { status: 500 });
    const { code, stderr } = await deploy();
    expect(code).toBe(1);
    expect(stderr).toContain('still running, with the variables that it had');
    expect(state()).toEqual(before);
  });

  it('the new one counts as live when only the answer was lost', async () => {
    const before = state();
    rehearsal.clone.settings = { ...rehearsal.settings, NOTICE_LANGUAGE: 'en' };
    fault(/\/Deployments$/, { effect: 'reset-after', times: 1 });
    const { code, stdout } = await deploy();
    expect(code).toBe(0);
    expect(stdout).toContain('variables added: NOTICE_LANGUAGE');
    expect(state().buildSid).not.toBe(before.buildSid);
  });

  it('a variable that is the default again is removed; what somebody else has set stays', async () => {
    const { service, environment } = deployed();
    const { variables } = rehearsal.simulator.twilio.serverless;
    variables.create(environment, { key: 'SOMEBODY_ELSE', value: 'kept' });
    expect(service.uniqueName).toBe('tokumei');
    const { stdout } = await deploy();
    expect(stdout).toContain('variables removed: NOTICE_LANGUAGE');
    expect(state().variables).toMatchObject({ SOMEBODY_ELSE: 'kept' });
    expect(state().variables).not.toHaveProperty('NOTICE_LANGUAGE');
  });

  it('Functions that cannot be compared are deployed all the same', async () => {
    rehearsal.simulator.twilio.faults.add({ match: { path: /\/Content$/ }, effect: 'error', status: 404 });
    const { code, stdout } = await deploy();
    expect(code).toBe(0);
    expect(stdout).toMatch(/functions changed: .*\/connect/);
  });

  it('a request too many is made again after the pause that Twilio asks for', async () => {
    fault(/\/Builds$/, { status: 429, retryAfterSeconds: 1, times: 2 });
    expect((await deploy()).code).toBe(0);
  });

  it('a command that is interrupted sends nothing more, and says how things stand', async () => {
    const before = state();
    const { log } = rehearsal.simulator.twilio;
    const hurry = new AbortController();
    const end = log.subscribe(({ note }) => note === 'CreateBuild' && hurry.abort('SIGINT'));
    const { stderr } = await rehearsal.clone.npm(deployCommand, { signal: hurry.signal });
    end();
    expect(stderr).toContain('Interrupted. Making it live is the last step');
    expect(state()).toEqual(before);
  });

  it.each(['CreateVersion', 'UpdateVariable', 'CreateDeployment'])(
    'a second run mends what one that was killed at %s has left',
    async (operation) => {
      rehearsal.clone.settings = {
        ...rehearsal.settings,
        MARKET_NAME: `Market ${operation}`,
        SESSION_TTL_SECONDS: '600',
      };
      const { log } = rehearsal.simulator.twilio;
      const killer = new AbortController();
      const end = log.subscribe(({ note }) => note === operation && killer.abort('SIGKILL'));
      await rehearsal.clone.npm(deployCommand, { signal: killer.signal });
      end();
      expect(killer.signal.aborted).toBe(true);
      expect(await answers()).toBe(true);
      expect((await deploy()).code).toBe(0);
      expect(state().variables).toMatchObject({
        MARKET_NAME: `Market ${operation}`,
        SESSION_TTL_SECONDS: '600',
      });
      expect(await answers()).toBe(true);
    },
  );
});
