import { type DoubleDouble, LN_2, over, plus, times } from './double-double.ts';

/**
 * 2^x, rounded as if it were exact but once in thousands of times. `Math.pow` is free to be off by a little, and is where Java's is not: estimates
 * would differ in their last digit. x in [0, 1000].
 */
export function powerOf2(x: number): number {
  const whole = Math.round(x);
  const exponent = times({ high: x - whole, low: 0 }, LN_2);
  let sum: DoubleDouble = ONE;
  for (let n = TERMS; n > 0; n--) sum = plus(ONE, over(times(exponent, sum), n));
  return (sum.high + sum.low) * 2 ** whole;
}

const ONE: DoubleDouble = { high: 1, low: 0 };

/** (ln 2 / 2)^27 / 27! is below 2^-106. */
const TERMS = 27;
