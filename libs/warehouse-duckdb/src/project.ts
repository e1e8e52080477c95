import { type Field, intType, longType } from '@isochron/schema';
import type { ProjectRequest, WriteReport } from '@isochron/warehouse';
import { daysOf } from './days.ts';
import type { Engine } from './engine.ts';
import { explained, sourcesOf } from './explained.ts';
import { publishDays } from './publish.ts';
import { prepareScan, scanRows } from './scan.ts';
import { list, quoted } from './sql.ts';
import { partitionsOf, type Store } from './store.ts';
import { stored } from './types.ts';
import { inWorkshop } from './workshop.ts';

const TIME = '__ts';

/** Rows are numbered in the order of their files, from 0 in each day. */
export async function project(engine: Engine, store: Store, { scan, target }: ProjectRequest): Promise<WriteReport> {
  return inWorkshop(engine, `Writing table "${target.table}" from "${scan.table}"`, async (shop) => {
    const snapshot = await store.open(scan.table);
    const prepared = prepareScan(snapshot, scan, { timeAs: TIME });
    const { fields } = prepared;
    const columns: readonly Field[] = [{ name: 'row', type: intType }, { name: 'ts', type: longType }, ...fields];
    const selected = fields.map(({ name, type }) => `${stored(quoted(name), type)} AS ${quoted(name)}`);
    const row = 'CAST(row_number() OVER () - 1 AS INTEGER) AS "row"';
    partitionsOf(snapshot, scan.days);
    return explained(
      engine,
      () => sourcesOf([prepared]),
      async () => {
        const rows = await scanRows(shop, prepared);
        const queryOf = (day: string): string =>
          `SELECT ${list([row, `CAST(${TIME} AS BIGINT) AS "ts"`, ...selected])} FROM ${rows({ start: day, end: day })}`;
        return publishDays(engine, store, target, columns, { days: daysOf(scan.days), queryOf });
      },
    );
  });
}
