import { RowFault } from '../row-fault.ts';
import type { Int64 } from '../value.ts';
import { binaryParts } from './float-digits.ts';
import { INT64_MAX, INT64_MIN, int64Of } from './int64.ts';
import { type DecimalFormat, divideRounded } from './numeric.ts';

// Only what C calls a space may stand around a number.
const WHOLE = /^[ \t\n\v\f\r]*([+-]?)(?:0[xX]0*([0-9a-fA-F]+)|0*(\d+))[ \t\n\v\f\r]*$/;
const REAL = /^[ \t\n\v\f\r]*([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)[ \t\n\v\f\r]*$/;
const WORD = /^[ \t\n\v\f\r]*([+-]?)(?:(inf(?:inity)?)|nan(?:\(\w*\))?)[ \t\n\v\f\r]*$/i;
const HEXADECIMAL = /^[ \t\n\v\f\r]*([+-]?)0x([\da-f]*)(?:\.([\da-f]*))?(?:p([+-]?\d+))?[ \t\n\v\f\r]*$/i;
const DECIMAL = /^[ \t\n\v\f\r]*([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?[ \t\n\v\f\r]*$/;

const EXCERPT_MAX = 60;
const quoted = (text: string): string =>
  JSON.stringify(text.length > EXCERPT_MAX ? `${text.slice(0, EXCERPT_MAX)}…` : text);

/** A whole number in decimal or, after 0x, hexadecimal digits, with a sign and white space around it. */
export function int64FromText(text: string): Int64 {
  const [, sign = '', hexadecimal, decimal = ''] = WHOLE.exec(text) ?? [];
  const digits = hexadecimal ?? decimal;
  // 19 decimal digits, 16 hexadecimal ones: longer is beyond 64 bits, and is not read at all.
  if (digits === '' || digits.length > 19) throw new RowFault(`${quoted(text)} is no INT64`);
  const magnitude = BigInt(hexadecimal === undefined ? digits : `0x${digits}`);
  const value = int64Of(sign === '-' ? -magnitude : magnitude);
  if (value === undefined) throw new RowFault(`${quoted(text)} is beyond INT64`);
  return value;
}

/** A number as C's strtod reads it: also `inf`, `nan` and hexadecimal. What is beyond the range is infinite. */
export function float64FromText(text: string): number {
  const [, real] = REAL.exec(text) ?? [];
  if (real !== undefined) return Number(real);
  const [word, sign, infinity] = WORD.exec(text) ?? [];
  if (word !== undefined) return infinity === undefined ? Number.NaN : sign === '-' ? -Infinity : Infinity;
  return hexadecimalFloat(text);
}

const HEXADECIMAL_DIGITS = 20;

function hexadecimalFloat(text: string): number {
  const [match, sign, whole = '', fraction = '', power = '0'] = HEXADECIMAL.exec(text) ?? [];
  if (match === undefined || whole + fraction === '') throw new RowFault(`${quoted(text)} is no FLOAT64`);
  const digits = (whole + fraction).replace(/^0+/, '');
  // Of more digits than any double has, only whether one is not zero still matters, for what lies in the middle.
  const kept = digits.slice(0, HEXADECIMAL_DIGITS) + (/[^0]/.test(digits.slice(HEXADECIMAL_DIGITS)) ? '1' : '0');
  const dropped = Math.max(digits.length - HEXADECIMAL_DIGITS, 0) - 1;
  const exponent = Number(power) + 4 * (dropped - fraction.length);
  const value = scaledByTwo(BigInt(`0x${kept}`), exponent);
  return sign === '-' ? -value : value;
}

/** `significand * 2^exponent`, rounded once to the nearest double, to even in the middle. */
function scaledByTwo(significand: bigint, exponent: number): number {
  if (significand === 0n) return 0;
  const bits = significand.toString(2).length;
  if (bits + exponent > 1025) return Number.POSITIVE_INFINITY;
  if (bits + exponent < -1080) return 0;
  // The last place of the result: 53 bits, or fewer where it is subnormal.
  const last = Math.max(bits + exponent - 53, -1074);
  const drop = BigInt(last - exponent);
  const whole = drop <= 0n ? significand << -drop : roundedShift(significand, drop);
  // Both factors are exact, and so is their product: the second multiplication is needed as 2^-1074 is no normal number.
  return Number(whole) * 2 ** (last / 2 - (last % 2) / 2) * 2 ** (last / 2 + (last % 2) / 2);
}

function roundedShift(value: bigint, by: bigint): bigint {
  const quotient = value >> by;
  const rest = value - (quotient << by);
  const half = 1n << (by - 1n);
  return rest > half || (rest === half && quotient % 2n === 1n) ? quotient + 1n : quotient;
}

/** Decimal digits, perhaps with an exponent; more places than the type has are rounded half away from zero. */
export function decimalFromText(text: string, format: DecimalFormat): bigint {
  const [match, sign, whole = '', fraction = '', power = '0'] = DECIMAL.exec(text) ?? [];
  if (match === undefined || whole + fraction === '') throw new RowFault(`${quoted(text)} is no ${format.name}`);
  const value = scaledByTen(whole + fraction, Number(power) - fraction.length + Number(format.scale));
  const signed = sign === '-' && value !== undefined ? -value : value;
  if (signed === undefined || signed > format.max || signed < format.min)
    throw new RowFault(`${quoted(text)} is beyond ${format.name}`);
  return signed;
}

const LENIENT =
  /^[ \t\n\v\f\r]*([+-]?)[ \t\n\v\f\r]*((?:,*\d[\d,]*)?)(?:\.(\d*))?(?:[eE]([+-]?\d+))?[ \t\n\v\f\r]*([+-]?)[ \t\n\v\f\r]*$/;

/** The same with commas anywhere before the point, and the sign before or after, apart from the digits if need be. */
export function lenientDecimal(text: string, format: DecimalFormat): bigint {
  const [match, before = '', whole = '', fraction = '', power = '', after = ''] = LENIENT.exec(text) ?? [];
  if (match === undefined || whole + fraction === '' || (before !== '' && after !== '')) {
    throw new RowFault(`${quoted(text)} is no ${format.name}`);
  }
  const exponent = power === '' ? '' : `e${power}`;
  return decimalFromText(`${before}${after}${whole.replaceAll(',', '')}.${fraction}${exponent}`, format);
}

const DIGITS_MAX = 80;

/** Digits times a power of ten as a whole number, half away from zero; undefined where it has more than 80 digits. */
export function scaledByTen(text: string, power: number): bigint | undefined {
  const digits = text.replace(/^0+/, '');
  if (digits === '') return 0n;
  const length = digits.length + power;
  if (length > DIGITS_MAX) return undefined;
  if (length < 0) return 0n;
  if (power >= 0) return BigInt(digits) * 10n ** BigInt(power);
  const kept = BigInt(digits.slice(0, length) || '0');
  return (digits[length] ?? '0') >= '5' ? kept + 1n : kept;
}

/** The exact value of a finite number, rounded once, half away from zero; null beyond the type. */
export function decimalFromFloat64(value: number, format: DecimalFormat): bigint | null {
  const { isNegative, significand, exponent } = binaryParts(value);
  if (exponent > 128) return null;
  const scaled = significand * format.one;
  const magnitude = exponent >= 0 ? scaled << BigInt(exponent) : divideRounded(scaled, 1n << BigInt(-exponent));
  const result = isNegative ? -magnitude : magnitude;
  return result > format.max || result < format.min ? null : result;
}

/** Half away from zero; undefined for NaN and beyond 64 bits. */
export function int64FromFloat64(value: number): Int64 | undefined {
  const magnitude = Math.abs(value);
  if (magnitude < 2 ** 52) {
    // Math.round goes up in the middle and is right below it; half is added to no number here that it would round away.
    const rounded = Math.round(magnitude);
    return value < 0 ? 0 - rounded : rounded;
  }
  if (!Number.isFinite(value) || value >= 2 ** 63 || value < -(2 ** 63)) return undefined;
  return int64Of(BigInt(value));
}

/** The nearest whole number, half away from zero; undefined beyond 64 bits. */
export function int64FromDecimal(value: bigint, { one }: DecimalFormat): Int64 | undefined {
  const whole = divideRounded(value, one);
  return whole > INT64_MAX || whole < INT64_MIN ? undefined : int64Of(whole);
}
