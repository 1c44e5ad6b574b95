import { adviceOn, refusalOf } from '../../../scripts/deploy/refusal';

const http = (statusCode: number, body: unknown) =>
  Object.assign(new Error(`Response code ${statusCode}`), { response: { statusCode, body } });

describe("an error of Twilio's client", () => {
  it('says what Twilio said', () => {
    const body = { code: 20001, message: 'unsupported runtime: node18', status: 400 };
    const expected = { status: 400, code: 20001, message: 'unsupported runtime: node18' };
    expect(refusalOf(http(400, body))).toMatchObject(expected);
    expect(refusalOf(http(400, JSON.stringify(body)))).toMatchObject(expected);
    expect(refusalOf(Object.assign(new Error(body.message), { details: body }))).toMatchObject(expected);
  });

  it('says the status where Twilio said nothing that can be read', () => {
    expect(refusalOf(http(502, '<html>'))).toEqual({ status: 502, message: 'HTTP 502' });
  });

  it('is itself where no answer came', () => {
    expect(refusalOf(new Error('connect ECONNREFUSED'))).toEqual({ message: 'connect ECONNREFUSED' });
    expect(refusalOf('failed')).toEqual({ message: 'failed' });
  });
});

describe('the advice', () => {
  it.each([
    [{ message: 'connect ECONNREFUSED' }, 'Check the network and HTTP_PROXY'],
    [{ status: 401, code: 20003, message: 'Authenticate' }, 'Copy both from https://console.twilio.com'],
    [{ status: 429, message: 'HTTP 429' }, 'Wait a minute'],
    [{ status: 500, message: 'HTTP 500' }, 'https://status.twilio.com'],
    [
      { status: 400, code: 20001, message: 'unsupported runtime: node18' },
      'unsupported runtime: node18. See https://www.twilio.com/docs/api/errors/20001',
    ],
  ])('for %j', (refusal, words) => {
    expect(adviceOn(refusal)).toContain(words);
  });
});
