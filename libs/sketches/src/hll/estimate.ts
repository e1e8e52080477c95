import type { Deviations } from '../deviations.ts';
import { logarithm } from '../rounding/logarithm.ts';
import { compositeRawEstimates, compositeStrides } from './composite-table.ts';
import { couponCounts, couponItems } from './coupon-table.ts';
import type { Coupons } from './coupons.ts';
import type { Dense } from './dense.ts';
import { interpolated } from './interpolation.ts';

/** Of so few items that coupons are held: they collide rarely, in 2^26 addresses. */
export function couponEstimate(coupons: Coupons): number {
  const { count } = coupons;
  return Math.max(
    count,
    interpolated(couponCounts, (at) => couponItems[at] as number, count),
  );
}

/** HIP while the sketch saw every item itself, else the composite estimate. */
export function denseEstimate(dense: Dense): number {
  return dense.merged ? compositeEstimate(dense) : dense.hip;
}

/**
 * The estimate from the registers alone: HyperLogLog's (Flajolet, Fusy, Gandouet, Meunier 2007), its bias taken off by a table; where few
 * rows were hit, linear counting (Whang, Vander-Zanden, Taylor 1990). To choose between the two, their mean is compared with a threshold,
 * which brings less bias than to compare either. Never linear counting beyond 3k, where it may be wild.
 */
export function compositeEstimate(dense: Dense): number {
  const { lgK, registers } = dense;
  const k = registers.k;
  const adjusted = withoutBias(lgK, (alphaOf(lgK) * k * k) / (dense.lowSum + dense.highSum));
  if (adjusted > 3 * k) return adjusted;
  const linear = linearCount(k, registers.floor === 0 ? registers.atFloor : 0);
  const crossover = lgK === 4 ? 0.718 : lgK === 5 ? 0.672 : 0.64;
  return (adjusted + linear) / 2 > crossover * k ? adjusted : linear;
}

function withoutBias(lgK: number, raw: number): number {
  const raws = compositeRawEstimates[lgK - 4] as readonly number[];
  const stride = compositeStrides[lgK - 4] as number;
  const last = raws.length - 1;
  if (raw < (raws[0] as number)) return 0;
  if (raw > (raws[last] as number)) return raw * ((stride * last) / (raws[last] as number));
  return interpolated(raws, (at) => stride * at, raw);
}

function alphaOf(lgK: number): number {
  if (lgK === 4) return 0.673;
  if (lgK === 5) return 0.697;
  return lgK === 6 ? 0.709 : 0.7213 / (1 + 1.079 / 2 ** lgK);
}

/** k (H(k) - H(zeros)); where no row is left 0, as if half a row were. */
function linearCount(k: number, zeros: number): number {
  return zeros === 0 ? k * Math.log(k / 0.5) : k * (harmonic(k) - harmonic(zeros));
}

/** The sum of 1/i over i from 1 to n: the first 24 as they are, then Euler's asymptotic series. */
function harmonic(n: number): number {
  if (n < 25) return HARMONIC[n] as number;
  const inverseSquare = 1 / (n * n);
  let sum = logarithm(n) + EULER_MASCHERONI + 1 / (2 * n);
  let power = inverseSquare;
  for (const term of SERIES) {
    sum += power * term;
    power *= inverseSquare;
  }
  return sum;
}

const EULER_MASCHERONI = 0.5772156649015329;
const SERIES = [-1 / 12, 1 / 120, -1 / 252, 1 / 240];
const HARMONIC = [
  0.0, 1.0, 1.5, 1.8333333333333333, 2.0833333333333335, 2.283333333333333, 2.45, 2.592857142857143, 2.717857142857143,
  2.828968253968254, 2.9289682539682538, 3.019877344877345, 3.103210678210678, 3.180133755133755, 3.2515623265623264,
  3.3182289932289932, 3.3807289932289932, 3.4395525226407577, 3.4951080781963135, 3.547739657143682, 3.597739657143682,
  3.6453587047627294, 3.690813250217275, 3.73429151108684, 3.7759581777535067,
];

