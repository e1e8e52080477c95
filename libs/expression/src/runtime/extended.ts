/**
 * Floating-point numbers of 64 significant bits, as ZetaSQL adds FLOAT64 up in (`long double`): `significand * 2^exponent`, significand 0 or of at
 * most 64 bits. Finite numbers only; the exponent has no bounds here, and sums of FLOAT64 never reach those of the hardware.
 */
export interface Extended {
  readonly significand: bigint;
  readonly exponent: number;
}

const BITS = 64;
export const ZERO: Extended = { significand: 0n, exponent: 0 };

const words = new DataView(new ArrayBuffer(8));

/** The same number; `value` must be finite. */
export function extendedOf(value: number): Extended {
  words.setFloat64(0, value);
  const bits = words.getBigUint64(0);
  const biased = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xfffffffffffffn;
  const magnitude = biased === 0 ? fraction : fraction | (1n << 52n);
  return { significand: value < 0 ? -magnitude : magnitude, exponent: Math.max(1, biased) - 1075 };
}

export function add(a: Extended, b: Extended): Extended {
  if (a.significand === 0n) return b;
  if (b.significand === 0n) return a;
  const exponent = Math.min(a.exponent, b.exponent);
  const sum = shifted(a.significand, a.exponent - exponent) + shifted(b.significand, b.exponent - exponent);
  return rounded(sum, exponent, BITS);
}

export const multiply = (a: Extended, b: Extended): Extended =>
  rounded(a.significand * b.significand, a.exponent + b.exponent, BITS);

/** The quotient; the divisor is not 0. */
export function divide(a: Extended, b: Extended): Extended {
  const wide = a.significand << 130n;
  const quotient = wide / b.significand;
  const isNegative = wide < 0n !== b.significand < 0n;
  // The last bit says that something is left over, so that a tie is told from what is just beside it.
  const sticky = wide % b.significand === 0n ? 0n : isNegative ? -1n : 1n;
  return rounded((quotient << 1n) + sticky, a.exponent - b.exponent - 131, BITS);
}

export const negate = ({ significand, exponent }: Extended): Extended => ({ significand: -significand, exponent });

/** The quotient by a whole number above 0. */
export function divideByCount({ significand, exponent }: Extended, count: number): Extended {
  const wide = significand << 160n;
  const divisor = BigInt(count);
  const quotient = wide / divisor;
  // The last bit says that something is left over, so that a tie is told from what is just beside it.
  const sticky = wide % divisor === 0n ? 0n : wide < 0n ? -1n : 1n;
  return rounded((quotient << 1n) + sticky, exponent - 161, BITS);
}

/** The nearest FLOAT64; infinite beyond its range. */
export function numberOf({ significand, exponent }: Extended): number {
  const size = bitLength(significand) + exponent;
  // Below the normal range a number has fewer bits than 53.
  const { significand: near, exponent: by } = rounded(significand, exponent, Math.max(0, Math.min(53, size + 1074)));
  if (size > 1025) return significand < 0n ? -Infinity : Infinity;
  return by < -1000
    ? Number(near) * 2 ** (by + 100) * 2 ** -100
    : Number(near) * 2 ** (by >> 1) * 2 ** (by - (by >> 1));
}

/** To so many significant bits, ties to even. */
function rounded(value: bigint, exponent: number, bits: number): Extended {
  const excess = bitLength(value) - bits;
  if (excess <= 0) return { significand: value, exponent };
  const [magnitude, drop] = [value < 0n ? -value : value, BigInt(excess)];
  const [kept, rest, half] = [magnitude >> drop, magnitude & ((1n << drop) - 1n), 1n << (drop - 1n)];
  const up = rest > half || (rest === half && (kept & 1n) === 1n) ? 1n : 0n;
  return { significand: value < 0n ? -(kept + up) : kept + up, exponent: exponent + excess };
}

const shifted = (value: bigint, by: number): bigint => value << BigInt(by);
const bitLength = (value: bigint): number =>
  value === 0n ? 0 : (value < 0n ? -value : value).toString(16).length * 4 - leadingZeros(value);

function leadingZeros(value: bigint): number {
  const digit = Number.parseInt((value < 0n ? -value : value).toString(16).charAt(0), 16);
  return Math.clz32(digit) - 28;
}
