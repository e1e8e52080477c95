/**
 * 2^x rounded to the nearest double. `Math.pow` is free to be off by a little, and is, unlike Java's; estimates would differ in their last digit.
 * The fraction's power is summed as a Taylor series of numbers that are each a double and the remainder it could not hold. x: in [0, 1000].
 */
export function powerOf2(x: number): number {
  const whole = Math.round(x);
  const exponent = times({ high: x - whole, low: 0 }, LN_2);
  let sum: Pair = { high: 1, low: 0 };
  for (let n = TERMS; n > 0; n--) sum = onePlus(over(times(exponent, sum), n));
  return (sum.high + sum.low) * 2 ** whole;
}

/** The sum of both; `low` is what `high` was rounded by. */
interface Pair {
  readonly high: number;
  readonly low: number;
}

const LN_2: Pair = { high: Math.LN2, low: 2.3190468138462996e-17 };

/** (ln 2 / 2)^27 / 27! is below 2^-106. */
const TERMS = 27;

function onePlus(value: Pair): Pair {
  const high = 1 + value.high;
  return { high, low: value.high - (high - 1) + value.low };
}

function times(a: Pair, b: Pair): Pair {
  const high = a.high * b.high;
  return { high, low: remainder(a.high, b.high, high) + (a.high * b.low + a.low * b.high) };
}

function over(value: Pair, divisor: number): Pair {
  const high = value.high / divisor;
  const product = high * divisor;
  const left = value.high - product - remainder(high, divisor, product) + value.low;
  return { high, low: left / divisor };
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
