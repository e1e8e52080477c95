import { bytesOfText, readRows, valueIn } from '@isochron/kv';
import { IsochronError } from '@isochron/schema';
import type { MetadataContext } from './context.ts';
import { CELL, cellOf, probes } from './tables.ts';

const KEY = bytesOfText('probe');

/** Proves that the store takes a write and gives it back; rejects if it does not. It is not tried again: the answer is about now. */
export async function probe({ store, nowMs, newId }: MetadataContext): Promise<void> {
  await store.mutate(probes.table, [{ key: KEY, mutations: [cellOf(probes.probe, newId(), nowMs())] }]);
  const request = { keys: [KEY], columns: [{ family: probes.probe }], freshness: 'latest' } as const;
  const [cells = []] = await readRows(store, probes.table, request);
  if (valueIn(cells, probes.probe, CELL) === undefined) {
    throw new IsochronError('DATA_LOSS', 'The store took a write and does not give it back.');
  }
}
