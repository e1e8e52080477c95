import { DAY_MS } from '@isochron/aggregation';
import type { GroupByPlan } from '@isochron/compiler';
import { type Field, keyOf, type Value } from '@isochron/schema';
import type { Warehouse } from '@isochron/warehouse';
import { dayStartMs } from './days.ts';
import { firstSeenMs, Inputs } from './inputs.ts';
import { amongConditions } from './literals.ts';

export type Row = Readonly<Record<string, Value>>;

/** What a row of a table asked of a GroupBy: its keys, in order, and its instant. */
export interface Question {
  readonly keys: readonly Value[];
  readonly atMs: number;
}

export interface Event {
  readonly ts: number;
  readonly row: Row;
}

/** More events than this are not held at once: verify fewer days or fewer rows. */
const EVENTS_MAX = 5_000_000;

/** The events of the keys asked about, by key, as the source tables have them. */
export async function eventsFor(
  warehouse: Warehouse,
  plan: GroupByPlan,
  asked: readonly (Question | null)[],
): Promise<ReadonlyMap<string, readonly Event[]>> {
  const questions = asked.filter((one) => one !== null);
  const times = questions.map(({ atMs }) => atMs);
  const byKey = new Map<string, Event[]>();
  if (times.length === 0) return byKey;
  const first = times.reduce((least, time) => Math.min(least, time));
  const last = times.reduce((greatest, time) => Math.max(greatest, time));
  const span = { fromMs: firstSeenMs(plan, first), toMs: last };
  const keyText = keyTextOf(plan.keys);
  const wanted = new Set(questions.map(({ keys }) => keyText(keys)));
  const inputs = new Inputs(warehouse);
  const starts = new Map<string, number>();
  const startOf = (day: string): number => {
    const known = starts.get(day);
    if (known !== undefined) return known;
    starts.set(day, dayStartMs(day));
    return dayStartMs(day);
  };
  const among = amongConditions(
    plan.keys,
    questions.map(({ keys }) => keys),
  );
  for (const scan of plan.scans) {
    const days = await inputs.daysFor(scan, span);
    if (days === null) continue;
    const rows = await warehouse.rows({
      scan: {
        table: scan.table,
        days,
        columns: [
          ...scan.columns.map(({ name, expression }) => ({ name, expression })),
          { name: '__ts', expression: scan.time },
          { name: '__ds', expression: 'ds' },
        ],
        where: [...scan.where, ...among],
      },
      limit: EVENTS_MAX,
    });
    for (const row of rows) {
      if (row['__ts'] === null || row['__ts'] === undefined) continue;
      const ts = Number(row['__ts']);
      const start = startOf(String(row['__ds']));
      if (ts < start - scan.lagMs || ts >= start + DAY_MS + scan.lagMs) continue;
      const key = keyText(plan.keys.map(({ name }) => row[name] ?? null));
      if (!wanted.has(key)) continue;
      const events = byKey.get(key);
      if (events === undefined) byKey.set(key, [{ ts, row }]);
      else events.push({ ts, row });
    }
  }
  for (const events of byKey.values()) events.sort((a, b) => a.ts - b.ts);
  return byKey;
}

export function keyTextOf(keys: readonly Field[]): (values: readonly Value[]) => string {
  const parts = keys.map(({ type }) => keyOf(type));
  return (values) => JSON.stringify(values.map((value, position) => String(parts[position]?.(value))));
}
