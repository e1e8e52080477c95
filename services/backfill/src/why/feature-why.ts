import type { FeatureSpec } from '@isochron/aggregation';
import type { GroupByPlan } from '@isochron/compiler';
import { type Field, IsochronError, type Value } from '@isochron/schema';
import type { Warehouse } from '@isochron/warehouse';
import { type Expected, expectedOf, Occurrences } from '../expected.ts';
import type { Inputs } from '../inputs.ts';
import type { Event, Question, Row } from '../raw-events.ts';
import { kernelFold } from './kernel-fold.ts';
import { lastBefore } from './last-before.ts';
import { type LeftOutReason, type ListedEvent, listedEvents } from './listed-events.ts';
import type { BaseFeature } from './wanted-column.ts';
import { type Window, windowOf } from './window.ts';

/** An event that counts, and what the value would be if it were not there. */
export interface CountedEvent extends ListedEvent {
  /** Of its bucket, where the feature has buckets; undefined where there are too many events to try. */
  readonly without: Value | undefined;
  /** True of an event older than the window is long: it counts because a window begins on a whole hop. */
  readonly isByHop: boolean;
}

/** What one bucket of a feature is the fold of. */
export interface BucketWhy {
  readonly bucket: string;
  readonly events: number;
  readonly value: Value;
}

/** A feature as it is aggregated, and the events whose fold it is. */
export interface FeatureWhy {
  /** Its column in the plan's table. */
  readonly output: Field;
  /** The GroupBy. */
  readonly definition: string;
  readonly spec: FeatureSpec;
  readonly accuracy: GroupByPlan['accuracy'];
  readonly input: Field;
  /** By the GroupBy's names, as the row has them. */
  readonly keys: readonly (Field & { readonly value: Value })[];
  /** null: the row matches nothing (a null key, no time, a time beyond the left side's lag), so that the feature is null. */
  readonly window: Window | null;
  /** The oracle's fold of the events that count. */
  readonly value: Value;
  /** The kernel's fold of the same events. */
  readonly kernel: Value;
  /** Whether the two are one: equal, but for a computed double's last digits and an approximate operation's bound. */
  readonly agrees: boolean;
  /** How many events count. */
  readonly counted: number;
  /** The last of them. */
  readonly events: readonly CountedEvent[];
  /** How many do not, by reason. */
  readonly leftOutCounts: Readonly<Partial<Record<LeftOutReason, number>>>;
  /** Those of them that stand nearest to the window, in order of time. */
  readonly leftOut: readonly ListedEvent[];
  /** null where the feature has no buckets. */
  readonly buckets: readonly BucketWhy[] | null;
  /** Where no event counts: when the last one of the key before the window was, of all that is loaded; null if there is none. */
  readonly lastBeforeMs: number | null;
  readonly notes: readonly string[];
  readonly expected: Expected;
}

/** With more events than this nobody is told what each of them does. */
const TRIED_MAX = 20_000;

interface FeatureRequest {
  readonly row: Row;
  /** What the row asks of the GroupBy; null: nothing. */
  readonly question: Question | null;
  readonly rowMs: number;
  /** How many events are told, of those that count and of the others. */
  readonly eventsMax: number;
}

export async function featureWhy(
  warehouse: Warehouse,
  inputs: Inputs,
  feature: BaseFeature,
  { question, rowMs, eventsMax, row }: FeatureRequest,
): Promise<FeatureWhy> {
  const { groupBy: plan } = feature.check;
  const spec = specOf(feature);
  const window = question === null ? null : windowOf(plan, spec, question.atMs);
  const listed =
    question === null || window === null
      ? { events: [], notes: [] }
      : await listedEvents(warehouse, inputs, { plan, spec, question, window, rowMs });
  const fold = foldOf(feature, window?.toMs ?? rowMs);
  const events = listed.events.map((event) => (hasNothing(event, fold) ? withoutElement(event) : event));
  const counted = events.filter(({ leftOut: reason }) => reason === null);
  const leftOut = events.filter(({ leftOut: reason }) => reason !== null);
  const expected = fold(counted);
  const value = expected.value();
  const kernel = window === null ? null : kernelFold(plan, spec, counted.map(eventOf), window.toMs);
  return {
    output: feature.output,
    definition: plan.name,
    spec,
    accuracy: plan.accuracy,
    input: inputOf(plan, spec),
    keys: keysOf(feature, row),
    window,
    value,
    kernel,
    agrees: expected.isMet(kernel),
    counted: counted.length,
    events: told(counted, eventsMax, spec, fold).map((event) => ({
      ...event,
      isByHop: window !== null && (event.timeMs ?? Infinity) < window.exactFromMs,
    })),
    leftOutCounts: countsOf(leftOut),
    leftOut: window === null ? [] : nearestTo(window, leftOut, eventsMax),
    buckets: spec.bucket === null ? null : bucketsOf(counted, value),
    lastBeforeMs:
      question === null || window === null || counted.length > 0 || window.fromMs === -Infinity
        ? null
        : await lastBefore(warehouse, inputs, plan, question, window.fromMs),
    notes: listed.notes,
    expected,
  };
}

