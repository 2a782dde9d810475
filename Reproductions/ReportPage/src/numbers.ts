import type { Num } from './data';

const raised: Record<string, string> = {
  '-': '⁻', '0': '⁰', '1': '¹', '2': '²', '3': '³', '4': '⁴', '5': '⁵', '6': '⁶', '7': '⁷', '8': '⁸', '9': '⁹',
};

const minus = (text: string): string => text.replace('-', '−');

// From five digits on, in threes, with blanks that are narrow and do not break.
const grouped = (digits: string): string =>
  digits.replace(/(?<=\d\d)(?=(\d{3})+$)|(?<=\d)(?=(\d{3}){2,}$)/gu, '\u202f');

/** A number to some significant digits: powers of ten where zeros would have to be counted. */
export function shown(number: Num | undefined, digits = 4): string {
  if (number === undefined || number === 'NaN') return 'no number';
  if (typeof number === 'string') return number.startsWith('-') ? '−∞' : '∞';
  if (number === 0) return '0';
  const size = Math.abs(number);
  if (Number.isInteger(number) && size < 1e7) return minus(grouped(String(number)));
  if (size >= 1e-3 && size < 1e5) return minus(String(Number(number.toPrecision(digits))));
  const [mantissa = '', exponent = ''] = number.toExponential(digits - 1).split('e');
  const power = `10${[...exponent.replace('+', '')].map((digit) => raised[digit]).join('')}`;
  const factor = minus(String(Number(mantissa)));
  return factor === '1' ? power : factor === '−1' ? `−${power}` : `${factor} · ${power}`;
}

/** A share in percent. */
export const percent = (share: Num | undefined): string =>
  typeof share === 'number' ? `${shown(Number((100 * share).toPrecision(3)), 3)} %` : shown(share);

/** A count with its noun. */
export const counted = (count: number, noun: string): string => `${shown(count)} ${noun}${count === 1 ? '' : 's'}`;

/** A time in seconds, or minutes where they are many. */
export const duration = (seconds: number): string =>
  seconds >= 100 ? `${shown(seconds / 60, 2)} min` : seconds >= 0.1 ? `${shown(seconds, 2)} s` : '< 0.1 s';
