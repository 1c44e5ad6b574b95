import { readTexts, screenAnswer } from '../../src/http/screening';

const judged = (text: string) =>
  screenAnswer({ text }, {}) as { allowed: boolean; message?: object; findings: object[] };

describe('the question of /screen', () => {
  it('is one text, or up to a hundred', () => {
    expect(readTexts({ text: 'a' })).toEqual({ text: 'a' });
    expect(readTexts({ texts: ['a', 'b'] })).toEqual({ texts: ['a', 'b'] });
  });

  it.each([
    {},
    { text: 1 },
    { texts: [] },
    { texts: ['a', 1] },
    { texts: Array(101).fill('a') },
    { text: 'a', texts: ['a'] },
    { text: 'a', other: 'b' },
  ])('is malformed otherwise: %#', (params) => {
    expect(() => readTexts(params)).toThrow('malformed_request');
  });
});

describe('the answer of /screen', () => {
  it('lets ordinary talk pass and says nothing to its author', () => {
    expect(judged('明日の10時に駅前でお待ちしています')).toEqual({ allowed: true, findings: [] });
  });

  it('says where a number is, why it was found, and what to tell the author, in both languages', () => {
    const text = '連絡は090-1234-5678まで';
    const answer = judged(text);
    expect(answer.allowed).toBe(false);
    expect(answer.findings[0]).toMatchObject({
      kind: 'phone',
      start: text.indexOf('0'),
      end: text.indexOf('8') + 1,
    });
    expect(answer.findings[0]).toHaveProperty('explanation', {
      ja: '電話番号が含まれています。',
      en: 'This is a phone number.',
    });
    expect(answer.message).toEqual({
      ja: expect.stringContaining('送信'),
      en: expect.stringContaining('not sent'),
    });
  });

  it('judges each text of a batch, in order', () => {
    const answer = screenAnswer({ texts: ['はい', '090-1234-5678です'] }, {});
    expect(answer).toMatchObject({ results: [{ allowed: true }, { allowed: false }] });
  });

  it('follows the policy', () => {
    const answer = screenAnswer({ text: '090-1234-5678です' }, { policy: { phone: 'flag' } });
    expect(answer).toMatchObject({ allowed: true, findings: [{ kind: 'phone' }] });
  });
});
