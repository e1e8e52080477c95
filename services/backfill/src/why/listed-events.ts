import { DAY_MS, type FeatureSpec } from '@isochron/aggregation';
import type { GroupByPlan, ScanPlan } from '@isochron/compiler';
import { type ExpressionText, writtenText } from '@isochron/expression';
import { IsochronError, type Value } from '@isochron/schema';
import type { DayRange, Warehouse } from '@isochron/warehouse';
import { addDays, dayOf, dayStartMs } from '../days.ts';
import type { Inputs } from '../inputs.ts';
import { amongConditions } from '../literals.ts';
import { keyTextOf, type Question, type Row } from '../raw-events.ts';
import type { Window } from './window.ts';

/** Why an event of the key does not count. */
export type LeftOutReason =
  /** A condition of its source is not true of it. */
  | 'condition'
  | 'no-time'
  /** Its time leaves the day of its partition by more than the source's lag. */
  | 'beyond-lag'
  /** It is older than the window, by a hop at most. */
  | 'before-window'
  /** It is of the row's own instant or later, by a hop at most, or of a SNAPSHOT's own day. */
  | 'not-before-row'
  | 'null-input'
  /** A list without an element, of an operation that takes elements. */
  | 'no-element'
  | 'null-bucket';

export interface ListedEvent {
  readonly timeMs: number | null;
  readonly table: string;
  /** The partition it stands in. */
  readonly day: string;
  /** The feature's input. */
  readonly value: Value;
  /** null where the feature has no buckets, too. */
  readonly bucket: string | null;
  /** null: it counts. */
  readonly leftOut: LeftOutReason | null;
  /** The condition that is not true of it. */
  readonly condition: string | null;
  /** What the fold reads of it. */
  readonly row: Row;
}

export interface Listed {
  /** In order of time; those without a time last. */
  readonly events: readonly ListedEvent[];
  /** Sentences about events that could not be looked at. */
  readonly notes: readonly string[];
}

/** More events than this of one key are not held at once. */
const EVENTS_MAX = 2_000_000;

interface ListRequest {
  readonly plan: GroupByPlan;
  readonly spec: FeatureSpec;
  readonly question: Question;
  readonly window: Window;
  /** The row's own time, which is later than the window's end where it is asked at midnight. */
  readonly rowMs: number;
}

/**
 * The events of a row's key from the source tables: those that its feature is the fold of, those of its window that are left out, and those that
 * just miss it. By a query of its own, as the oracle's events are read. Rejects with FAILED_PRECONDITION if partitions of the window are missing.
 */
export async function listedEvents(warehouse: Warehouse, inputs: Inputs, request: ListRequest): Promise<Listed> {
  const { plan, window } = request;
  const events: ListedEvent[] = [];
  const notes: string[] = [];
  for (const scan of plan.scans) {
    const needed = await inputs.daysFor(scan, window);
    if (needed === null) continue;
    const days = await widened(inputs, scan, needed, request);
    for (const read of reads(scan)) {
      try {
        events.push(...(await eventsOf(warehouse, scan, days, read, request)));
      } catch (thrown) {
        // An expression may have no value for a row that a condition leaves out, which a backfill never evaluates it for.
        if (read.condition === null || !(thrown instanceof IsochronError) || thrown.code !== 'INVALID_ARGUMENT')
          throw thrown;
        notes.push(`Events for which ${read.condition} is not true cannot be shown: ${thrown.message}`);
      }
    }
  }
  const timeOf = ({ timeMs }: ListedEvent): number => timeMs ?? Infinity;
  return { events: events.sort((a, b) => (timeOf(a) === timeOf(b) ? 0 : timeOf(a) - timeOf(b))), notes };
}

/** What one query reads: the events that all conditions let through, or those that one of them is the first to leave out. */
interface Read {
  readonly where: readonly ExpressionText[];
  readonly condition: string | null;
}

const reads = ({ where }: ScanPlan): readonly Read[] => [
  { where, condition: null },
  ...where.map((condition, at) => ({
    where: [...where.slice(0, at), notTrue(condition)],
    condition: writtenText(condition),
  })),
];

