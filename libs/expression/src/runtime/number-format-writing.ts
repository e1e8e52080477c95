import type { Int64 } from '../value.ts';
import { type Decimal, exactDecimal } from './float-digits.ts';
import { halfAway, halfEven, type Middle, magnitudeText, toPlaces } from './format/number.ts';
import type { DecimalFormatting, HexadecimalFormatting, NumberFormat } from './number-format.ts';
import type { DecimalFormat } from './numeric.ts';

/** A number as a FORMAT writes it. */
export interface WritableNumber {
  readonly isNegative: boolean;
  /** Without its sign. */
  readonly magnitude: Decimal | 'INF' | 'NAN';
  /** Where half a unit of the last place goes. */
  readonly middle: Middle;
}

export const writableInt64 = (value: Int64): WritableNumber => ({
  isNegative: value < 0,
  magnitude: { digits: BigInt(value < 0 ? -BigInt(value) : value), places: 0 },
  middle: halfAway,
});

export const writableDecimal =
  ({ scale }: DecimalFormat) =>
  (value: bigint): WritableNumber => ({
    isNegative: value < 0n,
    magnitude: { digits: value < 0n ? -value : value, places: Number(scale) },
    middle: halfAway,
  });

/** -0 has no sign, and neither has NaN. */
export const writableFloat64 = (value: number): WritableNumber => ({
  isNegative: value < 0,
  magnitude: Number.isFinite(value) ? exactDecimal(value) : Number.isNaN(value) ? 'NAN' : 'INF',
  middle: halfEven,
});

/** What has no room is written as `#` in the place of every digit. */
export function writeNumber(format: NumberFormat, number: WritableNumber): string {
  const text = format.kind === 'hexadecimal' ? hexadecimalText(format, number) : decimalText(format, number);
  return format.isCompact ? text.trim() : text;
}

function decimalText(format: DecimalFormatting, number: WritableNumber): string {
  const { magnitude, isNegative, middle } = number;
  if (typeof magnitude === 'string') return wordText(format, magnitude, isNegative);
  const { whole, fraction, exponent } = digitsOf(
    magnitudeText(magnitude, format.places, middle, format.exponent !== ''),
  );
  const hasRoom = whole.length <= format.digits;
  const written = wholeText(format, whole, fraction);
  const body = written.text + pointOf(format) + (hasRoom ? shortened(format, fraction) : '#'.repeat(format.places));
  const power = format.exponent === '' ? '' : hasRoom ? format.exponent + exponent : '####';
  const text = written.padding + signed(format, isNegative, format.currency + body + power);
  return format.isBlankForZero && whole === '' ? ' '.repeat(text.length) : text;
}

/** Before the point, after it, and the exponent; zero has no digit before the point. */
function digitsOf(text: string): { readonly whole: string; readonly fraction: string; readonly exponent: string } {
  const [number = '', exponent = ''] = text.split('e');
  const [whole = '', fraction = ''] = number.split('.');
  return { whole: whole === '0' ? '' : whole, fraction, exponent };
}

const shortened = ({ isCompact }: DecimalFormatting, fraction: string): string =>
  isCompact ? fraction.replace(/0+$/, '') : fraction;

const pointOf = ({ point }: DecimalFormatting): string => (point === '.' ? '.' : '');

/** A zero before the point is written where a `0` stands there, where there are no digits after it, and before an exponent. */
function wholeText(format: DecimalFormatting, whole: string, fraction: string): Placed {
  const { whole: elements, digits, exponent } = format;
  const zero = elements.indexOf('0');
  const isShown = whole !== '' || exponent !== '' || zero !== -1 || shortened(format, fraction) === '';
  if (digits === 0 || !isShown) return { text: '', padding: ' '.repeat(elements.length) };
  const isBeyond = whole.length > digits;
  return placed(elements, zero === -1 ? elements.length : zero, whole || '0', (digit, element) =>
    element === ',' ? null : isBeyond ? '#' : digit,
  );
}

interface Placed {
  readonly text: string;
  /** Spaces for the elements before it. */
  readonly padding: string;
}

/**
 * Digits in the places of elements, from the right; from the first zero on there are zeros before them. An element that takes no digit (null)
 * stays as it is.
 */
function placed(
  elements: string,
  firstZero: number,
  digits: string,
  put: (digit: string, element: string) => string | null,
): Placed {
  const text: string[] = [];
  let left = digits.length;
  let at = elements.length - 1;
  for (; at >= 0 && (left > 0 || at >= firstZero); at--) {
    const element = elements.charAt(at);
    const written = put(digits.charAt(left - 1) || '0', element);
    if (written !== null) left -= 1;
    text.push(written ?? element);
  }
  return { text: text.reverse().join(''), padding: ' '.repeat(at + 1) };
}

/** `INF` and `NAN` stand at the end of the whole part, over separators too; NaN has no sign. */
function wordText(format: DecimalFormatting, word: 'INF' | 'NAN', isNegative: boolean): string {
  const { whole, places, point, exponent, currency, isCompact } = format;
  const body = exponent === '' ? wordBody(format, word) : word;
  const width = exponent === '' ? Math.max(whole.length - word.length, 0) : whole.length + point.length + places + 1;
  const [before, after] = signs(format, isNegative).map((sign) => (word === 'NAN' ? sign.replace(/./, ' ') : sign));
  return (isCompact ? '' : ' '.repeat(width)) + before + currency + body + after;
}

function wordBody(format: DecimalFormatting, word: 'INF' | 'NAN'): string {
  const { whole, places, isCompact } = format;
  if (whole.length < word.length) return whole.replaceAll(/\d/g, '#') + pointOf(format) + '#'.repeat(places);
  return word + (isCompact ? '' : ' '.repeat(pointOf(format).length + places));
}

/** Rounded to a whole number, half away from zero; beyond 64 bits it has no room. */
function hexadecimalText(format: HexadecimalFormatting, { magnitude, isNegative }: WritableNumber): string {
  const { digits: elements, firstZero } = format;
  const whole = typeof magnitude === 'string' ? null : toPlaces(magnitude, 0, halfAway);
  const isBeyond = whole === null || whole >> 64n > 0n;
  const digits = isBeyond ? '0'.repeat(elements.length + 1) : whole.toString(16);
  const hasRoom = digits.length <= elements.length;
  const { text, padding } = placed(elements, firstZero, digits, (digit, element) =>
    hasRoom ? (element === 'X' ? digit.toUpperCase() : digit) : '#',
  );
  return padding + signed(format, isNegative, text);
}

function signed(format: NumberFormat, isNegative: boolean, text: string): string {
  const [before, after] = signs(format, isNegative);
  return before + text + after;
}

/** What stands before and after the number. */
function signs({ sign }: NumberFormat, isNegative: boolean): readonly [before: string, after: string] {
  switch (sign) {
    case 'before':
      return [isNegative ? '-' : ' ', ''];
    case 'S before':
      return [isNegative ? '-' : '+', ''];
    case 'S after':
      return ['', isNegative ? '-' : '+'];
    case 'MI':
      return ['', isNegative ? '-' : ' '];
    case 'PR':
      return isNegative ? ['<', '>'] : [' ', ' '];
  }
}
