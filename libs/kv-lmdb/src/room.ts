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
  readonly #inode: number;

  constructor(file: string, bytesMax: number, tables: Tables) {
    this.#file = file;
    this.#inode = statSync(file).ino;
    this.#bytesMax = bytesMax;
    this.#tables = tables;
  }

  /** What to call in the transaction after the rows were written; it throws where there is no room for them. */
  checkFor(rows: readonly RowMutation[]): () => void {
    const added = rows.reduce((sum, row) => sum + addedBytes(row), 0);
    const size = this.#fileSize();
    if (added === 0 || size + added < this.#bytesMax) return () => {};
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

  /** LMDB goes on writing into a file that was taken away, where nobody will find it. */
  #fileSize(): number {
    const now = statSync(this.#file, { throwIfNoEntry: false });
    if (now?.ino === this.#inode) return now.size;
    throw new IsochronError(
      'DATA_LOSS',
      `The store ${this.#file} was ${now === undefined ? 'taken away' : 'replaced'} while it was open; nothing more is written.`,
    );
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
