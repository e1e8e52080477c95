import { bytesOfText, readRows, textOfBytes, valueIn } from '@isochron/kv';
import { IsochronError } from '@isochron/schema';
import { type MetadataContext, persistently } from './context.ts';
import { type SetEntry, setHash, sortedEntries } from './set.ts';
import { CELL, cellOf, sets } from './tables.ts';

/** The entries as `{hash} {file}` a line, which is what {@link setHash} is of. */
export async function writeSet(
  context: MetadataContext,
  hash: string,
  entries: readonly SetEntry[],
  lease: string,
): Promise<void> {
  const nowMs = context.nowMs();
  const text = sortedEntries(entries)
    .map((entry) => `${entry.hash} ${entry.file}\n`)
    .join('');
  const mutations = [cellOf(sets.manifest, text, nowMs), cellOf(sets.lease, lease, nowMs)];
  await persistently(context, () => context.store.mutate(sets.table, [{ key: bytesOfText(hash), mutations }]));
}

/** By file. NOT_FOUND if there is no such set, or no longer. */
export async function readSet(context: MetadataContext, hash: string): Promise<readonly SetEntry[]> {
  for (const freshness of ['any', 'latest'] as const) {
    const request = { keys: [bytesOfText(hash)], columns: [{ family: sets.manifest }], freshness };
    const [cells = []] = await persistently(context, () => readRows(context.store, sets.table, request));
    const bytes = valueIn(cells, sets.manifest, CELL);
    if (bytes !== undefined) return checked(hash, entriesOf(textOfBytes(bytes)));
  }
  throw new IsochronError('NOT_FOUND', `There is no set ${hash}; it may be so old that it is no longer kept.`);
}

function entriesOf(text: string): readonly SetEntry[] {
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => ({ hash: line.slice(0, 64), file: line.slice(65) }));
}

function checked(hash: string, entries: readonly SetEntry[]): readonly SetEntry[] {
  if (setHash(entries) === hash) return entries;
  throw new IsochronError('DATA_LOSS', `The stored set ${hash} is not what its hash says: it was damaged.`);
}
