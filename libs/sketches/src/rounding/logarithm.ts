import { type DoubleDouble, LN_2, over, plus, times } from './double-double.ts';

/**
 * The natural logarithm of a whole number in [1, 2^32], rounded as if it were exact but once in thousands of times; see `powerOf2` for why. Of
 * n = 2^e m it is e ln 2 + 2 artanh((m - 1) / (m + 1)), as a series.
 */
export function logarithm(n: number): number {
  const exponent = Math.round(Math.log2(n));
  const m = n / 2 ** exponent;
  const ratio = over({ high: m - 1, low: 0 }, m + 1);
  const square = times(ratio, ratio);
  let sum: DoubleDouble = { high: 0, low: 0 };
  for (let odd = 2 * TERMS + 1; odd > 0; odd -= 2) sum = plus(over({ high: 1, low: 0 }, odd), times(square, sum));
  const fraction = times({ high: 2, low: 0 }, times(ratio, sum));
  if (exponent === 0) return fraction.high + fraction.low;
  const total = plus(times({ high: exponent, low: 0 }, LN_2), fraction);
  return total.high + total.low;
}

/** ((sqrt 2 - 1) / (sqrt 2 + 1))^(2 * 21) is below 2^-106. */
const TERMS = 21;
