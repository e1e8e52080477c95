import { type FeatureSpec, hopMs, isAnswer, type OracleEvent, oracle } from '@isochron/aggregation';
import type { GroupByPlan } from '@isochron/compiler';
import type { Field, Value } from '@isochron/schema';
import type { Event } from './raw-events.ts';

/** The value of a feature at an instant, and whether another will do: computed doubles are a little off, approximate values within a bound. */
export interface Expected {
  readonly value: () => Value;
  readonly isMet: (actual: Value) => boolean;
}

/**
 * The window rule of the semantics page, written out: the oracle over the events in [floor((q - W) / h) * h, q). `events` are those of the
 * row's key, in order of time; `output` is its column, and `occurrences` are kept between calls, because many rows and windows look at the same events.
 */
export function expectedOf(
  plan: GroupByPlan,
  spec: FeatureSpec,
  output: Field,
  events: readonly Event[],
  atMs: number,
  occurrences: Occurrences,
): Expected {
  const hop = hopMs(spec.windowMs, plan.accuracy);
  const from = spec.windowMs === null ? -Infinity : Math.floor((atMs - spec.windowMs) / hop) * hop;
  const input = plan.inputs.find(({ name }) => name === spec.input);
  if (input === undefined) throw new Error(`${spec.name} reads ${spec.input}, which is no input`);
  const seen = occurrences.of(events, spec).slice(firstAt(events, from), firstAt(events, atMs));
  const magnitude = seen.reduce((sum, { value }) => sum + (typeof value === 'number' ? Math.abs(value) : 0), 0);
  const asked = { operation: spec.operation, args: spec.args, input: input.type, bucketed: spec.bucket !== null };
  const isMet = (actual: Value): boolean => isAnswer(asked, seen, output.type, actual, 1e-9 * magnitude);
  return { value: () => oracle(asked, seen), isMet };
}

/** Events as the oracle reads them for an input and a bucket, made once. */
export class Occurrences {
  readonly #made = new Map<readonly Event[], Map<string, readonly OracleEvent[]>>();

  of(events: readonly Event[], { input, bucket }: FeatureSpec): readonly OracleEvent[] {
    const made = this.#made.get(events) ?? new Map<string, readonly OracleEvent[]>();
    this.#made.set(events, made);
    const name = JSON.stringify([input, bucket]);
    const known = made.get(name);
    if (known !== undefined) return known;
    const all = events.map(({ ts, row }) => ({
      ts,
      value: row[input] ?? null,
      // A bucket is a column of texts; the compiler has seen to it.
      ...(bucket === null ? {} : { bucket: (row[bucket] ?? null) as string | null }),
    }));
    made.set(name, all);
    return all;
  }
}

/** The position of the first event at or after an instant. */
function firstAt(events: readonly Event[], timeMs: number): number {
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((events[middle]?.ts ?? Infinity) < timeMs) low = middle + 1;
    else high = middle;
  }
  return low;
}
