import { DAY_MS } from '@isochron/aggregation';
import type { GroupByPlan, JoinPlan } from '@isochron/compiler';
import type { Field, Value } from '@isochron/schema';
import { addDays, dayStartMs } from './days.ts';
import type { Question, Row } from './raw-events.ts';
import type { RunnablePlan } from './runnable.ts';

/** One GroupBy's worth of features in a table's rows. */
export interface Check {
  readonly groupBy: GroupByPlan;
  /** The columns its features have in the table, before anything is derived of them. */
  readonly outputs: readonly Field[];
  /** What a row has for the GroupBy's keys, in their order. */
  readonly keysOf: (row: Row) => readonly Value[];
  /** What a row asked: its keys and its instant; null if it matches nothing. */
  readonly ask: (row: Row) => Question | null;
}

/** What the rows of a plan's table ask: a GroupBy's of itself, a join's of each part. A row has `ds`, and of a join the left columns and `ts`. */
export function checksOf(plan: RunnablePlan): readonly Check[] {
  if (plan.kind === 'group-by') {
    const keysOf = (row: Row) => plan.keys.map(({ name }) => row[name] ?? null);
    const ask = (row: Row) => question(keysOf(row), dayStartMs(addDays(dayTextOf(row), 1)));
    return [{ groupBy: plan, outputs: plan.outputs, keysOf, ask }];
  }
  return plan.parts.map(({ groupBy, outputs, keys }): Check => {
    const keysOf = (row: Row) => keys.map(({ left }) => row[left] ?? null);
    const ask = (row: Row) => {
      const timeMs = Number(row['ts'] ?? Number.NaN);
      if (Number.isNaN(timeMs) || isBeyondLag(plan, row, timeMs)) return null;
      return question(keysOf(row), askedAt(groupBy, timeMs));
    };
    return { groupBy, outputs, keysOf, ask };
  });
}

/** When a row of an instant is asked: of a SNAPSHOT at the midnight that starts its day. */
export const askedAt = ({ accuracy }: GroupByPlan, timeMs: number): number =>
  accuracy === 'SNAPSHOT' ? Math.floor(timeMs / DAY_MS) * DAY_MS : timeMs;

const question = (keys: readonly Value[], atMs: number): Question | null =>
  keys.includes(null) ? null : { keys, atMs };

function isBeyondLag(plan: JoinPlan, row: Row, timeMs: number): boolean {
  const start = dayStartMs(dayTextOf(row));
  return timeMs < start - plan.left.lagMs || timeMs >= dayStartMs(addDays(dayTextOf(row), 1)) + plan.left.lagMs;
}

const dayTextOf = (row: Row): string => String(row['ds']);
