import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { scanRows } from '@isochron/kv';
import { openLmdbStore } from '@isochron/kv-lmdb';
import { featuresTable, valueColumns } from '@isochron/serving';
import { open } from 'lmdb';
import { report, startRun } from '../contender.ts';

/**
 * The floor of a load: LMDB alone is given the rows that an upload has put into the store, keys and values as they are, in the order of keys, in transactions of 8 MiB, each on
 * disk before the next: `write-contender.ts HOME`.
 */
const [home] = process.argv.slice(2);
if (home === undefined) throw new Error('wants HOME');
const BYTES_MAX = 8 * 2 ** 20;

const rows: { readonly key: Uint8Array; readonly value: Uint8Array }[] = [];
const store = await openLmdbStore({ home });
for (let from: Uint8Array | null = new Uint8Array(); from !== null; ) {
  const range = { from, to: null, rowsMax: 1_000, columns: valueColumns, freshness: 'latest' } as const;
  const page: Awaited<ReturnType<typeof scanRows>> = await scanRows(store, featuresTable.name, range);
  for (const { key, cells } of page.rows) for (const { value } of cells) rows.push({ key, value });
  from = page.next;
}
await store.close();

const path = mkdtempSync(join(home, 'floor-'));
const root = open<Uint8Array, Uint8Array>({
  ...{
    path,
    pageSize: 8_192,
    mapSize: 64 * 2 ** 30,
    encoding: 'binary',
    keyEncoding: 'binary',
    overlappingSync: false,
  },
});
const started = startRun();
let bytes = 0;
for (let at = 0; at < rows.length; ) {
  await root.transaction(() => {
    for (let batch = 0; at < rows.length && batch < BYTES_MAX; at++) {
      const { key, value } = rows[at] as (typeof rows)[number];
      root.putSync(key, value as Buffer);
      batch += key.length + value.length;
      bytes += key.length + value.length;
    }
  });
}
report(started, rows.length, { bytes });
await root.close();
rmSync(path, { recursive: true, force: true });
