import { type FeatureSpec, hopMs, windowStart } from '@isochron/aggregation';
import type { GroupByPlan } from '@isochron/compiler';

/** The instants that a feature sees of a row, written out: [fromMs, toMs). */
export interface Window {
  /** -Infinity for a feature without a window. */
  readonly fromMs: number;
  /** When the row is asked: of a SNAPSHOT the midnight that starts its day. */
  readonly toMs: number;
  readonly hopMs: number;
  /** Events from here to `fromMs` of the row's exact window before it is rounded: those between the two count by the hop alone. */
  readonly exactFromMs: number;
}

export const windowOf = ({ accuracy }: GroupByPlan, { windowMs }: FeatureSpec, atMs: number): Window => ({
  fromMs: windowStart(atMs, windowMs, accuracy),
  toMs: atMs,
  hopMs: hopMs(windowMs, accuracy),
  exactFromMs: windowMs === null ? -Infinity : atMs - windowMs,
});
