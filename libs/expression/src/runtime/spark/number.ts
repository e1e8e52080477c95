import type { Int64 } from '../../value.ts';
import { INT64_MAX, INT64_MIN, int64Of } from '../int64.ts';

// Arithmetic as the Java virtual machine does it: whole numbers wrap around, nothing fails.

/** The lowest 64 bits, as a signed number. */
export function wrapped(value: bigint): Int64 {
  const near = int64Of(value);
  if (near !== undefined) return near;
  const cut = BigInt.asIntN(64, value);
  return int64Of(cut) ?? cut;
}

export const add = (a: Int64, b: Int64): Int64 => wrapped(BigInt(a) + BigInt(b));
export const subtract = (a: Int64, b: Int64): Int64 => wrapped(BigInt(a) - BigInt(b));
export const multiply = (a: Int64, b: Int64): Int64 => wrapped(BigInt(a) * BigInt(b));
export const negate = (a: Int64): Int64 => wrapped(-BigInt(a));
export const absolute = (a: Int64): Int64 => (a < 0 ? negate(a) : a);

/** Cut toward zero; null by zero. */
export const div = (a: Int64, b: Int64): Int64 | null => (b === 0 ? null : wrapped(BigInt(a) / BigInt(b)));

/** With the sign of `a`; null by zero. */
export const modulo = (a: Int64, b: Int64): Int64 | null => (b === 0 ? null : wrapped(BigInt(a) % BigInt(b)));

/** Never negative where `b` is not; null by zero. */
export function positiveModulo(a: Int64, b: Int64): Int64 | null {
  if (b === 0) return null;
  const rest = BigInt(a) % BigInt(b);
  return wrapped(rest < 0n ? (rest + BigInt(b)) % BigInt(b) : rest);
}

export const divideDoubles = (a: number, b: number): number | null => (b === 0 ? null : a / b);
export const moduloDoubles = (a: number, b: number): number | null => (b === 0 ? null : a % b);

export function positiveModuloDoubles(a: number, b: number): number | null {
  if (b === 0) return null;
  const rest = a % b;
  return rest < 0 ? (rest + b) % b : rest;
}

/** Cut toward zero and held to the range; 0 for NaN: how Java makes a long of a double. */
export function longOfDouble(value: number): Int64 {
  if (Number.isNaN(value)) return 0;
  const whole = Math.trunc(value) + 0;
  if (Number.isSafeInteger(whole)) return whole;
  return whole >= 2 ** 63 ? INT64_MAX : whole <= -(2 ** 63) ? INT64_MIN : (int64Of(BigInt(whole)) ?? INT64_MAX);
}

/** Held to a range of fewer bits, as Java makes an int of a double, and then cut to them, as it makes a short or a byte of an int. */
export function narrowOfDouble(value: number, bits: 8 | 16 | 32): number {
  const int = Number.isNaN(value) ? 0 : Math.max(-(2 ** 31), Math.min(2 ** 31 - 1, Math.trunc(value))) + 0;
  return narrowed(int, bits);
}

/** The lowest bits, as a signed number. */
export const narrowed = (value: Int64, bits: 8 | 16 | 32): number => Number(BigInt.asIntN(bits, BigInt(value)));

/** Half away from zero at a digit of the number as it is written, as Spark rounds doubles. */
export function rounded(value: number, digits: Int64 = 0): number {
  if (!Number.isFinite(value)) return value;
  return roundedAt(value, Number(digits), (half) => half >= 0);
}

/** The same, half to the even digit. */
export function roundedToEven(value: number, digits: Int64 = 0): number {
  if (!Number.isFinite(value)) return value;
  return roundedAt(value, Number(digits), (half, isOdd) => half > 0 || (half === 0 && isOdd));
}

/** `up` decides from whether what is cut off is more than half (positive), half (0) or less, and whether the last digit kept is odd. */
function roundedAt(value: number, digits: number, up: (half: number, isOdd: boolean) => boolean): number {
  const [mantissa = '0', power = '0'] = Math.abs(value).toExponential().split('e');
  const all = mantissa.replace('.', '');
  // How many of the digits are kept.
  const keep = Number(power) + 1 + digits;
  if (keep >= all.length) return value;
  if (keep < 0) return value < 0 ? -0 : 0;
  const [kept, rest] = [BigInt(all.slice(0, keep) || '0'), all.slice(keep)];
  const half =
    rest.charAt(0) > '5' || (rest.charAt(0) === '5' && /[1-9]/.test(rest.slice(1)))
      ? 1
      : rest.charAt(0) === '5'
        ? 0
        : -1;
  const result = Number(`${up(half, kept % 2n === 1n) ? kept + 1n : kept}e${-digits}`);
  return value < 0 ? -result : result;
}

/** Half away from zero at a digit left of the point; whole numbers have none right of it. */
export const roundedLong = (value: Int64, digits: Int64 = 0): Int64 =>
  roundedLongAt(value, digits, (half) => half >= 0n);

/** The same, half to the even digit. */
export const roundedLongToEven = (value: Int64, digits: Int64 = 0): Int64 =>
  roundedLongAt(value, digits, (half, isOdd) => half > 0n || (half === 0n && isOdd));

function roundedLongAt(value: Int64, digits: Int64, up: (half: bigint, isOdd: boolean) => boolean): Int64 {
  if (digits >= 0) return value;
  if (digits < -19) return 0;
  const unit = 10n ** BigInt(-Number(digits));
  const magnitude = value < 0 ? -BigInt(value) : BigInt(value);
  const quotient = magnitude / unit;
  const result = (up((magnitude % unit) * 2n - unit, quotient % 2n === 1n) ? quotient + 1n : quotient) * unit;
  return wrapped(value < 0 ? -result : result);
}
