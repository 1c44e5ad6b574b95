/** A form that phone numbers have, with how much it alone says. */
export interface Shape {
  readonly name:
    | 'mobile'
    | 'landline'
    | 'service'
    | 'international'
    | 'american'
    | 'foreign'
    | 'headless'
    | 'unsigned'
    | 'local';
  readonly digits: RegExp;
  readonly base: number;
  /** Usual ways to group the digits; a number written like that is the more likely one. */
  readonly partitions: readonly string[];
  /** Only when grouped in a usual way: too many other codes have as many digits. */
  readonly strict?: true;
  /** The number is meant only with a sign or word before it. */
  readonly needs?: 'plus' | 'zero-first' | 'phone';
}

/**
 * Japanese numbering: https://www.soumu.go.jp/main_sosiki/joho_tsusin/top/tel_number/index.html,
 * American: https://www.nanpa.com/numbering, foreign: British and Australian mobiles as they are dialled at home. A number need not be assigned to be a disclosure.
 */
export const shapes: readonly Shape[] = [
  { name: 'international', digits: /^(?:81|[1-9])\d{8,13}$/u, base: 0.75, partitions: [], needs: 'plus' },
  {
    name: 'mobile',
    digits: /^0[5789]0\d{8}$/u,
    base: 0.55,
    partitions: ['3-4-4', '11', '3-8', '7-4', '2-1-4-4'],
  },
  { name: 'international', digits: /^(?:010|00)81[1-9]\d{8,9}$/u, base: 0.6, partitions: [] },
  {
    name: 'service',
    digits: /^(?:0120|0570|0990)\d{6}$/u,
    base: 0.4,
    partitions: ['4-3-3', '4-2-4', '4-6', '10'],
  },
  { name: 'service', digits: /^0800\d{7}$/u, base: 0.4, partitions: ['4-3-4'] },
  {
    name: 'landline',
    digits: /^0[1-9]\d{8}$/u,
    base: 0.3,
    partitions: ['2-4-4', '3-3-4', '4-2-4', '3-4-3', '5-1-4', '2-8'],
  },
  { name: 'landline', digits: /^0[1-9]\d{9}$/u, base: 0.2, partitions: ['3-4-4'], strict: true },
  {
    name: 'american',
    digits: /^1?[2-9]\d{2}[2-9]\d{6}$/u,
    base: 0.2,
    partitions: ['3-3-4', '1-3-3-4'],
    strict: true,
  },
  {
    name: 'american',
    digits: /^1?[2-9]\d{9}$/u,
    base: 0.2,
    partitions: ['3-3-4', '1-3-3-4'],
    strict: true,
    needs: 'phone',
  },
  {
    name: 'local',
    digits: /^0\d{9}$/u,
    base: 0.2,
    partitions: ['4-2-4', '2-4-4', '3-3-4'],
    strict: true,
    needs: 'phone',
  },
  { name: 'foreign', digits: /^07[1-9]\d{8}$/u, base: 0.4, partitions: ['5-6', '5-3-3', '4-3-4'] },
  { name: 'foreign', digits: /^04\d{8}$/u, base: 0.35, partitions: ['4-3-3'], strict: true },
  {
    name: 'unsigned',
    digits: /^81[5789]0\d{8}$/u,
    base: 0.2,
    partitions: ['2-2-4-4', '2-3-4-4'],
    strict: true,
  },
  {
    name: 'headless',
    digits: /^[5789]0\d{8}$/u,
    base: 0.4,
    partitions: ['2-4-4', '10'],
    needs: 'zero-first',
  },
];

/** Whether an ISBN-10 check digit fits: https://www.isbn-international.org/content/isbn-users-manual */
export function isIsbn10(digits: string): boolean {
  if (!/^\d{10}$/u.test(digits)) return false;
  const sum = Array.from(digits).reduce((total, digit, index) => total + Number(digit) * (10 - index), 0);
  return sum % 11 === 0;
}
