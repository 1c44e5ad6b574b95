import { Audio } from '../../../../simulator/twilio/telephony/audio';

function audio() {
  const heard: string[] = [];
  const onChange = jest.fn();
  return { audio: new Audio({ onChange, onSpeech: (words) => void heard.push(words) }), heard, onChange };
}

test('what one says is heard by those connected with it, and by nobody else', () => {
  const [buyer, seller, stranger] = [audio(), audio(), audio()];
  const separate = buyer.audio.connect(seller.audio);
  buyer.audio.speak('hello');
  separate();
  buyer.audio.speak('still there?');
  expect([buyer.heard, seller.heard, stranger.heard]).toEqual([[], ['hello'], []]);
});

test('a recording of one side hears both while they are connected', () => {
  const [buyer, seller] = [audio(), audio()];
  const recorded: string[] = [];
  const stop = buyer.audio.onWords((words) => void recorded.push(words));
  buyer.audio.speak('one');
  seller.audio.speak('lost');
  buyer.audio.connect(seller.audio);
  seller.audio.speak('two');
  stop();
  seller.audio.speak('lost too');
  expect(recorded).toEqual(['one', 'two']);
});

test('whoever is connected with a recorded call is recorded, and told of each change', () => {
  const [buyer, seller] = [audio(), audio()];
  const stop = buyer.audio.record();
  expect([buyer.audio.isRecorded, seller.audio.isRecorded]).toEqual([true, false]);
  const separate = buyer.audio.connect(seller.audio);
  expect(seller.audio.isRecorded).toBe(true);
  separate();
  expect(seller.audio.isRecorded).toBe(false);
  buyer.audio.connect(seller.audio);
  stop();
  expect([buyer.audio.isRecorded, seller.audio.isRecorded]).toEqual([false, false]);
  expect(seller.onChange).toHaveBeenCalledTimes(4);
});
