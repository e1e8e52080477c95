import type { CellView } from '@isochron/kv';
import { IsochronError, type Vector } from '@isochron/schema';
import type { ContributionCache } from '../cache/contribution-cache.ts';
import { Cursor } from '../decode/cursor.ts';
import { batchValueOf, isValue } from '../layout/batch-value.ts';
import { rowKeyOf } from '../layout/row-key.ts';
import { asError, type Fetched, putNull } from './fetched.ts';
import type { ServedGeneration } from './generations.ts';
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

/** One key of one part in a chunk of rows, and what the store was asked for it. */
interface Lookup {
  readonly of: RequestPart;
  readonly row: number;
  readonly rowKey: Uint8Array;
  /** What the cache has of it, as a copy. */
  readonly kept: Uint8Array | null;
}

/**
 * Some rows of a request: which keys are read for them, and what becomes of the cells. A part has states for one key at a time, so lookups are finished one after
 * the other, in the order of the keys, each when a cell of a later one comes.
 */
export class Chunk {
  readonly keys: Uint8Array[] = [];
  readonly #context: ChunkContext;
  readonly #lookups: Lookup[] = [];
  /** Of each key, its lookup, and whether it is of tiles. */
  readonly #lookupOf: number[] = [];
  readonly #isTiles: boolean[] = [];
  readonly #cursor = new Cursor();
  #current = -1;
  #lastVisited = 0;
  #error: IsochronError | null = null;

  constructor(context: ChunkContext) {
    this.#context = context;
  }

  /** Adds the keys of a row. What needs no key of the store is answered when its turn comes. */
  add(row: number): void {
    const { parts } = this.#context;
    for (let index = 0; index < parts.length; index++) {
      const of = parts[index] as RequestPart;
      const { part, generation, columns } = of;
      let length = -1;
      try {
        length = part.keys.encode(columns, row);
      } catch (thrown) {
        fail(this.#context, of, row, asError(thrown));
        continue;
      }
      const lookup = this.#lookups.length;
      if (length < 0) {
        answerNothing(this.#context, of, row);
        continue;
      }
      const rowKey = rowKeyOf(generation.prefix, part.keys.bytes, length);
      const kept = this.#find(of, rowKey);
      this.#lookups.push({ of, row, rowKey, kept });
      if (kept === null) this.#ask(rowKey, lookup, false);
      if (part.tilesPrefix !== null) this.#ask(rowKeyOf(part.tilesPrefix, part.keys.bytes, length), lookup, true);
    }
  }

  /** A copy of what the cache has, for puts may come before it is used. */
  #find({ part }: RequestPart, rowKey: Uint8Array): Uint8Array | null {
    const { cache, fetched } = this.#context;
    if (cache === null) return null;
    const cursor = this.#cursor;
    return part.reader.find(cache, rowKey, fetched.atMs, cursor) ? cursor.bytes.slice(cursor.at, cursor.end) : null;
  }

  /** Takes a cell of a key, where it lies. */
  visit(key: number, cell: CellView): void {
    const lookup = this.#lookupOf[key] as number;
    this.#lastVisited = lookup;
    this.#finishUpTo(lookup);
    if (this.#error !== null) return;
    try {
      this.#take(this.#lookups[lookup] as Lookup, this.#isTiles[key] === true, cell);
    } catch (thrown) {
      this.#error = asError(thrown);
    }
  }

  /** All cells have come. */
  end(): void {
    this.#finishUpTo(this.#lookups.length);
  }

  /** The read failed: from the last lookup on that a cell came for, none has an answer, for cells of it may be missing. */
  failRest(error: IsochronError): void {
    for (let index = this.#lastVisited; index < this.#lookups.length; index++) {
      const { of, row } = this.#lookups[index] as Lookup;
      fail(this.#context, of, row, error);
    }
    this.#current = this.#lookups.length;
  }

  #ask(key: Uint8Array, lookup: number, isTiles: boolean): void {
    this.keys.push(key);
    this.#lookupOf.push(lookup);
    this.#isTiles.push(isTiles);
  }

  #take({ of, rowKey }: Lookup, isTiles: boolean, cell: CellView): void {
    const { reader } = of.part;
    const cursor = this.#cursor;
    cursor.start(cell.bytes, cell.valueStart, cell.valueEnd);
    if (isTiles) reader.readTiles(cursor);
    else if (isValue(cell)) reader.readBatch(cursor, rowKey, this.#context.cache);
    else {
      const value = batchValueOf(cell);
      const reason = value.kind === 'refusal' ? value.reason : 'It holds no value.';
      throw new IsochronError('OUT_OF_RANGE', `The upload refused this key. ${reason}`);
    }
  }

  /** Finishes the lookups before one, and begins it. */
  #finishUpTo(lookup: number): void {
    while (this.#current < lookup) {
      if (this.#current >= 0) this.#finish(this.#lookups[this.#current] as Lookup);
      this.#current++;
      if (this.#current < this.#lookups.length) this.#begin(this.#lookups[this.#current] as Lookup);
    }
  }

  #begin({ of, kept }: Lookup): void {
    const { fetched, nowMs } = this.#context;
    const { reader } = of.part;
    this.#error = null;
    try {
      reader.begin(of.generation, fetched.atMs, nowMs);
      if (kept === null) return;
      this.#cursor.start(kept, 0, kept.length);
      reader.restore(this.#cursor);
    } catch (thrown) {
      this.#error = asError(thrown);
    }
  }

  #finish({ of, row }: Lookup): void {
    const { fetched, plan } = this.#context;
    if (this.#error !== null) {
      fail(this.#context, of, row, this.#error);
      return;
    }
    const knownToMs = of.part.reader.finish(
      { vectors: fetched.baseVectors, statuses: fetched.baseStatuses, width: plan.base.length, first: of.part.first },
      row,
    );
    fetched.agesMs[row * fetched.parts.length + of.at] = fetched.atMs - knownToMs;
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
