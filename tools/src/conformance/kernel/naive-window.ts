import { type Feature, oracle, windowStart } from '@isochron/aggregation';
import type { Value } from '@isochron/schema';
import type { TimedValue } from './ties.ts';
import type { WindowCase } from './window-features.ts';

/** The values of the feature's column that its window sees at an instant: from its start on, and before the instant itself. */
export function seenBy({ rows, accuracy }: WindowCase, { spec, input }: Feature, atMs: number): readonly TimedValue[] {
  const fromMs = windowStart(atMs, spec.windowMs, accuracy);
  return rows
    .filter(({ ts }) => ts >= fromMs && ts < atMs)
    .map(({ ts, values }) => ({ ts, value: values[input] ?? null }));
}

/** What the oracle says of them. */
export function naiveWindow({ spec, bound }: Feature, seen: readonly TimedValue[]): Value {
  return oracle({ operation: spec.operation, args: spec.args, input: bound.input, bucketed: false }, seen);
}