/** Whether an event that would count is a list that has nothing to take. Whether an operation takes lists or their elements is its own affair. */
const hasNothing = (event: ListedEvent, fold: Fold): boolean =>
  event.leftOut === null &&
  Array.isArray(event.value) &&
  event.value.every((element) => element === null) &&
  fold([event]).value() === null;

const withoutElement = (event: ListedEvent): ListedEvent => ({ ...event, leftOut: 'no-element' });

type Fold = (events: readonly ListedEvent[]) => Expected;

/** The oracle over listed events. */
function foldOf({ check, at, output }: BaseFeature, atMs: number): Fold {
  const { groupBy: plan } = check;
  const spec = specOf({ check, at, output });
  const typed = plan.outputs[at] ?? output;
  return (events) => {
    const expected = expectedOf(plan, spec, typed, events.map(eventOf), atMs, new Occurrences());
    return {
      isMet: expected.isMet,
      value: () => {
        try {
          return expected.value();
        } catch (thrown) {
          // Where a sum has no 64 bits, a backfill refuses as well.
          if (!(thrown instanceof RangeError)) throw thrown;
          throw new IsochronError('FAILED_PRECONDITION', `${output.name}: ${thrown.message}`, thrown);
        }
      },
    };
  };
}

/** The last events, each with what the value were without it. */
function told(
  counted: readonly ListedEvent[],
  eventsMax: number,
  { bucket }: FeatureSpec,
  fold: Fold,
): readonly Omit<CountedEvent, 'isByHop'>[] {
  const isTried = counted.length <= TRIED_MAX;
  return last(counted, eventsMax).map((event) => {
    if (!isTried) return { ...event, without: undefined };
    // Other buckets have nothing to do with it.
    const others = counted.filter((other) => other !== event && (bucket === null || other.bucket === event.bucket));
    const value = fold(others).value();
    return { ...event, without: bucket === null ? value : bucketIn(value, event.bucket) };
  });
}

/** A feature with buckets is a map of them, or null. */
const bucketIn = (value: Value, bucket: string | null): Value =>
  value instanceof Map ? ((value as ReadonlyMap<Value, Value>).get(bucket) ?? null) : null;

function bucketsOf(counted: readonly ListedEvent[], value: Value): readonly BucketWhy[] {
  const byBucket = Map.groupBy(counted, ({ bucket }) => bucket ?? '');
  return [...byBucket]
    .map(([bucket, events]) => ({ bucket, events: events.length, value: bucketIn(value, bucket) }))
    .sort((a, b) => (a.bucket < b.bucket ? -1 : 1));
}

function countsOf(leftOut: readonly ListedEvent[]): FeatureWhy['leftOutCounts'] {
  const counts: Partial<Record<LeftOutReason, number>> = {};
  for (const { leftOut: reason } of leftOut) if (reason !== null) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
}

const keysOf = ({ check }: BaseFeature, row: Row): FeatureWhy['keys'] =>
  check.groupBy.keys.map((key, at) => ({ ...key, value: check.keysOf(row)[at] ?? null }));

const specOf = ({ check, at, output }: BaseFeature): FeatureSpec => {
  const spec = check.groupBy.features[at];
  if (spec === undefined) throw new Error(`${output.name} is no feature of ${check.groupBy.name}`);
  return spec;
};

const inputOf = (plan: GroupByPlan, spec: FeatureSpec): Field => {
  const input = plan.inputs.find(({ name }) => name === spec.input);
  if (input === undefined) throw new Error(`${spec.name} reads ${spec.input}, which is no input`);
  return input;
};

const eventOf = ({ timeMs, row }: ListedEvent): Event => ({ ts: timeMs ?? Number.NaN, row });

/** Those within the window first; in order of time. */
function nearestTo(
  { fromMs, toMs }: Window,
  events: readonly ListedEvent[],
  eventsMax: number,
): readonly ListedEvent[] {
  const far = ({ timeMs }: ListedEvent): number =>
    timeMs === null ? 0 : Math.max(0, fromMs - timeMs, timeMs - toMs + 1);
  const kept = new Set([...events].sort((a, b) => far(a) - far(b)).slice(0, eventsMax));
  return events.filter((event) => kept.has(event));
}

const last = <T>(events: readonly T[], eventsMax: number): readonly T[] =>
  events.slice(Math.max(0, events.length - eventsMax));
