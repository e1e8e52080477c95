import { exactDecimal, type Scientific, scientific } from './float-digits.ts';

/**
 * A FLOAT64 as GoogleSQL writes it: with 15 significant digits where they read as the same number again, else with 17, as C's `%.15g` and `%.17g` do.
 * Neither NaN nor zero has a sign.
 */
export function float64Text(value: number): string {
  if (value === 0) return '0';
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'nan' : value > 0 ? 'inf' : '-inf';
  if (Number.isSafeInteger(value) && Math.abs(value) < 1e15) return `${value}`;
  const short = Number(value.toPrecision(15)) === value;
  const { digits, exponent } = significantDigits(Math.abs(value), short ? 15 : 17);
  return (value < 0 ? '-' : '') + generalText(digits.replace(/0+$/, ''), exponent, short ? 15 : 17);
}

/** toPrecision rounds up what lies in the middle, C rounds to even; that is only so where one more digit would be the last and a 5. */
function significantDigits(magnitude: number, precision: number): Scientific {
  const [more = '', power = ''] = magnitude.toExponential(precision).split('e');
  if (more.endsWith('5')) return scientific(exactDecimal(magnitude), precision);
  const [digits = '', exponent = power] = magnitude.toExponential(precision - 1).split('e');
  return { digits: digits.replace('.', ''), exponent: Number(exponent) };
}

/** Digits without zeros at their end: positional where the exponent is at least -4 and below the precision, else with an exponent. */
function generalText(digits: string, exponent: number, precision: number): string {
  if (exponent < -4 || exponent >= precision) {
    const fraction = digits.length > 1 ? `.${digits.slice(1)}` : '';
    return `${digits[0]}${fraction}${exponentText(exponent)}`;
  }
  if (exponent < 0) return `0.${'0'.repeat(-exponent - 1)}${digits}`;
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, '0');
  return digits.length > exponent + 1 ? `${whole}.${digits.slice(exponent + 1)}` : whole;
}

/** `e+05`: a sign and two digits at least. */
export const exponentText = (exponent: number): string =>
  `e${exponent < 0 ? '-' : '+'}${`${Math.abs(exponent)}`.padStart(2, '0')}`;
