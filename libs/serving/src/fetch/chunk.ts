import type { CellView } from '@isochron/kv';
import { IsochronError, type Vector } from '@isochron/schema';
import type { ContributionCache } from '../cache/contribution-cache.ts';
import { Cursor } from '../decode/cursor.ts';
import { refusalIn } from '../layout/batch-value.ts';
import { isNamed } from '../layout/cell-name.ts';
import { rowKeyOf } from '../layout/row-key.ts';
import { asDamage, asError, type Fetched, putNull } from './fetched.ts';
import type { ServedGeneration } from './generations.ts';
import { KeptBytes } from './kept-bytes.ts';
import type { ReadPart, ReadPlan } from './plan.ts';
import { Status } from './status.ts';

/** A part as one request reads it. */
export interface RequestPart {
  readonly at: number;
  readonly part: ReadPart;
  readonly generation: ServedGeneration;
  readonly columns: readonly Vector[];
}

export interface ChunkContext {
  readonly plan: ReadPlan;
  readonly fetched: Fetched;
  readonly parts: readonly RequestPart[];
  readonly cache: ContributionCache | null;
  readonly nowMs: number;
}

/** One key of one part in a chunk of rows. */
interface Lookup {
  of: RequestPart;
  row: number;
  rowKey: Uint8Array;
  generation: ServedGeneration;
  /** Where the cache's copy of it stands among what is kept; -1: the cache had nothing. */
  keptFrom: number;
  keptTo: number;
}

const KEPT_BYTES = 4096;
const KEPT_BYTES_MAX = 1 << 20;

/**
 * Some rows of a request: which keys are read for them, and what becomes of the cells. A part has states for one key at a time, so lookups are finished one after
 * the other, in the order of the keys, each when a cell of a later one comes. A chunk is used again for other rows, also of other requests, once it has ended: what
 * it once made it keeps.
 */
export class Chunk {
  /** What the store is asked for. */
  readonly keys: Uint8Array[] = [];
  /** Of each key, its lookup. */
  readonly #lookupOf: number[] = [];
  readonly #spareKeys: Uint8Array[] = [];
  #spareKey = 0;
  readonly #lookups: Lookup[] = [];
  #count = 0;
  /** Copies of what the cache has, one behind the other. */
  readonly #kept = new KeptBytes(KEPT_BYTES);
  readonly #cells = new Cursor();
  readonly #found = new Cursor();
  readonly #restored = new Cursor();
  #context: ChunkContext | null = null;
  #current = -1;
  #lastVisited = 0;
  #error: IsochronError | null = null;

  /** Begins with no rows. */
  start(context: ChunkContext): void {
    this.#context = context;
    this.keys.length = this.#lookupOf.length = 0;
    this.#count = this.#spareKey = this.#lastVisited = 0;
    this.#current = -1;
    this.#error = null;
    this.#kept.clear();
  }

  /** Adds the keys of a row. What needs no key of the store is answered when its turn comes. */
  add(row: number): void {
    const context = this.#of();
    const { parts } = context;
    for (let index = 0; index < parts.length; index++) {
      const of = parts[index] as RequestPart;
      const { part, generation, columns } = of;
      let length = -1;
      try {
        length = part.keys.encode(columns, row);
      } catch (thrown) {
        fail(context, of, row, asError(thrown));
        continue;
      }
      if (length < 0) {
        answerNothing(context, of, row);
        continue;
      }
      const lookup = this.#lookup(of, row, this.#key(generation, part.keys.bytes, length));
      if (lookup.keptFrom >= 0 && part.tilesName === null) continue;
      this.keys.push(lookup.rowKey);
      this.#lookupOf.push(this.#count - 1);
    }
  }

