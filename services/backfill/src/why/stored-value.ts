import type { GroupByPlan } from '@isochron/compiler';
import { quotedName } from '@isochron/expression';
import { compareOf, type DataType, type Field, typeText, type Value } from '@isochron/schema';
import type { Warehouse } from '@isochron/warehouse';
import { addDays, dayStartMs } from '../days.ts';
import { oneDay } from '../inputs.ts';
import { amongConditions } from '../literals.ts';
import type { Row } from '../raw-events.ts';
import type { RunnablePlan } from '../runnable.ts';

/** What the backfilled table has of a row's column. */
export type StoredValue =
  | { readonly kind: 'stored'; readonly table: string; readonly value: Value; readonly agrees: boolean }
  | {
      readonly kind: 'absent';
      readonly table: string;
      readonly because: 'no-table' | 'no-day' | 'no-row' | 'no-column' | 'other-instant';
    };

/** Looks a row up in its table. `isMet`: whether a value is the one there should be. Rows that stand more than once have one value. */
export async function storedValue(
  warehouse: Warehouse,
  plan: RunnablePlan,
  row: Row,
  column: Field,
  isMet: (value: Value) => boolean,
): Promise<StoredValue> {
  const { table } = plan;
  const absent = (because: Extract<StoredValue, { kind: 'absent' }>['because']): StoredValue => ({
    kind: 'absent',
    table,
    because,
  });
  const description = await warehouse.describe(table);
  if (description === undefined) return absent('no-table');
  const day = String(row['ds']);
  if (plan.kind === 'group-by' && Number(row['ts']) !== dayStartMs(addDays(day, 1))) return absent('other-instant');
  if (!description.partitions.some((partition) => partition.day === day)) return absent('no-day');
  const own = identity(plan);
  const has = ({ name, type }: Field): boolean =>
    description.columns.some((other) => other.name === name && typeText(other.type) === typeText(type));
  if (!has(column) || !own.every(has)) return absent('no-column');
  const names = [...new Set([...own.map(({ name }) => name), column.name])];
  const known = own.filter(({ name }) => (row[name] ?? null) !== null);
  const found = await warehouse.rows({
    scan: {
      table,
      days: oneDay(day),
      columns: names.map((name) => ({ name, expression: quotedName(name) })),
      where: amongConditions(known, [known.map(({ name }) => row[name] ?? null)]),
    },
    limit: ROWS_MAX,
  });
  const same = found.filter((stored) => own.every(({ name, type }) => isSame(type, stored[name], row[name])));
  const [first] = same;
  if (first === undefined) return absent('no-row');
  const different = same.find((stored) => !isMet(stored[column.name] ?? null));
  const value = (different ?? first)[column.name] ?? null;
  return { kind: 'stored', table, value, agrees: different === undefined };
}

const ROWS_MAX = 100_000;

/** The columns that a row of the table is known by, besides its day. */
const identity = (plan: RunnablePlan): readonly Field[] =>
  plan.kind === 'join'
    ? [
        ...plan.left.columns.filter(({ name }) => name !== 'ds').map(({ name, type }) => ({ name, type })),
        { name: 'ts', type: { kind: 'long' } },
      ]
    : keysOf(plan);

const keysOf = ({ keys }: GroupByPlan): readonly Field[] => keys.map(({ name, type }) => ({ name, type }));

const isSame = (type: DataType, a: Value | undefined, b: Value | undefined): boolean =>
  compareOf(type)(a ?? null, b ?? null) === 0;
