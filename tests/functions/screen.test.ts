import { handler as screen } from '../../src/functions/screen';
import { useFunctionWorld } from './support';

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
});
