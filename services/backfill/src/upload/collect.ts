import { copyOfBytes, type KeyValueStore } from '@isochron/kv';
import {
  batchPrefixOf,
  buried,
  collectable,
  collected,
  featuresTable,
  rangesOf,
  valueColumns,
} from '@isochron/serving';
import type { Dataset } from './dataset.ts';

/** Rows that are deleted in one call. */
const ROWS_MAX = 5_000;

/**
 * Deletes what nobody can be reading any more: generations that went out of force a while ago, and what uploads have left that were killed. Any number may
 * collect at once, and one that is stopped in the middle is gone on with by the next. Answers the ids of what was deleted.
 */
export async function collect(store: KeyValueStore, dataset: Dataset, now: () => number): Promise<readonly number[]> {
  const state = await dataset.update((each) => buried(each, now()));
  const ids = collectable(state, now());
  for (const id of ids) await deleteRows(store, dataset.name, id);
  if (ids.length > 0) await dataset.update((each) => collected(each, ids));
  return ids;
}

export async function deleteRows(store: KeyValueStore, dataset: string, generation: number): Promise<void> {
  for (const range of rangesOf(batchPrefixOf(dataset, generation))) {
    for (let { from }: { from: Uint8Array | null } = range; from !== null; ) {
      const keys: Uint8Array[] = [];
      const { next } = await store.scan(
        featuresTable.name,
        { from, to: range.to, rowsMax: ROWS_MAX, columns: valueColumns, freshness: 'latest' },
        (row, key) => {
          keys[row] ??= copyOfBytes(key);
        },
      );
      if (keys.length > 0)
        await store.mutate(
          featuresTable.name,
          keys.map((key) => ({ key, mutations: [{ kind: 'delete-row' }] })),
        );
      from = next;
    }
  }
}
