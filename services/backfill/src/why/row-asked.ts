import type { GroupByPlan, JoinPlan } from '@isochron/compiler';
import { compareOf, type Field, IsochronError, valueText } from '@isochron/schema';
import type { DayRange, Warehouse } from '@isochron/warehouse';
import { addDays, dayOf, dayStartMs, rangeText } from '../days.ts';
import { type Inputs, oneDay } from '../inputs.ts';
import { amongConditions } from '../literals.ts';
import { askedAt } from '../questions.ts';
import type { Row } from '../raw-events.ts';
import type { RunnablePlan } from '../runnable.ts';
import { readSaid, type SaidValue, type SaidValues } from '../said-values.ts';
import { lastDay } from '../sample/last-day.ts';
import { LEFT_TIME, leftRows } from '../sample/left-rows.ts';
import type { WantedColumn } from './wanted-column.ts';

/** Which row a person means. */
export interface RowRequest {
  readonly said: readonly SaidValue[];
  /** When the row is asked, in milliseconds; null: said by its day, or by being the only one. */
  readonly atMs: number | null;
  /** null: the day of `atMs`, or the last one that can be computed. */
  readonly day: string | null;
}

/** A row: of a join with its left columns, `ts` and `ds`; of a GroupBy with its keys, `ts` (when it is asked) and `ds` (the day that ends then, or holds it). */
export function rowAsked(
  warehouse: Warehouse,
  inputs: Inputs,
  plan: RunnablePlan,
  wanted: WantedColumn,
  request: RowRequest,
): Promise<Row> {
  return plan.kind === 'join'
    ? leftRowAsked(warehouse, inputs, plan, wanted, request)
    : keyRowAsked(inputs, plan, request);
}

/** A GroupBy has a value at any instant; in its table are those of midnights. */
async function keyRowAsked(inputs: Inputs, plan: GroupByPlan, { said, atMs, day }: RowRequest): Promise<Row> {
  const { fields, values } = readSaid(said, plan.keys, plan.name);
  const lacking = plan.keys.filter(({ name }) => !fields.some((field) => field.name === name));
  if (lacking.length > 0) {
    const names = lacking.map(({ name }) => `--key ${name}=…`).join(' ');
    throw new IsochronError('INVALID_ARGUMENT', `${plan.name} is asked by all of its keys: say ${names} as well.`);
  }
  const keys = plan.keys.map(({ name }) => [name, values[fields.findIndex((field) => field.name === name)] ?? null]);
  const endOf = (of: string): number => dayStartMs(addDays(of, 1));
  const ts = atMs ?? endOf(day ?? (await lastDay(inputs, plan)).end);
  return { ...Object.fromEntries(keys), ts: askedAt(plan, ts), ds: dayOf(askedAt(plan, ts) - 1) };
}

/** More rows than this are not told apart. */
const ROWS_MAX = 5_000;

async function leftRowAsked(
  warehouse: Warehouse,
  inputs: Inputs,
  plan: JoinPlan,
  wanted: WantedColumn,
  { said, atMs, day }: RowRequest,
): Promise<Row> {
  const given = readSaid(said, plan.left.columns, `The left side of ${plan.name}`);
  const days = await daysAsked(inputs, plan, atMs, day);
  const where = amongConditions(given.fields, [given.values]);
  const asked = { days, rowsMax: ROWS_MAX };
  const rows = await leftRows(warehouse, inputs, plan, {
    ...asked,
    where: atMs === null ? where : [...where, `${LEFT_TIME} = ${atMs}`],
  });
  const [first] = rows;
  if (first === undefined) {
    const others = atMs === null ? [] : await leftRows(warehouse, inputs, plan, { ...asked, where });
    throw noRow(plan, given, { atMs, days }, others);
  }
  const told = toldApart(plan, wanted, rows);
  if (told.length === 0) return first;
  throw severalRows(plan, rows, told);
}

