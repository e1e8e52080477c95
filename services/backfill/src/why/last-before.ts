import type { GroupByPlan } from '@isochron/compiler';
import type { ExpressionText } from '@isochron/expression';
import type { Warehouse } from '@isochron/warehouse';
import type { Inputs } from '../inputs.ts';
import { amongConditions } from '../literals.ts';
import { keyTextOf, type Question } from '../raw-events.ts';

/** Names, which no author can write, of an event's time and of the time negated, by which the last event is the first. */
const TIME = '__ts';
const AGE = '__age';

/** Events looked through for one of the key, where a query cannot be narrowed to it. */
const EVENTS_MAX = 10_000;

/**
 * When the last event of a question's key before an instant was, of all that is loaded and its sources let through; null if there is none. Tells why a
 * feature is null: the key is unknown, or its last event is older than the window.
 */
export async function lastBefore(
  warehouse: Warehouse,
  inputs: Inputs,
  plan: GroupByPlan,
  { keys }: Question,
  beforeMs: number,
): Promise<number | null> {
  const keyText = keyTextOf(plan.keys);
  let last: number | null = null;
  for (const scan of plan.scans) {
    const there = [...(await inputs.read(scan.table)).keys()].filter(
      (day) => day >= (scan.startDay ?? day) && day <= (scan.endDay ?? day),
    );
    const [start, end] = [there[0], there.at(-1)];
    if (start === undefined || end === undefined) continue;
    const rows = await warehouse.rows({
      scan: {
        table: scan.table,
        days: { start, end },
        columns: [
          ...scan.columns.map(({ name, expression }) => ({ name, expression })),
          { name: TIME, expression: scan.time },
          { name: AGE, expression: negated(scan.time) },
        ],
        where: [...scan.where, ...amongConditions(plan.keys, [keys]), `${TIME} < ${beforeMs}`],
      },
      orderBy: [AGE],
      first: EVENTS_MAX,
      limit: EVENTS_MAX,
    });
    const found = rows.find((row) => keyText(plan.keys.map(({ name }) => row[name] ?? null)) === keyText(keys));
    if (found !== undefined) last = Math.max(last ?? -Infinity, Number(found[TIME]));
  }
  return last;
}

/** The line ends before the bracket closes, because an expression may end in a comment. */
const negated = (time: ExpressionText): ExpressionText =>
  typeof time === 'string' ? `-(${time}\n)` : { ...time, text: `-(${time.text}\n)` };
