import { statSync } from 'node:fs';
import type { RowMutation } from '@isochron/kv';
import { IsochronError } from '@isochron/schema';
import type { Table, Tables } from './tables.ts';

/**
 * Keeps what the store holds within a bound. The file is asked first, which costs next to nothing and settles it as long as it is small; only beyond are pages
 * counted, because a file also has those that deleted rows have left free and that will be used again.
 */
export class Room {
  readonly #file: string;
  readonly #bytesMax: number;
  readonly #tables: Tables;

  constructor(file: string, bytesMax: number, tables: Tables) {
    this.#file = file;
    this.#bytesMax = bytesMax;
    this.#tables = tables;
  }

  /** What to call in the transaction after the rows were written; it throws where there is no room for them. */
  checkFor(rows: readonly RowMutation[]): () => void {
    const added = rows.reduce((sum, row) => sum + addedBytes(row), 0);
    if (added === 0 || statSync(this.#file).size + added < this.#bytesMax) return () => {};
    const tables = this.#tables.all();
    return () => {
      const held = tables.reduce((sum, table) => sum + heldBytes(table), 0);
      if (held <= this.#bytesMax) return;
      throw new IsochronError(
        'RESOURCE_EXHAUSTED',
        `The store ${this.#file} is full: it would hold ${held} bytes and may hold ${this.#bytesMax}. Delete rows or open it with a larger bytesMax.`,
      );
    };
  }
}

function addedBytes({ key, mutations }: RowMutation): number {
  return mutations.reduce(
    (sum, each) =>
      each.kind === 'set' || each.kind === 'replace'
        ? sum + key.length + each.qualifier.length + each.value.length
        : sum,
    0,
  );
}

function heldBytes({ families }: Table): number {
  let bytes = 0;
  for (const { database } of families.values()) {
    // LMDB's own figures, which its package leaves untyped.
    const stats = database.getStats() as Record<PageCount | 'pageSize', number>;
    bytes += PAGE_COUNTS.reduce((pages, name) => pages + stats[name], 0) * stats.pageSize;
  }
  return bytes;
}

const PAGE_COUNTS = ['treeBranchPageCount', 'treeLeafPageCount', 'overflowPages'] as const;
type PageCount = (typeof PAGE_COUNTS)[number];