/** The partitions that can hold a left row of an instant. */
async function daysAsked(inputs: Inputs, plan: JoinPlan, atMs: number | null, day: string | null): Promise<DayRange> {
  if (day !== null) return oneDay(day);
  if (atMs === null) return lastDay(inputs, plan);
  const { lagMs, table, startDay, endDay } = plan.left;
  const own = dayOf(atMs);
  const there = [...(await inputs.read(table)).keys()].filter(
    (each) => each >= (startDay ?? each) && each <= (endDay ?? each),
  );
  const near = there.filter((each) => each >= dayOf(atMs - lagMs) && each <= dayOf(atMs + lagMs));
  // Its own day is asked for where none is there, so that what is lacking is named.
  return { start: near[0] ?? own, end: near.at(-1) ?? own };
}

/** The columns that decide on the value and in which rows differ; none: any of the rows is the one that was meant. */
function toldApart(plan: JoinPlan, { features, context }: WantedColumn, rows: readonly Row[]): readonly Field[] {
  const keys = plan.parts
    .filter((part) => features.some(({ check }) => check.outputs === part.outputs))
    .flatMap((part) => part.keys.map(({ left }) => left));
  const names = new Set([...keys, ...context.map(({ name }) => name)]);
  const deciding: readonly Field[] = [
    ...plan.left.columns.filter(({ name }) => names.has(name)),
    { name: 'ts', type: { kind: 'timestamp' } },
  ];
  const [first] = rows;
  return deciding.filter(({ name, type }) =>
    rows.some((row) => compareOf(type)(row[name] ?? null, first?.[name] ?? null) !== 0),
  );
}

const SHOWN_MAX = 5;

function severalRows(plan: JoinPlan, rows: readonly Row[], told: readonly Field[]): IsochronError {
  const shown = rows.slice(0, SHOWN_MAX).map((row) => told.map((field) => optionText(field, row)).join(' '));
  const more = rows.length > SHOWN_MAX ? ` and ${rows.length - SHOWN_MAX} more` : '';
  return new IsochronError(
    'INVALID_ARGUMENT',
    `${rows.length} rows of ${plan.name} are meant; say which, by ${told.map(({ name }) => (name === 'ts' ? '--at' : `--key ${name}`)).join(' and ')}:\n  ${shown.join('\n  ')}${more}`,
  );
}

const optionText = ({ name, type }: Field, row: Row): string => {
  const text = valueText(type, row[name] ?? null);
  return name === 'ts' ? `--at ${text}` : `--key ${name}=${/^[\w.:-]*$/.test(text) ? text : `'${text}'`}`;
};

function noRow(
  plan: JoinPlan,
  given: SaidValues,
  { atMs, days }: { readonly atMs: number | null; readonly days: DayRange },
  others: readonly Row[],
): IsochronError {
  const of = given.fields.map(({ name, type }, at) => `${name}=${valueText(type, given.values[at] ?? null)}`);
  const what = `${plan.name} has no row${of.length === 0 ? '' : ` of ${of.join(', ')}`}`;
  if (atMs === null || others.length === 0)
    return new IsochronError(
      'NOT_FOUND',
      `${what} on ${rangeText(days)}: its left side, ${plan.left.table}, has none.`,
    );
  const times = [...new Set(others.flatMap(({ ts }) => (ts === null || ts === undefined ? [] : [Number(ts)])))]
    .sort((a, b) => Math.abs(a - atMs) - Math.abs(b - atMs))
    .slice(0, SHOWN_MAX)
    .sort((a, b) => a - b)
    .map((time) => new Date(time).toISOString());
  const groups = [...new Set(plan.parts.map(({ groupBy }) => groupBy.name))];
  return new IsochronError(
    'NOT_FOUND',
    `${what} at ${new Date(atMs).toISOString()}. There are rows at ${times.join(', ')}. At any instant answers ${groups.join(' or ')}.`,
  );
}
