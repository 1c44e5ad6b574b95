import { readConfig } from '../../src/config';
import { handler as cleanup } from '../../src/functions/cleanup';
import { handler as connect } from '../../src/functions/connect';
import { deadlineIn } from '../../src/masking/deadline';
import type { RealNumber } from '../../src/masking/numbers';
import { sessionStore } from '../../src/wiring';
import { pairOf, person } from '../support/people';
import { newId } from '../support/store';
import { buyer, seller, third, useFunctionWorld } from './support';

const world = useFunctionWorld();
const body = { userId: buyer.id, from: buyer.phone, peerId: seller.id, to: seller.phone };
const post = (params: object = body, settings = {}) =>
  world().call(connect, { headers: world().apiKey(), params, settings });
const twilioFault = (rule: object) =>
  world().simulator.twilio.faults.add({
    match: { method: 'POST', path: /Sessions$/ },
    effect: 'error',
    ...rule,
  });

describe('/connect', () => {
  it('answers the number to dial, the end of the session and a PIN', async () => {
    const { status, headers, json } = await post();
    const { tel, expiresAt, pin } = json.data as { tel: string; expiresAt: string; pin: string };
    expect(json).toEqual({ status: 'success', data: { tel, expiresAt, pin } });
    expect(pin).toMatch(/^\d{6}$/);
    expect(world().lines.join()).not.toContain(pin);
    expect(status).toBe(200);
    expect(world().simulator.numbers).toContain(tel);
    expect(Math.abs(Date.parse(expiresAt) - Date.now() - 3_600_000)).toBeLessThan(5_000);
    expect(headers).toMatchObject({ 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
  });

  it('gives the bearer of a ticket the same number as the backend, for the same pair', async () => {
    const first = await post();
    const second = await world().call(connect, { headers: await world().ticket() });
    expect(second).toMatchObject({ status: 200, json: first.json });
  });

  it('gives the partner a number of their own for the same session', async () => {
    const mine = await post();
    const theirs = await world().call(connect, { headers: await world().ticket(seller, buyer) });
    expect(theirs.status).toBe(200);
    expect((theirs.json.data as { tel: string }).tel).not.toBe((mine.json.data as { tel: string }).tel);
  });

  it('takes a form body as well', async () => {
    const headers = { ...world().apiKey(), 'content-type': 'application/x-www-form-urlencoded' };
    expect((await world().call(connect, { headers, params: body })).status).toBe(200);
  });

  it.each([
    ['same_user', { peerId: buyer.id }],
    ['same_number', { to: '＋81 90 1234 5678' }],
    ['number_invalid', { to: 'nobody' }],
    ['number_too_short', { to: '03-12' }],
    ['number_too_long', { to: '08087654321098765432' }],
    ['number_emergency', { to: '119' }],
    ['number_toll_free', { to: '0120-123-456' }],
    ['number_premium_rate', { to: '0990-123-456' }],
    ['number_not_a_subscriber', { to: '020-1234-5678' }],
    ['number_country_not_allowed', { to: '+1 202-555-0123' }],
  ])('answers 422 %s', async (code, change) => {
    const { status, json } = await post({ ...body, ...change });
    expect(json).toMatchObject({ status: 'error', code });
    expect(status).toBe(422);
    if (code.startsWith('number_')) expect(json.field).toBe('to');
    expect(world().restCalls()).toBe(0);
  });

  it('answers 422 number_unreachable when Twilio cannot reach a number', async () => {
    twilioFault({ status: 400, code: 80404 });
    expect(await post()).toMatchObject({ status: 422, json: { code: 'number_unreachable' } });
  });

  it('answers 409 in_progress when another request holds the pair for too long', async () => {
    const config = readConfig(world().context());
    const pair = pairOf(
      { ...person(1, buyer.id), number: '+819012345678' as RealNumber },
      { ...person(2, seller.id), number: '+818087654321' as RealNumber },
    );
    await sessionStore(config).reserve({ pair, sessionId: newId() }, deadlineIn(1_000));
    const { status, headers, json, ms } = await post();
    expect({ status, code: json.code, retry: headers['Retry-After'] }).toEqual({
      status: 409,
      code: 'in_progress',
      retry: '1',
    });
    expect(ms).toBeLessThan(5_000);
  });

  it('answers 409 superseded when a cleanup came in between', async () => {
    twilioFault({ effect: 'delay', ms: 400, times: 1 });
    const connecting = post();
    await new Promise((resolve) => setTimeout(resolve, 150));
    await world().call(cleanup, { headers: world().apiKey(), params: { userId: buyer.id } });
    expect(await connecting).toMatchObject({ status: 409, json: { code: 'superseded' } });
  });

  it.each([
    ['quota_exceeded', { USER_CONNECTS_PER_HOUR: '1' }, 3_600],
    ['quota_exceeded', { USER_CONNECTS_PER_DAY: '1' }, 86_400],
    ['service_ceiling_reached', { SERVICE_CONNECTS_PER_DAY: '1' }, 86_400],
  ])('answers 429 %s with %j, and when to try again', async (code, settings, windowSeconds) => {
    expect((await post(body, settings)).status).toBe(200);
    const { status, headers, json } = await post({ ...body, peerId: third.id, to: third.phone }, settings);
    expect({ status, code: json.code }).toEqual({ status: 429, code });
    const seconds = Number(headers['Retry-After']);
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(windowSeconds);
  });

  it('answers 503 pool_exhausted when there is no number', async () => {
    await world().savePool([]);
    const { status, headers, json } = await post();
    expect({ status, code: json.code, retry: headers['Retry-After'] }).toEqual({
      status: 503,
      code: 'pool_exhausted',
      retry: '60',
    });
  });

  it.each([
    ['an error of its own', { status: 500 }, '5'],
    ['too many requests', { status: 429, code: 80621, retryAfterSeconds: 30 }, '30'],
    ['wrong credentials', { status: 401, code: 20003 }, undefined],
    ['nonsense', { effect: 'malformed' }, '5'],
    ['no answer', { effect: 'hang' }, '5'],
  ])('answers 503 switchboard_unavailable within 5 s when Twilio gives %s', async (_, rule, retryAfter) => {
    twilioFault(rule);
    const { status, headers, json, ms } = await post();
    expect({ status, code: json.code, retry: headers['Retry-After'] }).toEqual({
      status: 503,
      code: 'switchboard_unavailable',
      retry: retryAfter,
    });
    expect(json.message).toBe('エラーが発生し、現在電話ができないため、メッセージでやりとりお願い致します');
    expect(ms).toBeLessThan(5_000);
  });

  it('says in the log why Twilio refuses for good', async () => {
    twilioFault({ status: 401, code: 20003 });
    await post();
    expect(world().events()).toContainEqual(
      expect.objectContaining({ event: 'not_connected', reason: 'status 401, code 20003' }),
    );
  });
});
