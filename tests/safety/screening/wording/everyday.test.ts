import { screen } from '../../../../src/safety/screening';

/** None of these is in the corpus: what people write most must pass although nothing was learned from it. */
test.each([
  'Hi! Is this still for sale?',
  'I am at the north gate now',
  'Could you wait ten minutes?',
  'It looks great',
  'Sorry for the late answer',
  'Is parking possible?',
  'Please call me when you arrive',
  'まだ購入できますか',
  '駅の北口にいます',
  '明日の10時でお願いします',
  'おいくらですか',
  'もう少し大きいサイズはありますか',
  '着いたら電話します',
  '鍵はポストの中です',
  'お待たせしました',
])('everyday talk passes: %s', (text) => {
  expect(screen(text)).toEqual({ allowed: true, findings: [] });
});