  /** With a copy of what the cache has, for puts may come before it is used. */
  #lookup(of: RequestPart, row: number, rowKey: Uint8Array): Lookup {
    const { cache, fetched } = this.#of();
    const { generation } = of;
    const lookup = this.#lookups[this.#count] ?? { of, row, rowKey, generation, keptFrom: -1, keptTo: -1 };
    this.#lookups[this.#count++] = lookup;
    lookup.of = of;
    lookup.row = row;
    lookup.rowKey = rowKey;
    lookup.generation = generation;
    lookup.keptFrom = -1;
    const found = this.#found;
    if (cache === null || !of.part.reader.find(cache, lookup, fetched.atMs, found)) return lookup;
    lookup.keptFrom = this.#kept.put(found.bytes, found.at, found.end);
    lookup.keptTo = this.#kept.end;
    return lookup;
  }

  #key({ prefix }: ServedGeneration, keyBytes: Uint8Array, length: number): Uint8Array {
    const key = rowKeyOf(prefix, keyBytes, length, this.#spareKeys[this.#spareKey] ?? null);
    this.#spareKeys[this.#spareKey++] = key;
    return key;
  }

  /** Takes a cell of a key, where it lies. */
  visit(key: number, cell: CellView): void {
    const lookup = this.#lookupOf[key] as number;
    this.#lastVisited = lookup;
    this.#finishUpTo(lookup);
    if (this.#error !== null) return;
    try {
      this.#take(this.#lookups[lookup] as Lookup, cell);
    } catch (thrown) {
      this.#error = asDamage(thrown);
    }
  }

  /** All cells have come. */
  end(): void {
    this.#finishUpTo(this.#count);
  }

  /** Whether it has grown by what it copied: one that is large is not worth to be kept. */
  get isLarge(): boolean {
    return this.#kept.bytes.length > KEPT_BYTES_MAX;
  }

  /** The read failed: from the last lookup on that a cell came for, none has an answer, for cells of it may be missing. */
  failRest(error: IsochronError): void {
    for (let index = this.#lastVisited; index < this.#count; index++) {
      const { of, row } = this.#lookups[index] as Lookup;
      fail(this.#of(), of, row, error);
    }
    this.#current = this.#count;
  }

  #of(): ChunkContext {
    if (this.#context === null) throw new Error('a chunk was not started');
    return this.#context;
  }

  /** What other generations have of the key is passed over, and what the cache has had already. */
  #take({ of, rowKey, generation: { names }, keptFrom }: Lookup, cell: CellView): void {
    const { reader, tilesName } = of.part;
    const cursor = this.#cells;
    cursor.start(cell.bytes, cell.valueStart, cell.valueEnd);
    if (isNamed(cell, names.value)) {
      if (keptFrom < 0) reader.readBatch(cursor, rowKey, this.#of().cache);
    } else if (tilesName !== null && isNamed(cell, tilesName)) reader.readTiles(cursor);
    else if (isNamed(cell, names.refusal))
      throw new IsochronError('OUT_OF_RANGE', `The upload refused this key. ${refusalIn(cell)}`);
  }

  /** Finishes the lookups before one, and begins it. */
  #finishUpTo(lookup: number): void {
    while (this.#current < lookup) {
      if (this.#current >= 0) this.#finish(this.#lookups[this.#current] as Lookup);
      this.#current++;
      if (this.#current < this.#count) this.#begin(this.#lookups[this.#current] as Lookup);
    }
  }

  #begin({ of, keptFrom, keptTo }: Lookup): void {
    const { fetched, nowMs } = this.#of();
    const { reader } = of.part;
    this.#error = null;
    try {
      reader.begin(of.generation, fetched.atMs, nowMs);
      if (keptFrom < 0) return;
      this.#restored.start(this.#kept.bytes, keptFrom, keptTo);
      reader.restore(this.#restored);
    } catch (thrown) {
      this.#error = asDamage(thrown);
    }
  }

  #finish({ of, row }: Lookup): void {
    const { fetched, plan } = this.#of();
    if (this.#error !== null) {
      fail(this.#of(), of, row, this.#error);
      return;
    }
    try {
      const knownToMs = of.part.reader.finish(
        { vectors: fetched.baseVectors, statuses: fetched.baseStatuses, width: plan.base.length, first: of.part.first },
        row,
      );
      fetched.agesMs[row * fetched.parts.length + of.at] = fetched.atMs - knownToMs;
      const { fault } = of.part.reader;
      const told = fetched.parts[of.at];
      if (fault !== null && told !== undefined) told.error ??= fault;
    } catch (thrown) {
      fail(this.#of(), of, row, asDamage(thrown));
    }
  }
}

/** A key with a null part matches nothing. */
function answerNothing(context: ChunkContext, of: RequestPart, row: number): void {
  answerAll(context, of, row, Status.NOT_FOUND);
  const { fetched } = context;
  fetched.agesMs[row * fetched.parts.length + of.at] = fetched.atMs - of.generation.batchEndMs;
}

function fail(context: ChunkContext, of: RequestPart, row: number, error: IsochronError): void {
  const part = context.fetched.parts[of.at];
  if (part !== undefined) part.error ??= error;
  answerAll(context, of, row, Status.ERROR);
}

function answerAll(context: ChunkContext, { part }: { readonly part: ReadPart }, row: number, status: Status): void {
  const { fetched, plan } = context;
  for (let feature = part.first; feature < part.first + part.reader.features; feature++) {
    putNull(fetched.baseVectors[feature] as Vector, row);
    fetched.baseStatuses[row * plan.base.length + feature] = status;
  }
}

/** A part that no row of a request can be answered from. */
export function failPart(context: ChunkContext, at: number, error: IsochronError): void {
  const part = context.plan.parts[at] as ReadPart;
  const told = context.fetched.parts[at];
  if (told !== undefined) told.error ??= error;
  for (let row = 0; row < context.fetched.rows; row++) answerAll(context, { part }, row, Status.ERROR);
}
