import { handler as cleanup } from '../../src/functions/cleanup';
import { handler as connect } from '../../src/functions/connect';
import { handler as health } from '../../src/functions/health';
import { handler as callback } from '../../src/functions/proxy/callback.protected';
import { handler as intercept } from '../../src/functions/proxy/intercept.protected';
import { handler as outOfSession } from '../../src/functions/proxy/out-of-session.protected';
import { handler as sessions } from '../../src/functions/sessions';
import { interceptEvent, webhook } from './proxy/webhooks';
import { useFunctionWorld } from './support';

/** What nobody foresaw, with everything in its text that must not come out. */
function broken(): never {
  throw new TypeError('cannot call 090-1234-5678\n    at 080-8765-4321');
}
jest.mock('../../src/wiring', () => ({
  ...jest.requireActual<object>('../../src/wiring'),
  sessionStore: () => broken(),
  interactionStore: () => broken(),
}));

const world = useFunctionWorld();
const NO_SESSION = `KC${'0'.repeat(32)}`;

describe('an error that nobody foresaw', () => {
  it.each([
    ['/connect', connect],
    ['/cleanup', cleanup],
    ['/sessions', sessions],
  ])('is an internal_error of %s, without its text', async (_, handler) => {
    const { status, json, text } = await world().call(handler, { headers: await world().ticket() });
    expect({ status, code: json.code }).toEqual({ status: 500, code: 'internal_error' });
    expect(text).not.toMatch(/TypeError|cannot call|\bat \w/);
  });

  it('is logged by its kind and place', async () => {
    await world().call(sessions, { headers: await world().ticket() });
    const reason = expect.stringMatching(/^TypeError at .*unexpected\.test\.ts/);
    expect(world().events()).toContainEqual(expect.objectContaining({ event: 'internal_error', reason }));
  });

  it('blocks at /proxy/intercept', async () => {
    expect(await world().call(intercept, { event: interceptEvent(NO_SESSION) })).toMatchObject({
      status: 403,
      text: '',
    });
  });

  it('is a 503 of /proxy/callback, whose answer nobody reads', async () => {
    expect(await world().call(callback, { event: interceptEvent(NO_SESSION) })).toMatchObject({
      status: 503,
      text: '',
    });
  });

  it('is a polite notice at /proxy/out-of-session', async () => {
    const { status, text } = await world().call(outOfSession, { event: webhook({ To: '+815031000000' }) });
    expect({ status, text }).toEqual({ status: 200, text: expect.stringContaining('おつなぎできません') });
  });

  it('in the configuration itself is an internal_error too', async () => {
    const settings = Object.defineProperty({}, 'AUTH_TOKEN', { get: broken, enumerable: true });
    jest.spyOn(world(), 'context').mockReturnValue(settings);
    for (const handler of [connect, health])
      expect(await world().call(handler)).toMatchObject({ status: 500, json: { code: 'internal_error' } });
  });
});
