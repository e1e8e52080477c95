import type { Deviations } from '../deviations.ts';
import { powerOf2 } from '../rounding/power-of-2.ts';
import type { CpcState } from './cpc-state.ts';
import { iconCoefficients } from './icon-coefficients.ts';

/**
 * The estimate of how many distinct items brought C coupons to k rows, from C alone: Lang's ICON estimator, by a polynomial in C/2k, and far
 * out, where C/k is above 5.6 or so, by its exponential asymptote (Lang 2017, section 6; constants of Apache DataSketches).
 */
export function iconEstimate(lgK: number, coupons: number): number {
  if (coupons < 2) return coupons;
  const k = 2 ** lgK;
  if (coupons > (lgK < 14 ? 5.7 : 5.6) * k) return 0.7940236163830469 * k * powerOf2(coupons / k);
  const perRow = coupons / k;
  const cubic = 1 + (perRow * perRow * perRow) / 66.774757;
  return Math.max(coupons, coupons * polynomial(iconCoefficients[lgK - 4] as readonly number[], perRow / 2) * cubic);
}

/** HIP while the sketch saw every item itself, else ICON. */
export function estimateOf(state: CpcState): number {
  return state.merged ? iconEstimate(state.lgK, state.coupons) : state.hip;
}

/** Never below the number of coupons: as many items there were at least. */
export function lowerBoundOf(state: CpcState, deviations: Deviations): number {
  const error = relativeError(state, deviations, state.merged ? ICON_ABOVE : HIP_ABOVE);
  return state.coupons === 0 ? 0 : Math.max(state.coupons, estimateOf(state) / (1 + error));
}

/** A whole number. */
export function upperBoundOf(state: CpcState, deviations: Deviations): number {
  const error = relativeError(state, deviations, state.merged ? ICON_BELOW : HIP_BELOW);
  return state.coupons === 0 ? 0 : Math.ceil(estimateOf(state) / (1 - error));
}

/**
 * Relative error at so many standard deviations: each deviation sqrt(ln 2 / 2) / sqrt(k) for HIP and ln 2 / sqrt(k) for ICON (Lang 2017,
 * section 7), and up to lg k = 14, where the distribution is not yet normal, what was measured.
 */
function relativeError(state: CpcState, deviations: Deviations, measured: readonly number[]): number {
  const { lgK, merged } = state;
  const constant =
    lgK > 14
      ? merged
        ? Math.LN2
        : Math.sqrt(Math.LN2 / 2)
      : (measured[3 * (lgK - 4) + deviations - 1] as number) / 10000;
  return deviations * (constant / Math.sqrt(2 ** lgK));
}

/** Measured constants times 10000, of lg k from 4 to 14, each for 1, 2 and 3 standard deviations. From Apache DataSketches. */
const ICON_BELOW = [
  6037, 5720, 5328, 6411, 6262, 5682, 6724, 6403, 6127, 6665, 6411, 6208, 6959, 6525, 6427, 6892, 6665, 6619, 6792,
  6752, 6690, 6899, 6818, 6708, 6871, 6845, 6812, 6909, 6861, 6828, 6919, 6897, 6842,
];
const ICON_ABOVE = [
  8031, 8559, 9309, 7084, 7959, 8660, 7141, 7514, 7876, 7458, 7430, 7572, 6892, 7141, 7497, 6889, 7132, 7290, 7075,
  7118, 7185, 7040, 7047, 7085, 6993, 7019, 7053, 6953, 7001, 6983, 6944, 6966, 7004,
];
const HIP_BELOW = [
  5871, 5247, 4826, 5877, 5403, 5070, 5873, 5533, 5304, 5878, 5632, 5464, 5874, 5690, 5564, 5880, 5745, 5619, 5875,
  5784, 5701, 5866, 5789, 5742, 5869, 5827, 5784, 5876, 5860, 5827, 5881, 5853, 5842,
];
const HIP_ABOVE = [
  5855, 6688, 7391, 5886, 6444, 6923, 5885, 6254, 6594, 5889, 6134, 6326, 5900, 6072, 6203, 5875, 6005, 6089, 5871,
  5980, 6040, 5889, 5941, 6015, 5871, 5926, 5973, 5866, 5901, 5915, 5880, 5914, 5953,
];

function polynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0);
}
