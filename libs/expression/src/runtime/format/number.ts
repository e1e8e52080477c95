import type { Int64 } from '../../value.ts';
import { type Decimal, exactDecimal, type Scientific } from '../float-digits.ts';
import { exponentText } from '../float64-text.ts';
import type { DecimalFormat } from '../numeric.ts';
import { padded } from './pad.ts';
import type { Specifier } from './pieces.ts';

/** A specifier with its sizes settled. */
export type Sized = Specifier & { readonly width: number; readonly precision: number | null };

/** `%d %i %o %x %X`. A precision is the least number of digits. */
export function wholeText(value: Int64, spec: Sized): string {
  const magnitude = value < 0 ? -BigInt(value) : BigInt(value);
  const base = spec.verb === 'o' ? 8 : spec.verb.toLowerCase() === 'x' ? 16 : 10;
  const plain = magnitude === 0n && base === 10 && spec.precision === 0 ? '' : magnitude.toString(base);
  const digits = (spec.isAlternate && base === 8 ? `0${plain}`.replace(/^00/, '0') : plain).padStart(
    spec.precision ?? 0,
    '0',
  );
  const grouped = spec.isGrouped ? groups(digits, base === 10 ? 3 : 4, base === 16 ? ':' : ',') : digits;
  // Plain decimal digits are C's own, where a precision leaves the filling to spaces.
  const zeros = base !== 10 || spec.isGrouped || spec.precision === null;
  const prefix = spec.isAlternate && base === 16 ? '0x' : '';
  const text = padded({ sign: signOf(value < 0, spec) + prefix, body: grouped, spec, zeros });
  return spec.verb === 'X' ? text.toUpperCase() : text;
}

/** `%f %F %e %E %g %G` of a FLOAT64, whose last digit in the middle goes to even. Zero has no sign. */
export function realText(value: number, spec: Sized): string {
  const isNegative = value < 0;
  if (Number.isFinite(value)) return decimalRealText(isNegative, exactDecimal(value), halfEven, spec);
  const body = Number.isNaN(value) ? 'nan' : 'inf';
  return cased(padded({ sign: signOf(isNegative, spec), body, spec, zeros: false }), spec);
}

/** The same of a decimal, whose last digit in the middle goes away from zero. */
export const decimalReal =
  ({ scale }: DecimalFormat) =>
  (value: bigint, spec: Sized): string =>
    decimalRealText(value < 0n, { digits: value < 0n ? -value : value, places: Number(scale) }, halfAway, spec);

/** Whether a number in the middle goes up, by the quotient below it. */
export type Middle = (quotient: bigint) => boolean;
export const halfEven: Middle = (quotient) => quotient % 2n === 1n;
export const halfAway: Middle = () => true;

/** `12.50`, or `1.25e+01` with an exponent; the point is there without a digit after it too. */
export const magnitudeText = (value: Decimal, places: number, middle: Middle, hasExponent: boolean): string =>
  bodyOf(value, places, middle, { verb: hasExponent ? 'e' : 'f', isAlternate: true, isGrouped: false });

/** What of a specifier makes the digits. */
type Form = Pick<Specifier, 'verb' | 'isAlternate' | 'isGrouped'>;

function decimalRealText(isNegative: boolean, value: Decimal, middle: Middle, spec: Sized): string {
  const precision = spec.precision ?? 6;
  const body = bodyOf(value, precision, middle, spec);
  return cased(padded({ sign: signOf(isNegative, spec), body, spec, zeros: true }), spec);
}

function bodyOf(value: Decimal, precision: number, middle: Middle, spec: Form): string {
  switch (spec.verb.toLowerCase()) {
    case 'f':
      return fixedText(value, precision, middle, spec);
    case 'e':
      return exponentialText(scientificOf(value, precision + 1, middle), precision, spec);
    default:
      return generalText(value, precision === 0 ? 1 : precision, middle, spec);
  }
}

function fixedText(value: Decimal, places: number, middle: Middle, spec: Form): string {
  const kept = Math.min(places, value.places);
  const digits = toPlaces(value, kept, middle)
    .toString()
    .padStart(kept + 1, '0');
  const whole = digits.slice(0, digits.length - kept);
  const fraction = digits.slice(digits.length - kept).padEnd(places, '0');
  return (spec.isGrouped ? groups(whole, 3, ',') : whole) + (places > 0 || spec.isAlternate ? `.${fraction}` : '');
}

function exponentialText({ digits, exponent }: Scientific, places: number, spec: Form): string {
  const fraction = digits.slice(1).padEnd(places, '0');
  return `${digits[0]}${places > 0 || spec.isAlternate ? `.${fraction}` : ''}${exponentText(exponent)}`;
}

/** With an exponent where it is below -4 or not below the precision; without zeros at the end, unless the form is the alternate one. */
function generalText(value: Decimal, precision: number, middle: Middle, spec: Form): string {
  const found = scientificOf(value, precision, middle);
  const isFixed = found.exponent >= -4 && found.exponent < precision;
  const digits = spec.isAlternate ? found.digits.padEnd(precision, '0') : found.digits.replace(/(?<=.)0+$/, '');
  if (!isFixed) return exponentialText({ ...found, digits }, digits.length - 1, spec);
  const places = Math.max(digits.length - 1 - found.exponent, 0);
  return fixedText(value, places, middle, spec);
}

/** So many significant digits, fewer where the rest are zeros. */
function scientificOf(value: Decimal, precision: number, middle: Middle): Scientific {
  if (value.digits === 0n) return { digits: '0', exponent: 0 };
  const all = value.digits.toString();
  const exponent = all.length - 1 - value.places;
  if (precision >= all.length) return { digits: all, exponent };
  const digits = toPlaces(value, precision - 1 - exponent, middle).toString();
  return digits.length > precision
    ? { digits: digits.slice(0, precision), exponent: exponent + 1 }
    : { digits, exponent };
}

/** As a whole number of the last place that is kept. Fewer places than none round to tens. */
export function toPlaces({ digits, places }: Decimal, wanted: number, middle: Middle): bigint {
  if (wanted >= places) return digits * 10n ** BigInt(wanted - places);
  const unit = 10n ** BigInt(places - wanted);
  const quotient = digits / unit;
  const twice = (digits % unit) * 2n;
  return twice > unit || (twice === unit && middle(quotient)) ? quotient + 1n : quotient;
}

const signOf = (isNegative: boolean, { hasPlus, hasSpace }: Specifier): string =>
  isNegative ? '-' : hasPlus ? '+' : hasSpace ? ' ' : '';

const cased = (text: string, { verb }: Specifier): string => (/[A-Z]/.test(verb) ? text.toUpperCase() : text);

function groups(digits: string, size: number, separator: string): string {
  let text = digits.slice(0, digits.length % size);
  for (let at = text.length; at < digits.length; at += size) {
    text += (text === '' ? '' : separator) + digits.slice(at, at + size);
  }
  return text;
}
