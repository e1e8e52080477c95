import { bytesOfText, type Mutation } from '@isochron/kv';
import { type MetadataContext, persistently } from './context.ts';

/**
 * Where everything is. Objects and sets are written once under their hashes; the only row that ever changes its meaning is a head's, and its history
 * stands in the same row, so that both change together.
 */
export const heads = { table: 'metadata_heads', head: 'head', history: 'history' } as const;
export const sets = { table: 'metadata_sets', manifest: 'manifest', lease: 'lease' } as const;
export const objects = {
  table: 'metadata_objects',
  json: 'json',
  summary: 'summary',
  lineage: 'lineage',
  lease: 'lease',
} as const;

export const probes = { table: 'metadata_probes', probe: 'probe' } as const;

export const CELL = bytesOfText('v');

const families = (...names: readonly string[]) => names.map((name) => ({ name, versionsMax: 1 }));

export async function ensureTables(context: MetadataContext): Promise<void> {
  const { json, summary, lineage, lease } = objects;
  const specs = [
    { name: heads.table, families: families(heads.head, heads.history) },
    { name: sets.table, families: families(sets.manifest, sets.lease) },
    { name: probes.table, families: families(probes.probe) },
    { name: objects.table, families: families(json, summary, lineage, lease) },
  ];
  for (const spec of specs) await persistently(context, () => context.store.ensureTable(spec));
}

/** A cell that takes the place of all before. */
export const cellOf = (family: string, value: string, timestampMs: number, qualifier = CELL): Mutation => ({
  kind: 'replace',
  family,
  qualifier,
  timestampMs,
  value: bytesOfText(value),
});