/** The relative standard error of the number of coupons as an estimate. */
const COUPON_ERROR = 0.409 / 2 ** 13;

/** Never below the number of coupons. */
export function couponBound(coupons: Coupons, deviations: Deviations, isUpper: boolean): number {
  const error = (isUpper ? -1 : 1) * deviations * COUPON_ERROR;
  const bound = couponEstimate(coupons) / (1 + error);
  return isUpper ? bound : Math.max(bound, coupons.count);
}

/** Never below the number of rows that were hit. */
export function denseBound(dense: Dense, deviations: Deviations, isUpper: boolean): number {
  const { floor, atFloor, k } = dense.registers;
  const bound = denseEstimate(dense) / (1 + denseError(dense, deviations, isUpper));
  return isUpper ? bound : Math.max(bound, floor === 0 ? k - atFloor : k);
}

/**
 * Relative error at so many standard deviations: each deviation sqrt(ln 2) / sqrt(k) for HIP and sqrt(3 ln 2 - 1) / sqrt(k) for the composite
 * estimate; up to lg k = 12, where the distribution is not yet normal, quantiles as measured.
 */
function denseError(dense: Dense, deviations: Deviations, isUpper: boolean): number {
  const { lgK, merged } = dense;
  if (lgK > 12) {
    const constant = merged ? Math.sqrt(3 * Math.LN2 - 1) : Math.sqrt(Math.LN2);
    return ((isUpper ? -1 : 1) * deviations * constant) / Math.sqrt(2 ** lgK);
  }
  const measured = merged ? (isUpper ? MERGED_ABOVE : MERGED_BELOW) : isUpper ? HIP_ABOVE : HIP_BELOW;
  return measured[3 * (lgK - 4) + deviations - 1] as number;
}

/** Measured errors of lg k from 4 to 12, each for 1, 2 and 3 standard deviations. From Apache DataSketches. */
const HIP_BELOW = [
  0.207316195, 0.502865572, 0.882303765, 0.146981579, 0.335426881, 0.557052, 0.104026721, 0.227683872, 0.365888317,
  0.073614601, 0.156781585, 0.245740374, 0.05205248, 0.108783763, 0.168030442, 0.036770852, 0.075727545, 0.11593785,
  0.025990219, 0.053145536, 0.080772263, 0.018373987, 0.037266176, 0.056271814, 0.012936253, 0.02613829, 0.039387631,
];
const HIP_ABOVE = [
  -0.207805347, -0.355574279, -0.475535095, -0.146988328, -0.262390832, -0.360864026, -0.103877775, -0.191503663,
  -0.269311582, -0.073452978, -0.138513438, -0.198487447, -0.051982806, -0.099703123, -0.144128618, -0.036768609,
  -0.07138158, -0.104430324, -0.025991325, -0.050854296, -0.0748143, -0.01834533, -0.036121138, -0.05327616,
  -0.012920332, -0.025572893, -0.037896952,
];
const MERGED_BELOW = [
  0.254409839, 0.682266712, 1.304022158, 0.181817353, 0.443389054, 0.778776219, 0.129432281, 0.295782195, 0.49252279,
  0.091640655, 0.201175925, 0.323664385, 0.064858051, 0.138523393, 0.218805328, 0.045851855, 0.095925072, 0.148635751,
  0.032454144, 0.067009668, 0.102660669, 0.022921382, 0.046868565, 0.071307398, 0.016155679, 0.032825719, 0.049677541,
];
const MERGED_ABOVE = [
  -0.256980172, -0.411905944, -0.52651057, -0.182332109, -0.310275547, -0.412660505, -0.129314228, -0.230142294,
  -0.315636197, -0.091584836, -0.16834013, -0.236346847, -0.06487411, -0.122045231, -0.174112107, -0.04591465,
  -0.08784505, -0.126917615, -0.032433119, -0.062897613, -0.091862929, -0.022960633, -0.044875401, -0.065736049,
  -0.016186662, -0.031827816, -0.046973459,
];
