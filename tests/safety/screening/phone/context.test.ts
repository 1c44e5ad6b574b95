import { screen } from '../../../../src/safety/screening';
import { isFound } from '../generators';

test.each([
  '090-0000-4321っす、駅に着いたら',
  '型番がわからないときは090-0000-4321に写メを',
  '090ー零零零零ー四三二一w',
  '〇五二・〇〇〇・四三二一 名古屋です',
  'landline zero-three, zero-zero-zero-zero, four three two one',
  'plus eighty-one ninety 0000 4321',
  'reach me on +44 7700 900 123',
  'tel:0300004321',
  'tel 0300004329',
])('what stands beside a number does not hide it: %s', (text) => {
  expect(isFound(text, 'phone')).toBe(true);
});

test.each([
  '合わせて1,980+1,480+880=4,340円です',
  '洗濯機は600×620×1010、廊下は750です',
  'DMC 310、498、3371、3865を探しています',
  'DMC threads 310, 498, 3371, 3865',
  '0312-4478-09はロット番号です',
  'Lot number 070-00-001234 on the back',
  'the style number inside is 0900012341',
  'convenience store code 090 012 340 00',
  'the serial on the frame is 0 3 0 0 0 0 4 3 2 1',
  '賞味期限0701、商品番号4321000です',
  'postage from 〒030-0001 to 〒0644321',
])('rows and codes pass: %s', (text) => {
  expect(screen(text).findings).toEqual([]);
});
