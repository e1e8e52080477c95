import { type Field, intType, longType } from '@isochron/schema';
import type { ProjectRequest, WriteReport } from '@isochron/warehouse';
import { daysOf } from './days.ts';
import { dialect } from './dialect.ts';
import type { Engine } from './engine.ts';
import { publishDays } from './publish.ts';
import { scanFields, scanRelation } from './scan.ts';
import { checkedColumns, list, quoted } from './sql.ts';
import { partitionsOf, type Store } from './store.ts';
import { stored } from './types.ts';

/** Rows are numbered in the order of their files, from 0 in each day. */
export async function project(engine: Engine, store: Store, { scan, target }: ProjectRequest): Promise<WriteReport> {
  return engine.use(`Writing table "${target.table}" from "${scan.table}"`, async (connection) => {
    const snapshot = await store.open(scan.table);
    const fields = await scanFields(connection, snapshot, scan);
    const columns: readonly Field[] = [{ name: 'row', type: intType }, { name: 'ts', type: longType }, ...fields];
    checkedColumns(
      columns.map(({ name }) => name),
      `Table "${target.table}"`,
    );
    const selected = fields.map(({ name, type }) => `${stored(quoted(name), type)} AS ${quoted(name)}`);
    const row = 'CAST(row_number() OVER () - 1 AS INTEGER) AS "row"';
    partitionsOf(snapshot, scan.days);
    const queryOf = (day: string): string => {
      const source = scanRelation(snapshot, { ...scan, days: { start: day, end: day } }, [
        { name: '__ts', expression: `CAST(${dialect(scan.time)} AS BIGINT)` },
      ]);
      return `SELECT ${list([row, '__ts AS "ts"', ...selected])} FROM ${source}`;
    };
    return publishDays(engine, store, target, columns, { days: daysOf(scan.days), queryOf });
  });
}
