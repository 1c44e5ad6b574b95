import { leaksIn } from './scanner';

const number = '+819048217365';
const sentence = '駅の改札で待っています';
const key = 'k3y-6Zb1sQvYxA_9';
const secrets = { numbers: [number], texts: [sentence, key] };
const base64 = (text: string) => Buffer.from(text).toString('base64');
const base64url = (text: string) => Buffer.from(text).toString('base64url');
const escaped = (text: string) =>
  text.replace(/[^ -~]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);

describe('the scanner', () => {
  it.each([
    ['in E.164', number],
    ['without the plus sign', '819048217365'],
    ['as the nation writes it', '09048217365'],
    ['with hyphens', '090-4821-7365'],
    ['with spaces', '+81 90 4821 7365'],
    ['with brackets', '+81 (0)90 (4821) 7365'],
    ['in full-width digits', '０９０４８２１７３６５'],
    ['in full-width digits with hyphens', '０９０－４８２１－７３６５'],
    ['percent-encoded', encodeURIComponent(number)],
    ['percent-encoded in full-width digits', encodeURIComponent('０９０４８２１７３６５')],
    ['with a plus sign for each space', '%2B81+90+4821+7365'],
    ['in base64', base64(number)],
    ['in base64url', base64url('090-4821-7365')],
    ['in the middle of something in base64', base64(`{"a":"${number}","b":1}`)],
    ['in base64 behind other letters', `sealed_${base64(`x${number}`)}`],
    ['in hexadecimal', Buffer.from(number).toString('hex')],
    ['JSON-escaped in full-width digits', escaped('０９０４８２１７３６５')],
    ['in a JSON text in a JSON text', JSON.stringify(JSON.stringify({ from: number }))],
  ])('finds a number %s', (_, spelling) => {
    expect(leaksIn(`{"requestId":"12","note":"${spelling}"}`, secrets)).toEqual([number]);
  });

  it.each([
    ['as they stand', sentence],
    ['percent-encoded', encodeURIComponent(sentence)],
    ['JSON-escaped', escaped(sentence)],
    ['in base64', base64(sentence)],
  ])('finds words %s', (_, spelling) => {
    expect(leaksIn(`<${spelling}>`, secrets)).toEqual([sentence]);
  });

  it('finds a key, also in base64', () => {
    expect(leaksIn(`Bearer ${key}`, secrets)).toEqual([key]);
    expect(leaksIn(`Basic ${base64(`user:${key}`)}`, secrets)).toEqual([key]);
  });

  it('finds nothing in what is not there', () => {
    const text = `{"tel":"+815031000000","at":"2026-01-01T09:04:08.217Z","id":"${base64('+819048217364')}"}`;
    expect(leaksIn(text, secrets)).toEqual([]);
  });
});
