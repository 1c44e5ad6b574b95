import { TwilioSimulator } from '../../../../simulator/twilio';
import { Api } from '../../../../simulator/twilio/rest/api';
import { Description } from '../../../../simulator/twilio/rest/description';
import type { Handler } from '../../../../simulator/twilio/rest/operation';

const SERVICE = { sid: `KS${'0'.repeat(32)}`, unique_name: 'marketplace', default_ttl: 60 };

/** The answer of Proxy's FetchService when it is handled like this. */
function answerOf(FetchService: Handler) {
  const state = new TwilioSimulator();
  const handlers = { FetchService };
  const description = new Description('proxy', 'twilio_proxy_v1.json');
  return new Api({ description, handlers, state }).answer({
    method: 'GET',
    url: new URL(`https://proxy.twilio.com/v1/Services/${SERVICE.sid}`),
    authorization: `Basic ${Buffer.from(`${state.accountSid}:${state.authToken}`).toString('base64')}`,
    form: new URLSearchParams(),
  });
}

describe('an answer of ours', () => {
  it("passes where Twilio's description allows it", () => {
    expect(answerOf(() => SERVICE)).toMatchObject({ status: 200, body: SERVICE, note: 'FetchService' });
  });

  it.each<[string, object | undefined]>([
    ['a value of the wrong type', { ...SERVICE, default_ttl: '60' }],
    ['a sid of another resource', { ...SERVICE, sid: `KC${'0'.repeat(32)}` }],
    ['a value that is not in the list', { ...SERVICE, geo_match_level: 'planet' }],
    ['a URL that is none', { ...SERVICE, callback_url: 'nowhere' }],
    ['no body', undefined],
  ])('with %s is a defect: 500, loud in the log', (_name, body) => {
    const answer = answerOf(() => body);
    expect(answer.status).toBe(500);
    expect(answer.note).toContain('FetchService ANSWER VIOLATES THE DESCRIPTION');
  });

  it('that could not be made is a defect too', () => {
    const answer = answerOf(() => {
      throw new Error('no network');
    });
    expect(answer).toMatchObject({ status: 500, note: 'FetchService FAILED: no network 20500' });
  });
});
