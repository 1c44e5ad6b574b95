import { json, type RunningSimulator, startSimulator } from '../support';

let running: RunningSimulator;
beforeEach(async () => {
  running = await startSimulator();
});
afterEach(() => running.stop());

const get = async (path: string) => json(await fetch(`${running.url}${path}`));
const post = (body: string) =>
  fetch(`${running.url}/_faults`, { method: 'POST', body, headers: { 'content-type': 'application/json' } });

describe('the control interface', () => {
  it('adds, lists and clears faults', async () => {
    const rule = { match: { method: 'GET', path: '^/v1' }, effect: 'error', status: 503, times: 1 };
    const added = await post(JSON.stringify(rule));
    expect([added.status, await added.json()]).toMatchObject([201, rule]);
    expect(await get('/_faults')).toMatchObject({ faults: [{ ...rule, id: 1, strikes: 0 }] });
    expect((await running.call('/proxy.twilio.com/v1/Services')).status).toBe(503);
    expect((await running.call('/proxy.twilio.com/v1/Services')).status).toBe(200);
    await post(JSON.stringify({ effect: 'hang' }));
    expect((await fetch(`${running.url}/_faults`, { method: 'DELETE' })).status).toBe(204);
    expect(await get('/_faults')).toEqual({ faults: [] });
  });

  it.each([
    ['an unknown effect', { effect: 'explode' }, 'effect'],
    ['an unknown field', { effect: 'hang', path: '/v1' }, 'path'],
    ['a share above one', { effect: 'hang', probability: 2 }, 'probability'],
    ['a path that is no expression', { effect: 'hang', match: { path: '(' } }, 'match.path'],
  ])('refuses a fault with %s and says where', async (_name, rule, where) => {
    const response = await post(JSON.stringify(rule));
    expect(response.status).toBe(400);
    expect((await json(response)).error).toContain(where);
  });

  it('gives the log, or what is new in it', async () => {
    await running.call('/proxy.twilio.com/v1/Services');
    const { lastId, entries } = await get('/_log');
    expect(entries).toMatchObject([{ id: 1, kind: 'rest', method: 'GET', status: 200 }]);
    await running.call('/proxy.twilio.com/v1/Services');
    expect((await get(`/_log?since=${lastId}`)).entries).toMatchObject([{ id: 2 }]);
    expect((await get('/_log?kind=webhook')).entries).toEqual([]);
    expect((await fetch(`${running.url}/_log?since=yesterday`)).status).toBe(400);
  });
});
