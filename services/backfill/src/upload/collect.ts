import { again, copyOfBytes, type KeyValueStore, type Mutation } from '@isochron/kv';
import {
  batchCellNamesOf,
  batchColumnsOf,
  buried,
  collectable,
  collected,
  featuresTable,
  type KeyRange,
  rangesOf,
  rowPrefixOf,
} from '@isochron/serving';
import type { Dataset } from './dataset.ts';

/** Rows that are found by one call, and about how many are changed by one. */
const ROWS_MAX = 2_000;
const RANGES_AT_ONCE = 16;

/**
 * Deletes what nobody can be reading any more: generations that went out of force a while ago, and what uploads have left that were killed. Any number may
 * collect at once, and one that is stopped in the middle is gone on with by the next. Answers the ids of what was deleted.
 */
export async function collect(store: KeyValueStore, dataset: Dataset, now: () => number): Promise<readonly number[]> {
  const state = await dataset.update((each) => buried(each, now()));
  const ids = collectable(state, now());
  for (const id of ids) await deleteCells(store, dataset.name, id);
  if (ids.length > 0) await dataset.update((each) => collected(each, ids));
  return ids;
}

/** Of one generation, in all rows of a dataset. */
export async function deleteCells(store: KeyValueStore, dataset: string, generation: number): Promise<void> {
  const ranges = [...rangesOf(rowPrefixOf(dataset))];
  const mutations = Object.values(batchCellNamesOf(generation)).map(
    (qualifier): Mutation => ({ kind: 'delete-column', family: 'value', qualifier }),
  );
  let keys: Uint8Array[] = [];
  const flush = async (): Promise<void> => {
    const rows = keys.map((key) => ({ key, mutations }));
    keys = [];
    if (rows.length > 0) await again(() => store.mutate(featuresTable.name, rows));
  };
  const walk = async ({ from, to }: KeyRange): Promise<void> => {
    for (let next: Uint8Array | null = from; next !== null; ) {
      const found: FoundKeys = await keysIn(store, generation, { from: next, to });
      keys.push(...found.keys);
      if (keys.length >= ROWS_MAX) await flush();
      next = found.next;
    }
  };
  for (let at = 0; at < ranges.length; at += RANGES_AT_ONCE)
    await Promise.all(ranges.slice(at, at + RANGES_AT_ONCE).map(walk));
  await flush();
}

interface FoundKeys {
  readonly keys: readonly Uint8Array[];
  readonly next: Uint8Array | null;
}

const keysIn = (store: KeyValueStore, generation: number, { from, to }: KeyRange): Promise<FoundKeys> =>
  again(async () => {
    const keys: Uint8Array[] = [];
    const columns = [batchColumnsOf(generation)];
    const range = { from, to, rowsMax: ROWS_MAX, columns, freshness: 'latest' } as const;
    const { next } = await store.scan(featuresTable.name, range, (row, key) => {
      keys[row] ??= copyOfBytes(key);
    });
    return { keys, next };
  });
