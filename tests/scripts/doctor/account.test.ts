import { examine } from '../../../scripts/doctor/check';
import { accountChecks } from '../../../scripts/doctor/checks/account';
import { readConfig } from '../../../src/config';
import { requiredVariables } from '../../http/environment';

const config = readConfig(requiredVariables());

/** The verdicts on an account as Twilio might describe it. */
async function verdicts(body: object, { skewSeconds = 0, statusCode = 200 } = {}) {
  const date = new Date(Date.now() - skewSeconds * 1_000).toUTCString();
  const client = { request: async () => ({ statusCode, body, headers: { date } }) };
  return Promise.all(accountChecks(client, config).map(examine));
}

const full = { status: 'active', type: 'Full' };

describe('the checks of the account', () => {
  it.each([
    [full, 'ok'],
    [{ ...full, type: 'Trial' }, 'warning'],
    [{ ...full, status: 'suspended' }, 'failed'],
  ])('judge %j: %s', async (account, state) => {
    await expect(verdicts(account)).resolves.toMatchObject([{ state }, { state: 'ok' }]);
  });

  it.each([
    [3, 'ok'],
    [-30, 'warning'],
    [30, 'warning'],
    [-90, 'failed'],
    [90, 'failed'],
  ])('judge a clock that is %i s ahead: %s', async (skewSeconds, state) => {
    await expect(verdicts(full, { skewSeconds })).resolves.toMatchObject([{ state: 'ok' }, { state }]);
  });

  it('turn a refusal into what to do', async () => {
    const [account] = await verdicts({ code: 20003 }, { statusCode: 401 });
    expect(account).toMatchObject({ state: 'failed', advice: expect.stringContaining('Copy both') });
  });
});
