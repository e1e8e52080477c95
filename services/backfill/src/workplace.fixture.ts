import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import type { Definition } from '@isochron/authoring';
import { compile, type NamedDefinition, type Plan, printDiagnostic } from '@isochron/compiler';
import { jsonOf, type Value } from '@isochron/schema';
import type { DayRange, Warehouse } from '@isochron/warehouse';
import { openDuckDbWarehouse } from '@isochron/warehouse-duckdb';
import { type BackfillReport, type BackfillRequest, backfill } from './backfill.ts';
import { readCatalog } from './catalog.ts';
import { type RunnablePlan, runnable } from './runnable.ts';

export const DAY = 86_400_000;
export const HOUR = 3_600_000;

/** The n-th of January 2001; days below one are of December. */
export const day = (n: number): string => new Date(Date.UTC(2001, 0, n)).toISOString().slice(0, 10);
export const days = (start: number, end = start): DayRange => ({ start: day(start), end: day(end) });
/** An instant of the n-th of January 2001. */
export const at = (n: number, hours = 0): number => Date.UTC(2001, 0, n) + hours * HOUR;

export type Row = Readonly<Record<string, unknown>>;

/** A home of its own, tables loaded into it, and definitions run on it. */
export interface Workplace {
  readonly home: string;
  readonly warehouse: Warehouse;
  /** Rows into a table, as a person loads them: cut into days by the column `day` (a date). */
  load(table: string, rows: readonly Row[]): Promise<void>;
  plan(definition: Definition, name?: string): Promise<RunnablePlan>;
  backfill(plan: Plan, days: DayRange, signal?: BackfillRequest['signal']): Promise<BackfillReport>;
  /** All rows of a table in days, `ds` among them. */
  rows(table: string, days: DayRange): Promise<readonly Readonly<Record<string, Value>>[]>;
  dispose(): Promise<void>;
}

export async function openWorkplace(memoryLimit = '400MB'): Promise<Workplace> {
  const home = await mkdtemp(joinPath(tmpdir(), 'isochron-backfill-'));
  const warehouse = await openDuckDbWarehouse({ home, memoryLimit, threads: 2 });
  let files = 0;
  return {
    home,
    warehouse,
    load: async (table, rows) => {
      const file = joinPath(home, `rows-${files++}.ndjson`);
      await writeFile(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
      await warehouse.load({ table, files: [file], time: 'day', contentHash: null });
    },
    plan: (definition, name = 'it') => planOf(warehouse, definition, name),
    backfill: (plan, range, signal) => backfill(warehouse, requestOf(plan, range, signal)),
    rows: (table, range) => rowsOf(warehouse, table, range),
    dispose: async () => {
      await warehouse.close();
      await rm(home, { recursive: true, force: true });
    },
  };
}

export const requestOf = (plan: Plan, range: DayRange, signal?: BackfillRequest['signal']): BackfillRequest => ({
  plan,
  days: range,
  signal: signal ?? new AbortController().signal,
  onProgress: () => undefined,
});

/** A definition by its name, and a join's GroupBys by their keys: `by_user`. */
function named(definition: Definition, name: string): readonly NamedDefinition[] {
  const groups = definition.kind === 'join' ? definition.parts.map(({ groupBy }) => groupBy) : [];
  const it = { team: 'team', file: 'file', export: name, definition };
  return [it, ...groups.map((group) => ({ ...it, export: `by_${group.keys.join('_')}`, definition: group }))];
}

/** The plan of a definition against the tables as they are, as `isochron compile` makes it. */
export const planOf = async (warehouse: Warehouse, definition: Definition, name: string): Promise<RunnablePlan> =>
  runnable(await compiledPlan(warehouse, definition, name));

/** As {@link planOf}, of what is not backfilled too. */
export async function compiledPlan(warehouse: Warehouse, definition: Definition, name: string): Promise<Plan> {
  const definitions = named(definition, name);
  const catalog = await readCatalog(warehouse);
  const { plans, diagnostics } = compile(definitions, catalog);
  const plan = [...plans.values()].find((each) => each.name.startsWith(`team/file.${name}__`));
  if (plan === undefined) throw new Error(diagnostics.map(printDiagnostic).join('\n'));
  return plan;
}

async function rowsOf(warehouse: Warehouse, table: string, range: DayRange) {
  const description = await warehouse.describe(table);
  const names = ['ds', ...(description?.columns ?? []).map(({ name }) => name)];
  const columns = names.map((name) => ({ name, expression: `\`${name}\`` }));
  return warehouse.rows({ scan: { table, days: range, columns, where: [] }, limit: 1_000_000 });
}

/** A hash of a table's rows, sorted by all of their columns: equal tables, equal hashes, whatever the order of rows. */
export async function hashOf(warehouse: Warehouse, table: string, range: DayRange): Promise<string> {
  const columns = (await warehouse.describe(table))?.columns ?? [];
  const texts = columns.map(({ name, type }) => ({ name, json: jsonOf(type) }));
  const lines = (await rowsOf(warehouse, table, range)).map((row) =>
    JSON.stringify([row['ds'], ...texts.map(({ name, json }) => json(row[name] ?? null))]),
  );
  return createHash('sha256').update(lines.sort().join('\n')).digest('hex');
}
