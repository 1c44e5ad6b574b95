import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import type { RealNumber } from '../../src/masking/numbers';
import { numberHash, openNumber, pairHash, sealNumber } from '../../src/store/seal';
import { mobile } from '../support/people';

const key = (id: string) => ({ id, key: new Uint8Array(randomBytes(32)) });
const [newer, older] = [key('d2'), key('d1')];
const lookupKey = randomBytes(32);
const number = mobile(1);
const hash = numberHash(number, lookupKey);

describe('a sealed number', () => {
  it('opens with its key and hash, whatever the number', () => {
    const e164 = fc.stringMatching(/^\+[1-9][0-9]{6,14}$/).map((text) => text as RealNumber);
    fc.assert(
      fc.property(e164, (any) => {
        const anyHash = numberHash(any, lookupKey);
        expect(openNumber(sealNumber(any, anyHash, newer), anyHash, [newer])).toBe(any);
      }),
    );
  });

  it('shows nothing of the number, and never looks the same twice', () => {
    const sealed = Array.from({ length: 20 }, () => sealNumber(number, hash, newer));
    expect(new Set(sealed).size).toBe(20);
    for (const text of sealed) {
      expect(text).toMatch(/^d2\.[\w-]+$/);
      const bytes = Buffer.from(text.slice(3), 'base64url').toString('latin1');
      expect(`${text} ${bytes}`).not.toContain(number.slice(3, 9));
    }
  });

  it('opens with an older key as long as that is listed', () => {
    const sealed = sealNumber(number, hash, older);
    expect(openNumber(sealed, hash, [newer, older])).toBe(number);
    expect(openNumber(sealed, hash, [newer])).toBeUndefined();
    expect(openNumber(sealed, hash, [])).toBeUndefined();
  });

  it('does not open with another key of the same name', () => {
    expect(openNumber(sealNumber(number, hash, newer), hash, [{ ...older, id: 'd2' }])).toBeUndefined();
  });

  it('does not open for another phone', () => {
    const sealed = sealNumber(number, hash, newer);
    expect(openNumber(sealed, numberHash(mobile(2), lookupKey), [newer])).toBeUndefined();
    expect(openNumber(sealed, '', [newer])).toBeUndefined();
  });

  it('does not open when any of its bytes was changed', () => {
    const bytes = Buffer.from(sealNumber(number, hash, newer).slice(3), 'base64url');
    for (let index = 0; index < bytes.length; index += 1) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(changed.readUInt8(index) ^ 1, index);
      expect(openNumber(`d2.${changed.toString('base64url')}`, hash, [newer])).toBeUndefined();
    }
  });

  it('does not open when it was cut, at whatever place', () => {
    const sealed = sealNumber(number, hash, newer);
    for (let length = 0; length < sealed.length - 1; length += 1)
      expect(openNumber(sealed.slice(0, length), hash, [newer])).toBeUndefined();
  });

  it.each(['', '.', 'd2', 'd2.', 'd2.!!!', '.AAAA', 'unknown.AAAA'])('does not open %j', (text) => {
    expect(openNumber(text, hash, [newer])).toBeUndefined();
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
