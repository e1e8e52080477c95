import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { DayRange } from '@isochron/warehouse';
import { count, type Engine } from './engine.ts';
import { syncFolder } from './manifest.ts';
import { relation } from './scan.ts';
import { literal } from './sql.ts';
import type { Store } from './store.ts';

/** Written beside its place and moved there when it is whole, so that the file is the old one or the new one. */
export async function exportTo(
  engine: Engine,
  store: Store,
  table: string,
  days: DayRange,
  file: string,
): Promise<{ readonly rows: number }> {
  return engine.use(`Exporting table "${table}" to ${file}`, async (connection) => {
    const snapshot = await store.open(table);
    const source = relation(snapshot, days);
    const path = resolve(file);
    const temporary = `${path}.${randomUUID()}.tmp`;
    await mkdir(dirname(path), { recursive: true });
    try {
      const result = await connection.run(
        `COPY (SELECT * FROM ${source} ORDER BY ds) TO ${literal(temporary)} (FORMAT parquet)`,
      );
      const [row] = await result.getRows();
      await syncFolder(temporary);
      await rename(temporary, path);
      await syncFolder(dirname(path));
      return { rows: count(row?.[0]) };
    } finally {
      await rm(temporary, { force: true });
    }
  });
}
