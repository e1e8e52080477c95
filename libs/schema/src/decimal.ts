import type { Decimal } from './data-type.ts';
import { IsochronError } from './isochron-error.ts';

const PLAIN = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/;

/**
 * Reads `12.30`, `-7`, `.5`, `5.` or `1.2e3`; the digits after the point make the scale, so that `12.30` has scale 2.
 * An exponent is resolved; a scale is never negative (`1e3` is 1000 with scale 0). Anything else is INVALID_ARGUMENT.
 */
export function parseDecimal(text: string): Decimal {
  const match = PLAIN.exec(text.trim());
  const whole = match?.[2] ?? '';
  const fraction = match?.[3] ?? '';
  if (match === null || whole.length + fraction.length === 0) {
    throw new IsochronError(
      'INVALID_ARGUMENT',
      `"${text}" is not a decimal; write digits with at most one point, as 12.30.`,
    );
  }
  const digits = BigInt(whole + fraction);
  const unscaled = match[1] === '-' ? -digits : digits;
  const scale = fraction.length - Number(match[4] ?? 0);
  return scale >= 0 ? { unscaled, scale } : { unscaled: unscaled * powerOfTen(-scale), scale: 0 };
}

/** The plain text of a decimal, with exactly `scale` digits after the point and never an exponent: `12.30`, `-0.05`. */
export function decimalText(decimal: Decimal): string {
  const { unscaled, scale } = decimal;
  const sign = unscaled < 0n ? '-' : '';
  const digits = (unscaled < 0n ? -unscaled : unscaled).toString().padStart(scale + 1, '0');
  const point = digits.length - scale;
  return scale === 0 ? sign + digits : `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** The same number at another scale. Digits that are lost round half up, away from zero: 0.125 is 0.13, -0.125 is -0.13. */
export function rescaleDecimal(decimal: Decimal, scale: number): Decimal {
  if (scale === decimal.scale) return decimal;
  if (scale > decimal.scale) return { unscaled: decimal.unscaled * powerOfTen(scale - decimal.scale), scale };
  const divisor = powerOfTen(decimal.scale - scale);
  const magnitude = decimal.unscaled < 0n ? -decimal.unscaled : decimal.unscaled;
  const rounded = (magnitude * 2n + divisor) / (divisor * 2n);
  return { unscaled: decimal.unscaled < 0n ? -rounded : rounded, scale };
}

/** Less than 0, 0 or more than 0, by value: 1.5 and 1.50 are equal. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  let left = a.unscaled;
  let right = b.unscaled;
  if (a.scale < b.scale) left *= powerOfTen(b.scale - a.scale);
  else if (a.scale > b.scale) right *= powerOfTen(a.scale - b.scale);
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The equal decimal of least scale: 12.30 is 12.3, and 100.00 is 100. */
export function trimDecimal(decimal: Decimal): Decimal {
  let { unscaled, scale } = decimal;
  while (scale > 0 && unscaled % 10n === 0n) {
    unscaled /= 10n;
    scale -= 1;
  }
  return scale === decimal.scale ? decimal : { unscaled, scale };
}

/** How many digits the number has without its sign and leading zeros; 0 has one. */
export function decimalPrecision(decimal: Decimal): number {
  const { unscaled } = decimal;
  return (unscaled < 0n ? -unscaled : unscaled).toString().length;
}

/** The decimal as the nearest double. */
export const decimalToNumber = (decimal: Decimal): number => Number(decimalText(decimal));

const powerOfTen = (exponent: number): bigint => 10n ** BigInt(exponent);
