import { type CellView, copyOfBytes, type KeyValueStore } from '@isochron/kv';
import { IsochronError, type Vector } from '@isochron/schema';
import { LRUCache } from 'lru-cache';
import type { ContributionCache } from '../cache/contribution-cache.ts';
import { featuresTable, valueColumns } from '../layout/tables.ts';
import { type Chunk, type ChunkContext, failPart, type RequestPart } from './chunk.ts';
import { derive } from './derivation.ts';
import { type ExternalAnswer, putExternals } from './external.ts';
import { asError, type Fetched, type FetchedPool } from './fetched.ts';
import type { Generations } from './generations.ts';
import type { ReadPlan } from './plan.ts';

export interface JoinReaderOptions {
  readonly store: KeyValueStore;
  readonly generations: Generations;
  /** What batch halves contribute is kept here; null: it is computed every time. Any number of readers may share one. */
  readonly cache: ContributionCache | null;
  /**
   * How many rows are read and made at once; default {@link ROWS_PER_READ}. Other requests have their turn in between. More of them save round trips where the store is far away.
   */
  readonly rowsPerRead?: number;
  /** Lets others have their turn; default: a turn of the event loop. */
  readonly yieldTurn?: () => Promise<void>;
}

export interface FetchRequest {
  readonly rows: number;
  /** Columns of keys, and what else is given with the request, by their names on the left side; each of `rows` rows. */
  readonly columns: ReadonlyMap<string, Vector>;
  /**
   * What was given from outside, in the order of the plan's externals; it is waited for once the store is read. Where it is null, or all of it is missing, the
   * request's columns are looked at for the features by their names in the Join.
   */
  readonly externals?: Promise<readonly (ExternalAnswer | null)[]>;
  /** The instant, in milliseconds, that the features are of. */
  readonly atMs: number;
  /** What time it is; default `atMs`. Where that is later, tiles that hold events after the instant are told by APPROXIMATE. */
  readonly nowMs?: number;
  /** Told what it goes on with, once the store is read and its values are made; not given: nobody is told. */
  readonly enter?: (stage: 'external' | 'derive') => void;
  /** Where it is aborted nobody waits for the answer: what is not made by then is not made, and `fetch` rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** How many rows are read and made at once where nothing else is said. */
export const ROWS_PER_READ = 16;
/** How many narrowed readers are kept a Join. */
const NARROWED_MAX = 64;

/** Fetches the vectors of one Join. Compiled once, it is asked by any number of requests at once. */
export class JoinReader {
  readonly plan: ReadPlan;
  readonly #options: JoinReaderOptions;
  readonly #pool: FetchedPool;
  readonly #rowsPerRead: number;
  readonly #yieldTurn: () => Promise<void>;
  /** Made when it is first asked for: most Joins are fetched whole. */
  #narrowed: LRUCache<string, JoinReader> | null = null;

  constructor(plan: ReadPlan, options: JoinReaderOptions) {
    this.plan = plan;
    this.#options = options;
    this.#rowsPerRead = options.rowsPerRead ?? ROWS_PER_READ;
    this.#yieldTurn = options.yieldTurn ?? turnOfTheLoop;
    this.#pool = plan.memory.poolOf(plan, this.#rowsPerRead);
  }

  /**
   * The vectors of the rows, in their order. What fails of a part is told by its error and the status of what it took down; the others are answered. It rejects
   * only for what we got wrong.
   */
  async fetch(request: FetchRequest): Promise<Fetched> {
    const { rows, atMs, nowMs = atMs } = request;
    const fetched = this.#pool.take(this.plan, rows, atMs);
    const context = this.#contextOf(request, fetched, nowMs);
    for (let from = 0; from < rows; from += this.#rowsPerRead) {
      if (from > 0) await this.#yieldTurn();
      if (request.signal?.aborted) throw this.#abandon(fetched, request.signal);
      await this.#fetchRows(context, from, Math.min(rows, from + this.#rowsPerRead));
    }
    if (this.plan.externals.length > 0) {
      request.enter?.('external');
      putExternals(fetched, this.plan, (await request.externals) ?? [], request.columns);
    }
    if (fetched.statuses !== fetched.baseStatuses) {
      request.enter?.('derive');
      this.#deriveAll(context, request);
    }
    return fetched;
  }

