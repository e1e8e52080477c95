/**
 * A number as the sum of two doubles, of which `low` is what `high` was rounded by: some 106 bits. For the few functions whose last digit would
 * otherwise depend on the machine.
 */
export interface DoubleDouble {
  readonly high: number;
  readonly low: number;
}

export const LN_2: DoubleDouble = { high: Math.LN2, low: 2.3190468138462996e-17 };

/** The sum, where `a` is not smaller than `b`, but for its sign. */
export function plus(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const high = a.high + b.high;
  return renormalized(high, a.high - high + b.high + (a.low + b.low));
}

export function times(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const high = a.high * b.high;
  return { high, low: remainder(a.high, b.high, high) + (a.high * b.low + a.low * b.high) };
}

export function over(value: DoubleDouble, divisor: number): DoubleDouble {
  const high = value.high / divisor;
  const product = high * divisor;
  const left = value.high - product - remainder(high, divisor, product) + value.low;
  return renormalized(high, left / divisor);
}

function renormalized(high: number, low: number): DoubleDouble {
  const sum = high + low;
  return { high: sum, low: high - sum + low };
}

/** a * b - product, exactly, where the product is rounded: Dekker's, 1971. */
function remainder(a: number, b: number, product: number): number {
  const aHigh = upperHalf(a);
  const bHigh = upperHalf(b);
  const aLow = a - aHigh;
  const bLow = b - bHigh;
  return aHigh * bHigh - product + aHigh * bLow + aLow * bHigh + aLow * bLow;
}

/** The leading 26 bits of a double. */
function upperHalf(value: number): number {
  const shifted = value * (2 ** 27 + 1);
  return shifted - (shifted - value);
}
