import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import type { RealNumber } from '../../src/masking/numbers';
import { numberHash, openNumbers, pairHash, sealNumbers, sealText } from '../../src/store/seal';
import { mobile } from '../support/people';

const key = (id: string) => ({ id, key: new Uint8Array(randomBytes(32)) });
const [newer, older] = [key('d2'), key('d1')];
const lookupKey = randomBytes(32);
const number = mobile(1);
const hash = numberHash(number, lookupKey);
const numbers = [number, mobile(2)] as const;
const hashes = [hash, numberHash(mobile(2), lookupKey)] as const;

describe('two sealed numbers', () => {
  it('open with their key and hashes, whatever the numbers', () => {
    const e164 = fc.stringMatching(/^\+[1-9][0-9]{6,14}$/).map((text) => text as RealNumber);
    fc.assert(
      fc.property(e164, e164, (one, other) => {
        const both = [numberHash(one, lookupKey), numberHash(other, lookupKey)] as const;
        expect(openNumbers(sealNumbers([one, other], both, newer), both, [newer])).toEqual([one, other]);
      }),
    );
  });

  it('show nothing of the numbers, and never look the same twice', () => {
    const all = Array.from({ length: 20 }, () => sealNumbers(numbers, hashes, newer));
    expect(new Set(all).size).toBe(20);
    const plain = numbers.map((one) => BigInt(one.slice(1)).toString(16));
    for (const text of all) {
      expect(text).toMatch(/^d2\.[\w-]+$/);
      const bytes = Buffer.from(text.slice(3), 'base64url');
      expect(`${text} ${bytes.toString('latin1')}`).not.toContain(number.slice(3, 9));
      for (const digits of plain) expect(bytes.toString('hex')).not.toContain(digits);
    }
  });

  it('open with an older key as long as that is listed', () => {
    const sealed = sealNumbers(numbers, hashes, older);
    expect(openNumbers(sealed, hashes, [newer, older])).toEqual(numbers);
    expect(openNumbers(sealed, hashes, [newer])).toBeUndefined();
    expect(openNumbers(sealed, hashes, [])).toBeUndefined();
  });

  it('do not open with another key of the same name', () => {
    const sealed = sealNumbers(numbers, hashes, newer);
    expect(openNumbers(sealed, hashes, [{ ...older, id: 'd2' }])).toBeUndefined();
  });

  it.each([
    ['another phone', [hash, numberHash(mobile(3), lookupKey)]],
    ['the same phones the other way round', [hashes[1], hashes[0]]],
    ['nobody', ['', '']],
  ] as const)('do not open for %s', (_, others) => {
    expect(openNumbers(sealNumbers(numbers, hashes, newer), others, [newer])).toBeUndefined();
  });

  it('do not open when any of their bytes was changed', () => {
    const bytes = Buffer.from(sealNumbers(numbers, hashes, newer).slice(3), 'base64url');
    for (let index = 0; index < bytes.length; index += 1) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(changed.readUInt8(index) ^ 1, index);
      expect(openNumbers(`d2.${changed.toString('base64url')}`, hashes, [newer])).toBeUndefined();
    }
  });

  it('do not open when they were cut, at whatever place', () => {
    const sealed = sealNumbers(numbers, hashes, newer);
    for (let length = 0; length < sealed.length - 1; length += 1)
      expect(openNumbers(sealed.slice(0, length), hashes, [newer])).toBeUndefined();
  });

  it.each(['', '.', 'd2', 'd2.', 'd2.!!!', '.AAAA', 'unknown.AAAA'])('do not open from %j', (text) => {
    expect(openNumbers(text, hashes, [newer])).toBeUndefined();
  });

  it('are no text that was sealed for the same phones', () => {
    expect(openNumbers(sealText('', hashes.join(' '), newer), hashes, [newer])).toBeUndefined();
  });
});

describe('the hash of a number', () => {
  it('is the same for the same number and key only', () => {
    expect(numberHash(number, lookupKey)).toBe(hash);
    expect(numberHash(mobile(2), lookupKey)).not.toBe(hash);
    expect(numberHash(number, randomBytes(32))).not.toBe(hash);
  });

  it('is 96 bits in base64url, without any of the number', () => {
    expect(hash).toMatch(/^[\w-]{16}$/);
  });
});

describe('the hash of a pair', () => {
  it('is the same whoever asks', () => {
    expect(pairHash('a', 'b', lookupKey)).toBe(pairHash('b', 'a', lookupKey));
  });

  it('tells all pairs apart, also where ids hold separators', () => {
    const pairs = [
      ['a', 'b'],
      ['a', 'c'],
      ['a,b', 'c'],
      ['a', 'b,c'],
      ['a","b', 'c'],
      ['a', 'b","c'],
      ['', 'ab'],
    ] as const;
    expect(new Set(pairs.map(([one, other]) => pairHash(one, other, lookupKey))).size).toBe(pairs.length);
  });

  it('is no number\u2019s hash', () => {
    expect(pairHash(number, '', lookupKey)).not.toBe(hash);
  });
});
