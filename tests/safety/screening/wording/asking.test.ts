import { screen } from '../../../../src/safety/screening';

test.each([
  '電番おしえて',
  'はぐれそうなので番号聞いてもいい？',
  'TELください、折り返します',
  '念のため番号交換しよ',
  'お電話番号を頂戴したく存じます',
  'お電話をいただく折のため、番号をお控えください',
  'お電話したいので、お宅の番号をお教えください',
  '着いたら鳴らすので番号を。',
  '固定電話でもいいので教えてください',
  '何番におかけすればよろしいですか',
  'ご連絡先いただけませんか',
  'gimme your digits',
  'could i get your cell?',
  'can we swap numbers?',
  'is there a number i can reach you on?',
  'I will call you, so number please',
  'your 番号 please',
  '番号 share してくれる？',
])('a request for a number is found: %s', (text) => {
  expect(screen(text).allowed).toBe(false);
});

test.each([
  '明日の夜にお電話いただけますか',
  '電話で話しませんか',
  '着いたらワンコールください',
  'ショートメールで送ってくれますか',
  'give me a quick ring tonight',
  'can we sort it over the phone',
])('a request for a call outside the app is found: %s', (text) => {
  expect(screen(text).allowed).toBe(false);
});

test.each([
  '携帯は箱の底のメモに書いておきました、そこにかけて',
  "my number's on the sticker in pic 3",
  'search for "Tanuki Bakery" on the map and ring the number',
])('directions to a written number are found: %s', (text) => {
  expect(screen(text).allowed).toBe(false);
});

test.each([
  '番号は教えられません',
  '電話番号を聞いてくる人がいたら通報してください',
  '電話はアプリの通話でお願いします',
  '伝票番号を教えてください',
  '予約番号聞いてもいいですか',
  '型番は箱の底のシールに書いてあります',
  '黒電話です。ベルは鳴ります',
  '保証書の番号は箱の底のメモに書いてあります',
  '製造番号は本体の裏に印字されています',
  'what is the order number?',
  'could you give me the model number?',
  "please don't share your number here",
  'call me through the app when you arrive',
  'the phone case is on the second photo',
])('talk of other numbers, refusals and the app itself pass: %s', (text) => {
  expect(screen(text).allowed).toBe(true);
});
