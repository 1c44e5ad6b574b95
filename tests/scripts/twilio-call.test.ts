import { Failure } from '../../scripts/command';
import { askTwilio, TwilioFailure } from '../../scripts/twilio-call';
import { RateLimited } from '../../src/switchboard/proxy/rest';

/** An error as Twilio's client throws it. */
const refusal = (status: number, code?: number) =>
  Object.assign(new Error('about +819012345678'), { status, code });
const broken = (code: string) => Object.assign(new Error('about +819012345678'), { code });

/** A call that fails so often, then answers. */
function failing(error: unknown, times: number) {
  let calls = 0;
  return jest.fn(async () => {
    calls += 1;
    if (calls <= times) throw error;
    return 'done';
  });
}

describe('askTwilio', () => {
  it.each([
    [refusal(401, 20003), /refuses ACCOUNT_SID and AUTH_TOKEN.*\(error 20003\)$/],
    [refusal(400, 80101), /is in another Proxy service/],
    [refusal(403, 80506), /setup -- --switchboard voice/],
    [refusal(400, 21450), /^Twilio refused with error 21450: https:/],
    [refusal(403), /^Twilio refused with status 403\.$/],
    [refusal(404, 20404), /does not know it/],
    [refusal(503), /did not answer/],
    [broken('ECONNREFUSED'), /cannot be reached/],
    [broken('ETIMEDOUT'), /did not answer/],
    [new RateLimited('60'), /fewer requests/],
  ])('says what to do about %s, without the words of the error', async (error, sentence) => {
    const asked = askTwilio(failing(error, 9));
    await expect(asked).rejects.toThrow(TwilioFailure);
    await expect(asked).rejects.toThrow(sentence);
    await expect(asked).rejects.not.toThrow('+8190');
  });

  it('asks again where it may, and not for ever', async () => {
    await expect(askTwilio(failing(new RateLimited('0'), 3))).resolves.toBe('done');
    await expect(askTwilio(failing(broken('ECONNRESET'), 3))).resolves.toBe('done');
    const busy = failing(new RateLimited('0'), 9);
    await expect(askTwilio(busy)).rejects.toThrow('fewer requests');
    expect(busy).toHaveBeenCalledTimes(4);
  });

  it('does not ask again for what was refused', async () => {
    const refused = failing(refusal(400, 80101), 1);
    await expect(askTwilio(refused)).rejects.toMatchObject({ code: 80101 });
    expect(refused).toHaveBeenCalledTimes(1);
  });

  it('leaves a fault of our own, and a failure that says everything, as they are', async () => {
    const [fault, failure] = [new TypeError('a defect'), new Failure('all said')];
    await expect(askTwilio(failing(fault, 1))).rejects.toBe(fault);
    await expect(askTwilio(failing(failure, 1))).rejects.toBe(failure);
  });
});
