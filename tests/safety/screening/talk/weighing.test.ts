import { screen } from '../../../../src/safety/screening';
import { findWeighty } from '../../../../src/safety/screening/talk/weighing';
import { fold } from '../../../../src/safety/screening/text/fold';
import { findHits, Hits } from '../../../../src/safety/screening/text/hits';
import { squeeze } from '../../../../src/safety/screening/text/squeeze';

const weigh = (text: string) => findWeighty(new Hits(findHits(text, squeeze(fold(text)), ['ja', 'en'])));

describe('words that say a little in many ways', () => {
  test('are a proposal together', () => {
    const [finding] = weigh('二人だけで、手数料なしで、会って現金でいかがですか');
    expect(finding).toMatchObject({ kind: 'direct-dealing', confidence: 0.55 });
  });

  test.each([
    '安くしてくれたら即購入します',
    '現金は使いません、アプリで払います',
    '直接見てから決めたいです',
  ])('are none alone: %s', (text) => {
    expect(weigh(text)).toEqual([]);
    expect(screen(text).allowed).toBe(true);
  });

  test('do not add up over a long text', () => {
    const pause = 'とても気に入りました、ありがとうございます。'.repeat(6);
    expect(weigh(`手数料は込みですか。${pause}直接見たいです。${pause}現金書留は使えますか`)).toEqual([]);
  });
});
