import type { Definition, Nearness, Occurrence } from '../../operation.ts';
import { numbers } from '../../oracle-values.ts';

/** The values as floats without NaN, in order; of n the one at place ceil(p * n), counted from 1, and the first for p = 0. */
export const definition: Definition = (events, _input, args) => {
  const sorted = sortedFloats(events);
  return sorted.length === 0
    ? null
    : percentiles(args).map((p) => sorted[Math.max(0, placeOf(p, sorted.length) - 1)] ?? null);
};

/**
 * While there are no more than k values only the definition's will do. Then a percentile is any value whose ranks are within twice the
 * 99 % error of a single rank, 2.296 / k^0.9723, of the share asked for (as DataSketches publishes it).
 */
export const isNear: Nearness = (value, events, _input, args) => {
  const sorted = sortedFloats(events);
  const k = Number(args['k']);
  if (sorted.length <= k || !Array.isArray(value)) return false;
  const error = (2 * 2.296) / k ** 0.9723;
  return percentiles(args).every((p, at) => {
    // An infinite percentile is null.
    const found = value[at] === null ? sorted.filter((held) => !Number.isFinite(held)) : [Number(value[at])];
    return found.some((one) => {
      const below = sorted.filter((held) => held < one).length / sorted.length;
      const atMost = sorted.filter((held) => held <= one).length / sorted.length;
      return below <= p + error && atMost >= p - error && atMost > below;
    });
  });
};

const sortedFloats = (events: readonly Occurrence[]): number[] =>
  numbers(events)
    .map(Math.fround)
    .filter((number) => !Number.isNaN(number))
    .sort((a, b) => a - b || Number(Object.is(b, -0)) - Number(Object.is(a, -0)));

/** A place within a millionth of a whole number is that number: 0.07 of 100 is the 7th. */
const placeOf = (p: number, n: number): number => Math.ceil(Math.round(p * n * 1e6) / 1e6);

const percentiles = (args: Readonly<Record<string, string>>): number[] => JSON.parse(args['percentiles'] ?? '[]');
