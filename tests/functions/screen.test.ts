import { handler as connect } from '../../src/functions/connect';
import { handler as screen } from '../../src/functions/screen';
import { buyer, useFunctionWorld } from './support';

const world = useFunctionWorld();
const allowed = async (text: string, settings: Record<string, string> = {}) => {
  const { json } = await world().call(screen, { headers: world().apiKey(), params: { text }, settings });
  return (json.data as { allowed: boolean }).allowed;
};

describe('/screen', () => {
  it('finds the words of the marketplace, in the language they are meant for', async () => {
    const settings = { SCREENING_WORDS: 'en/messenger:pineapple,合言葉' };
    expect(await allowed('pineapple でどう?')).toBe(true);
    expect(await allowed('pineapple でどう?', settings)).toBe(false);
    expect(await allowed('合 言 葉は山', settings)).toBe(false);
  });

  it('leaves alone what the marketplace allows', async () => {
    const text = 'https://market.example/items/1 をご覧ください';
    expect(await allowed(text)).toBe(false);
    expect(await allowed(text, { SCREENING_ALLOW: 'market.example' })).toBe(true);
  });

  it('counts the rejected texts of a named author, and says when that user is paused', async () => {
    const settings = { PAUSE_AFTER_VIOLATIONS: '2' };
    const judge = async (params: object) =>
      (await world().call(screen, { headers: world().apiKey(), params, settings })).json.data;
    const texts = ['090-1111-2222', 'こんにちは', 'LINE交換しましょう'];
    expect(await judge({ texts: texts.slice(0, 2), userId: buyer.id })).not.toHaveProperty('pausedUntil');
    const data = (await judge({ texts, userId: buyer.id })) as { pausedUntil: string };
    expect(Date.parse(data.pausedUntil)).toBeGreaterThan(Date.now());
    const { status, json } = await world().call(connect, { headers: await world().ticket(), settings });
    expect({ status, code: json.code }).toEqual({ status: 429, code: 'user_paused' });
  });

  it('judges also when nothing can be counted', async () => {
    world().simulator.upstash.faults.add({ effect: 'error' });
    const params = { text: '090-1111-2222', userId: buyer.id };
    const { status, json } = await world().call(screen, { headers: world().apiKey(), params });
    expect({ status, data: json.data }).toMatchObject({ status: 200, data: { allowed: false } });
  });
});
