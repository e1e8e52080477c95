import type { FeatureSpec } from '@isochron/aggregation';
import type { Value } from '@isochron/schema';
import type { ListedEvent } from './listed-events.ts';

/** One event's number or text at its time. */
interface Seen {
  readonly ts: number;
  readonly value: Value;
}

const byTime = (a: Seen, b: Seen): number => a.ts - b.ts || Number(a.value) - Number(b.value);
const numbers = (seen: readonly Seen[]): number[] => seen.map(({ value }) => Number(value));
const sum = (all: readonly number[]): number => all.reduce((total, each) => total + each, 0);
const mean = (all: readonly number[]): number => sum(all) / all.length;
const counts = (seen: readonly Seen[]): Value =>
  new Map([...Map.groupBy(seen, ({ value }) => value)].map(([value, same]) => [value, same.length]));
const kOf = ({ args }: FeatureSpec): number => Number(args['k']);

/** Operations as a person would write them down: no code of the project's. Only those whose ties the fixture's numbers can have. */
const folds: Readonly<Record<string, (seen: readonly Seen[], spec: FeatureSpec) => Value>> = {
  SUM: (seen) => sum(numbers(seen)),
  COUNT: (seen) => seen.length,
  AVERAGE: (seen) => mean(numbers(seen)),
  VARIANCE: (seen) => mean(numbers(seen).map((each) => (each - mean(numbers(seen))) ** 2)),
  MIN: (seen) => Math.min(...numbers(seen)),
  MAX: (seen) => Math.max(...numbers(seen)),
  FIRST: (seen) => [...seen].sort(byTime)[0]?.value ?? null,
  LAST: (seen) => [...seen].sort(byTime).at(-1)?.value ?? null,
  FIRST_K: (seen, spec) =>
    [...seen]
      .sort(byTime)
      .slice(0, kOf(spec))
      .map(({ value }) => value),
  LAST_K: (seen, spec) =>
    [...seen]
      .sort(byTime)
      .reverse()
      .slice(0, kOf(spec))
      .map(({ value }) => value),
  TOP_K: (seen, spec) =>
    numbers(seen)
      .sort((a, b) => b - a)
      .slice(0, kOf(spec)),
  BOTTOM_K: (seen, spec) =>
    numbers(seen)
      .sort((a, b) => a - b)
      .slice(0, kOf(spec)),
  UNIQUE_COUNT: (seen) => new Set(seen.map(({ value }) => value)).size,
  HISTOGRAM: counts,
};

/** Whether the feature has a fold here. */
export const isFolded = ({ operation }: FeatureSpec): boolean => operation in folds;

/** The fold of listed events that count: lists element by element, and by buckets where there are some. */
export function independentFold(spec: FeatureSpec, events: readonly ListedEvent[]): Value {
  const fold = folds[spec.operation];
  if (fold === undefined) throw new Error(`${spec.operation} has no fold of its own`);
  const seen = events.flatMap(({ timeMs, value, bucket }) => {
    const values = Array.isArray(value) ? (value as readonly Value[]) : [value];
    return values.filter((each) => each !== null).map((each) => ({ ts: timeMs ?? Number.NaN, value: each, bucket }));
  });
  if (seen.length === 0) return null;
  if (spec.bucket === null) return fold(seen, spec);
  return new Map([...Map.groupBy(seen, ({ bucket }) => bucket)].map(([bucket, some]) => [bucket, fold(some, spec)]));
}
