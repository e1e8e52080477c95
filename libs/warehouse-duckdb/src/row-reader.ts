import type { RowReader, Scan } from '@isochron/warehouse';
import { CountedRows } from './counted-rows.ts';
import { allRows, count, type Engine } from './engine.ts';
import { explanation, sourcesOf } from './explained.ts';
import { prepareScan, scanRows } from './scan.ts';
import { quoted } from './sql.ts';
import type { Workshop } from './stage.ts';
import type { Store } from './store.ts';

/** The tables that closures fill live until the reader is closed. */
export async function openRows(engine: Engine, store: Store, scan: Scan): Promise<RowReader> {
  const what = `Reading table "${scan.table}"`;
  const prepared = prepareScan(await store.open(scan.table), scan);
  const { fields } = prepared;
  const explained = async (thrown: unknown) =>
    engine.error(await explanation(engine, sourcesOf([prepared]), thrown), what);
  const connection = await engine.connect();
  const tables: string[] = [];
  const dispose = async (): Promise<void> => {
    await connection.run(tables.map((table) => `DROP TABLE IF EXISTS ${table};`).join(' ')).catch(() => undefined);
    engine.release(connection);
  };
  const fresh = (stem: string): string => {
    const name = engine.freshName(stem);
    tables.push(name);
    return name;
  };
  try {
    const rows = await countedRows({ engine, connection, fresh });
    return {
      fields,
      read: async () => {
        engine.check();
        try {
          return await rows.read();
        } catch (thrown) {
          throw await explained(thrown);
        }
      },
      close: async () => {
        await rows.close().catch(() => undefined);
        await dispose();
      },
    };
  } catch (thrown) {
    await dispose();
    throw await explained(thrown);
  }

  async function countedRows(shop: Workshop): Promise<CountedRows> {
    const relation = (await scanRows(shop, prepared))();
    const [row] = await allRows(shop.connection, `SELECT count(*) AS rows FROM ${relation}`);
    const columns = fields.map(({ name }) => quoted(name));
    return new CountedRows(engine, { relation, columns, fields }, count(row?.['rows']), what);
  }
}
