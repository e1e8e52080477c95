import { textOfBytes, valueIn } from '@isochron/kv';
import { allRows, type MetadataContext, persistently } from './context.ts';
import { readAddresses, readHistory } from './heads.ts';
import { setLimits } from './limits.ts';
import { readSet } from './sets.ts';
import { CELL, objects, sets } from './tables.ts';

export interface Collected {
  readonly sets: number;
  readonly objects: number;
}

/**
 * Takes away objects and sets that no kept version needs and that nobody has written for an hour: what publishers left that died, and what versions needed
 * that are forgotten. Safe at any time, beside publishers and other collectors: what is written again in the meantime has another lease, and stays.
 */
export async function collect(context: MetadataContext): Promise<Collected> {
  const atMs = context.nowMs();
  const needed = await neededHashes(context);
  return {
    sets: await sweep(context, sets.table, sets.lease, { hashes: needed.sets, atMs }),
    objects: await sweep(context, objects.table, objects.lease, { hashes: needed.objects, atMs }),
  };
}

async function neededHashes(context: MetadataContext) {
  const setHashes = new Set<string>();
  const objectHashes = new Set<string>();
  for (const address of await readAddresses(context)) {
    for (const { hash } of await readHistory(context, address, { limit: Number.POSITIVE_INFINITY }))
      setHashes.add(hash);
  }
  for (const hash of setHashes) for (const entry of await readSet(context, hash)) objectHashes.add(entry.hash);
  return { sets: setHashes, objects: objectHashes };
}

async function sweep(
  context: MetadataContext,
  table: string,
  family: string,
  needed: { readonly hashes: ReadonlySet<string>; readonly atMs: number },
): Promise<number> {
  let swept = 0;
  for await (const { key, cells } of allRows(context, table, [{ family }])) {
    const lease = valueIn(cells, family, CELL);
    if (lease === undefined || needed.hashes.has(textOfBytes(key)) || !isOver(needed.atMs, textOfBytes(lease)))
      continue;
    const row = { key, mutations: [{ kind: 'delete-row' }] } as const;
    // A lost answer may be of a row that is gone: asking again finds no lease and deletes nothing.
    const condition = { family, qualifier: CELL, value: lease };
    if (await persistently(context, () => context.store.mutateIf(table, row, condition))) swept++;
  }
  return swept;
}

/** By when what is needed was looked at: what was written later may be needed by a version that was not there yet. */
const isOver = (atMs: number, lease: string): boolean => atMs - Number.parseInt(lease, 10) > setLimits.graceMs;