/** The line ends before the bracket closes, because a condition may end in a comment. */
function notTrue(condition: ExpressionText): ExpressionText {
  const negated = (text: string): string => `(${text}\n) IS NOT TRUE`;
  return typeof condition === 'string' ? negated(condition) : { ...condition, text: negated(condition.text) };
}

/** Names, which no author can write, of an event's time and partition. */
const TIME = '__ts';
const DAY = '__ds';

async function eventsOf(
  warehouse: Warehouse,
  scan: ScanPlan,
  days: DayRange,
  { where, condition }: Read,
  request: ListRequest,
): Promise<readonly ListedEvent[]> {
  const { plan, spec, question } = request;
  const rows = await warehouse.rows({
    scan: {
      table: scan.table,
      days,
      columns: [
        ...scan.columns.map(({ name, expression }) => ({ name, expression })),
        { name: TIME, expression: scan.time },
        { name: DAY, expression: 'ds' },
      ],
      where: [...where, ...amongConditions(plan.keys, [question.keys])],
    },
    limit: EVENTS_MAX,
  });
  const keyText = keyTextOf(plan.keys);
  const wanted = keyText(question.keys);
  return rows.flatMap(({ [TIME]: ts = null, [DAY]: ds, ...row }) => {
    if (keyText(plan.keys.map(({ name }) => row[name] ?? null)) !== wanted) return [];
    const event = {
      timeMs: ts === null ? null : Number(ts),
      table: scan.table,
      day: String(ds),
      value: row[spec.input] ?? null,
      // A bucket is a column of texts; the compiler has seen to it.
      bucket: spec.bucket === null ? null : ((row[spec.bucket] ?? null) as string | null),
      row,
    };
    const leftOut = condition === null ? reasonOf(event, scan, request) : 'condition';
    if (!isNear(event.timeMs, leftOut, request)) return [];
    return [{ ...event, leftOut, condition }];
  });
}

function reasonOf(
  { timeMs, day, value, bucket }: Pick<ListedEvent, 'timeMs' | 'day' | 'value' | 'bucket'>,
  { lagMs }: ScanPlan,
  { spec, window }: ListRequest,
): LeftOutReason | null {
  if (timeMs === null) return 'no-time';
  const start = dayStartMs(day);
  if (timeMs < start - lagMs || timeMs >= start + DAY_MS + lagMs) return 'beyond-lag';
  if (timeMs < window.fromMs) return 'before-window';
  if (timeMs >= window.toMs) return 'not-before-row';
  if (value === null) return 'null-input';
  if (spec.bucket !== null && bucket === null) return 'null-bucket';
  return null;
}

/** Whether an event has to do with the row at all: it is in the window, just misses it, or has no time that could tell. */
function isNear(timeMs: number | null, reason: LeftOutReason | null, request: ListRequest): boolean {
  if (timeMs === null) return reason === 'no-time';
  const [fromMs, toMs] = nearby(request);
  const { window } = request;
  return reason === 'before-window' || reason === 'not-before-row'
    ? timeMs >= fromMs && timeMs < toMs
    : timeMs >= window.fromMs && timeMs < window.toMs;
}

/** A hop before the window and after it; of a row that is asked at midnight until its own time. */
const nearby = ({ window, rowMs }: ListRequest): readonly [number, number] => [
  window.fromMs - window.hopMs,
  Math.max(window.toMs + window.hopMs, rowMs + 1),
];

/** The days that are needed, and those beside them that events which just miss the window may stand in, as far as they are there. */
async function widened(inputs: Inputs, scan: ScanPlan, needed: DayRange, request: ListRequest): Promise<DayRange> {
  const partitions = await inputs.read(scan.table);
  const [fromMs, toMs] = nearby(request);
  const isThere = (day: string): boolean =>
    partitions.has(day) && day >= (scan.startDay ?? day) && day <= (scan.endDay ?? day);
  const first = fromMs === -Infinity ? needed.start : dayOf(fromMs);
  const last = dayOf(toMs - 1);
  let { start, end } = needed;
  while (addDays(start, -1) >= first && isThere(addDays(start, -1))) start = addDays(start, -1);
  while (addDays(end, 1) <= last && isThere(addDays(end, 1))) end = addDays(end, 1);
  return { start, end };
}
