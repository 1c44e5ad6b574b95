import type { Settings } from '../../../scripts/settings';
import { type Access, openAccess } from '../../../scripts/setup/access';
import { Account } from '../account';

let account: Account;
beforeAll(async () => {
  account = await Account.open();
});
afterAll(() => account.close());

/** Somebody who types in one set of values after the other, and what is asked of them. */
function typing(...answers: Settings[]) {
  const asked: string[][] = [];
  const told: string[] = [];
  const access = async (settings: Settings) => {
    const answer = answers.shift() ?? {};
    asked.push(Object.keys(account.access).filter((name) => !settings[name]));
    return { ...answer, ...settings } as Access;
  };
  return { asked, told, access, tell: (sentence: string) => void told.push(sentence) };
}

const twilio = ['ACCOUNT_SID', 'AUTH_TOKEN'];
const database = ['UPSTASH_REDIS_REST_URL', 'UPSTASH_REDIS_REST_TOKEN'];
const given = () => ({ TWILIO_API_BASE_URL: account.access.TWILIO_API_BASE_URL ?? '' });

describe('access that was typed in wrongly', () => {
  it.each([
    ['the auth token', { AUTH_TOKEN: 'wrong' }, twilio, /^Twilio refuses ACCOUNT_SID and AUTH_TOKEN/],
    ['the token of the database', { UPSTASH_REDIS_REST_TOKEN: 'wrong' }, database, /refuses UPSTASH_REDIS/],
  ])('is asked again, where it is %s, and nothing else is', async (_what, wrong, names, sentence) => {
    const person = typing({ ...account.access, ...wrong }, account.access);
    await expect(openAccess(given(), person)).resolves.toEqual(account.access);
    expect(person.asked).toEqual([[...twilio, ...database], names]);
    expect(person.told).toEqual([expect.stringMatching(sentence)]);
  });

  it('is not asked again where the settings say it: nothing in them is overwritten', async () => {
    const person = typing();
    const settings = { ...account.access, AUTH_TOKEN: 'wrong' };
    await expect(openAccess(settings, person)).rejects.toThrow('Twilio refuses ACCOUNT_SID and AUTH_TOKEN');
    expect(person.told).toEqual([]);
  });
});