  /**
   * A reader of some of the features, whatever their order; they come in the order that this one has them. Only the parts that they are made of are read, and only
   * what they are made of is computed. Asked again for the same names, it is the same reader, until many others were asked for. Throws INVALID_ARGUMENT for a name
   * that is none of the features, and for no names at all.
   */
  narrowed(features: readonly string[]): JoinReader {
    // No name has a character that ends a text in C.
    const key = features.join('\0');
    this.#narrowed ??= new LRUCache({ max: NARROWED_MAX });
    const known = this.#narrowed.get(key);
    if (known !== undefined) return known;
    const reader = new JoinReader(this.plan.narrowed(features), this.#options);
    this.#narrowed.set(key, reader);
    return reader;
  }

  #abandon(fetched: Fetched, { reason }: AbortSignal): unknown {
    fetched.release();
    return reason;
  }

  #contextOf({ columns, atMs }: FetchRequest, fetched: Fetched, nowMs: number): ChunkContext {
    const parts: RequestPart[] = [];
    const context: ChunkContext = { plan: this.plan, fetched, parts, cache: this.#options.cache, nowMs };
    for (let at = 0; at < this.plan.parts.length; at++) {
      const part = this.plan.parts[at] as ReadPlan['parts'][number];
      try {
        const generation = this.#options.generations.at(part.dataset, atMs);
        parts.push({ at, part, generation, columns: part.keys.columns(columns) });
        const told = fetched.parts[at];
        if (told === undefined) continue;
        told.generation = generation.id;
        told.batchEndMs = generation.batchEndMs;
      } catch (thrown) {
        failPart(context, at, asError(thrown));
      }
    }
    return context;
  }

  /**
   * A store that calls back before it returns is read where its bytes lie. Of one that calls back later the cells are copied, and used when all are there, for
   * in the meantime other requests use the states of the parts.
   */
  async #fetchRows(context: ChunkContext, from: number, to: number): Promise<void> {
    const { memory } = this.plan;
    const chunk = memory.takeChunk();
    chunk.start(context);
    for (let row = from; row < to; row++) chunk.add(row);
    if (chunk.keys.length > 0) await this.#read(chunk);
    else chunk.end();
    memory.giveChunk(chunk);
  }

  async #read(chunk: Chunk): Promise<void> {
    const late: { readonly key: number; readonly cell: CellView }[] = [];
    let isInCall = true;
    let hasCells = false;
    const visit = (key: number, _key: Uint8Array, cell: CellView): void => {
      if (!isInCall && hasCells)
        throw new IsochronError('INTERNAL', 'The store gave some cells at once and some later.');
      if (isInCall) {
        hasCells = true;
        chunk.visit(key, cell);
      } else late.push({ key, cell: ownCell(cell) });
    };
    const reading = this.#options.store.read(
      featuresTable.name,
      { keys: chunk.keys, columns: valueColumns, freshness: 'latest' },
      visit,
    );
    isInCall = false;
    if (hasCells) chunk.end();
    try {
      await reading;
      for (const { key, cell } of late) chunk.visit(key, cell);
      chunk.end();
    } catch (thrown) {
      chunk.failRest(asError(thrown));
    }
  }

  #deriveAll({ plan, fetched }: ChunkContext, { columns, atMs }: FetchRequest): void {
    const { rows, baseVectors, baseStatuses, statuses, vectors } = fetched;
    const input = { rows, atMs, request: columns, base: baseVectors, statuses: baseStatuses };
    const width = plan.outputs.length;
    const baseWidth = plan.base.length;
    for (let at = 0; at < width; at++) {
      const output = plan.outputs[at] as ReadPlan['outputs'][number];
      if (output.kind === 'derived') {
        const error = derive(output.column, input, vectors[at] as Vector, { statuses, width, at });
        fetched.derivationError ??= error;
      } else {
        for (let row = 0; row < rows; row++) {
          statuses[row * width + at] = baseStatuses[row * baseWidth + output.base] as number;
        }
      }
    }
  }
}

function ownCell(cell: CellView): CellView {
  const { family, timestampMs, qualifierStart, qualifierEnd, valueStart, valueEnd } = cell;
  const from = Math.min(qualifierStart, valueStart);
  return {
    family,
    timestampMs,
    bytes: copyOfBytes(cell.bytes, from, Math.max(qualifierEnd, valueEnd)),
    qualifierStart: qualifierStart - from,
    qualifierEnd: qualifierEnd - from,
    valueStart: valueStart - from,
    valueEnd: valueEnd - from,
  };
}

const turnOfTheLoop = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
