import { handler as connect } from '../../src/functions/connect';
import { handler as opsCalls } from '../../src/functions/ops/calls';
import { handler as opsPool } from '../../src/functions/ops/pool';
import { handler as opsReports } from '../../src/functions/ops/reports';
import { handler as opsSessions } from '../../src/functions/ops/sessions';
import { handler as reports } from '../../src/functions/reports';
import type { Handler } from '../../src/http/runtime';
import { buyer, seller, useFunctionWorld } from './support';

const world = useFunctionWorld();
const WORDS = '約束の場所に来ませんでした。';
const ofUsers = { userId: buyer.id, peerId: seller.id };
const ask = (handler: Handler, params: object = {}) =>
  world().call(handler, { headers: { ...world().apiKey(), 'accept-language': 'en' }, params });
const file = async (params: object = {}) => ask(reports, { ...ofUsers, reason: 'no_show', ...params });
const open = async () => world().call(connect, { headers: await world().ticket() });

describe('/reports', () => {
  it('keeps a report of the bearer of a ticket about its peer', async () => {
    const params = { reason: 'no_show', text: ` ${WORDS} ` };
    const { json, status } = await world().call(reports, { headers: await world().ticket(), params });
    expect({ status, data: json.data }).toEqual({
      status: 200,
      data: { reportId: expect.stringMatching(/^rp[\w-]{16}$/), blocked: false },
    });
    const { reportId } = json.data as { reportId: string };
    const shown = await ask(opsReports, { action: 'show', reportId });
    expect(shown.json.data).toMatchObject({
      reportId,
      ...ofUsers,
      reason: 'no_show',
      text: WORDS,
      state: 'open',
    });
  });

  it('blocks the partner and ends the session where the user wants so', async () => {
    await open();
    expect((await file({ block: true })).json).toMatchObject({ data: { blocked: true } });
    expect(world().liveSessions()).toBe(0);
    expect((await open()).json).toMatchObject({ code: 'peer_blocked' });
  });

  it('logs no word of it', async () => {
    await file({ text: WORDS });
    expect(world().lines.join('\n')).not.toContain('約束');
    expect(world().events()).toMatchObject([{ event: 'reported' }]);
  });

  it('answers 429 to the 21st of a user in a day', async () => {
    for (let count = 0; count < 20; count += 1) await file();
    const { status, json, headers } = await file();
    expect({ status, code: json.code }).toEqual({ status: 429, code: 'too_many_reports' });
    expect(Number(headers['Retry-After'])).toBeGreaterThan(80_000);
  });

  it('counts characters as people do', async () => {
    expect((await file({ text: '😀'.repeat(1_000) })).status).toBe(200);
    expect((await file({ text: '😀'.repeat(1_001) })).json).toMatchObject({
      code: 'malformed_request',
      field: 'text',
    });
  });

  it.each<[string, object, string]>([
    ['no reason', { reason: undefined }, 'reason'],
    ['a reason that is none', { reason: 'boring' }, 'reason'],
    ['oneself', { peerId: buyer.id }, 'peerId'],
    ['a block that is neither yes nor no', { block: 'perhaps' }, 'block'],
  ])('answers 400 to %s', async (_, params, field) => {
    expect((await file(params)).json).toMatchObject({ code: 'malformed_request', field });
  });
});

describe('/ops/reports', () => {
  it('lists by state, and hands a report on', async () => {
    await file({ text: WORDS });
    const list = async (state?: string) =>
      (await ask(opsReports, { action: 'list', ...(state && { state }) })).json.data as {
        reports: { reportId: string }[];
      };
    const [report] = (await list()).reports;
    expect(report).toMatchObject({ ...ofUsers, state: 'open', filedAt: expect.stringMatching(/Z$/) });
    expect(JSON.stringify(report)).not.toContain('約束');
    const change = { reportId: report?.reportId, state: 'in_review', handler: '佐藤' };
    expect((await ask(opsReports, { action: 'update', ...change })).json.data).toEqual(change);
    expect((await list()).reports).toEqual([]);
    expect((await list('in_review')).reports).toMatchObject([{ handler: '佐藤' }]);
  });

  it('answers 404 for a report that is not on record', async () => {
    const reportId = `rp${'a'.repeat(16)}`;
    for (const params of [
      { action: 'show', reportId },
      { action: 'update', reportId, state: 'closed', handler: 'sato' },
    ])
      expect(await ask(opsReports, params)).toMatchObject({ status: 404, json: { code: 'unknown_report' } });
  });

  it.each<[object, string]>([
    [{}, 'action'],
    [{ action: 'show' }, 'reportId'],
    [{ action: 'show', reportId: '../x' }, 'reportId'],
    [{ action: 'update', reportId: `rp${'a'.repeat(16)}`, handler: 'sato' }, 'state'],
    [{ action: 'update', reportId: `rp${'a'.repeat(16)}`, state: 'closed' }, 'handler'],
  ])('answers 400 to %j', async (params, field) => {
    expect((await ask(opsReports, params)).json).toMatchObject({ code: 'malformed_request', field });
  });
});

describe('what operators look at', () => {
  it('is the live sessions, without any number', async () => {
    await open();
    const { json, text } = await ask(opsSessions);
    expect(json.data).toMatchObject({ live: 1, sessions: [{ ...ofUsers, switchboard: 'proxy' }] });
    expect(text).not.toMatch(/\+\d{7,}/);
  });

  it('is the pool, without any number', async () => {
    const { json, text } = await ask(opsPool);
    expect(json.data).toMatchObject({ pools: [{ country: 'JP', numbers: 6 }], scarce: [] });
    expect(text).not.toMatch(/\+\d{7,}/);
  });

  it('is the log of calls, of a pair only when both are named', async () => {
    expect((await ask(opsCalls, ofUsers)).json.data).toEqual({ calls: [] });
    expect((await ask(opsCalls, { peerId: seller.id })).json).toMatchObject({ field: 'userId' });
  });

  it.each([opsReports, opsSessions, opsCalls, opsPool])(
    'is not for the bearer of a ticket',
    async (handler) => {
      const { status, json } = await world().call(handler, { headers: await world().ticket() });
      expect({ status, code: json.code }).toEqual({ status: 403, code: 'forbidden' });
    },
  );
});
