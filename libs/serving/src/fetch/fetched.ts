import { createVector, type DataType, type Field, IsochronError, type Vector } from '@isochron/schema';
import type { ReadPlan } from './plan.ts';
import type { Status } from './status.ts';

/** One part of an answer, or an external. */
export interface FetchedPart {
  readonly name: string;
  /** The generation that answered, and its batch end; null where none could, and of an external. */
  generation: number | null;
  batchEndMs: number | null;
  /** The first thing that went wrong, of any row; the rows that it took down have status ERROR. */
  error: IsochronError | null;
}

/**
 * The vectors of a request: columns of outputs, of which the first `rows` rows count. It is the caller's until he gives it back by `release`; then it is used for
 * another request.
 */
export class Fetched {
  rows = 0;
  atMs = Number.NaN;
  readonly outputs: readonly Field[];
  /** One an output; the value is null where the status is none of PRESENT, STALE and APPROXIMATE. */
  readonly vectors: readonly Vector[];
  /** `statuses[row * outputs.length + output]`. */
  readonly statuses: Uint8Array;
  /** The parts of the plan, and then its externals. */
  readonly parts: readonly FetchedPart[];
  /**
   * `agesMs[row * parts.length + part]`: from the end of what is known of the part to the instant asked for; of an external, how long ago it was given. NaN
   * where nothing is known.
   */
  readonly agesMs: Float64Array;
  /** What failed first of the derivations. */
  derivationError: IsochronError | null = null;
  /** Its vectors were given to others: it is not used again, whoever gives it back. */
  isSpent = false;
  /** How many rows it has room for. */
  readonly capacity: number;
  /** The features before anything is derived of them, and their statuses. */
  readonly baseVectors: readonly Vector[];
  readonly baseStatuses: Uint8Array;
  readonly #sources: readonly (readonly number[])[];
  readonly #giveBack: (fetched: Fetched) => void;

  /** `vectorOf`: a vector of a type, whatever it holds; default: one that is made. */
  constructor(
    plan: ReadPlan,
    capacity: number,
    giveBack: (fetched: Fetched) => void,
    vectorOf: (type: DataType) => Vector = (type) => createVector(type, capacity),
  ) {
    const { outputs, base, parts, externals } = plan;
    this.outputs = outputs.map(({ field }) => field);
    this.#sources = plan.sources;
    this.capacity = capacity;
    this.#giveBack = giveBack;
    this.baseVectors = base.map(({ type }) => vectorOf(type));
    this.baseStatuses = new Uint8Array(capacity * base.length);
    const isPlain =
      outputs.length === base.length && outputs.every((output, at) => output.kind === 'base' && output.base === at);
    this.vectors = outputs.map((output) => {
      const shared = output.kind === 'base' ? this.baseVectors[output.base] : undefined;
      return shared ?? vectorOf(output.field.type);
    });
    this.statuses = isPlain ? this.baseStatuses : new Uint8Array(capacity * outputs.length);
    this.parts = [...parts, ...externals].map(({ name }) => ({
      name,
      generation: null,
      batchEndMs: null,
      error: null,
    }));
    this.agesMs = new Float64Array(capacity * this.parts.length);
  }

  status(row: number, output: number): Status {
    // Only statuses are written.
    return this.statuses[row * this.outputs.length + output] as Status;
  }

  /** The age of a value: that of the oldest part it is made of; NaN where it is of none. */
  ageMs(row: number, output: number): number {
    const sources = this.#sources[output] ?? [];
    return sources.length === 0 ? Number.NaN : Math.max(...sources.map((part) => this.partAgeMs(row, part)));
  }

  partAgeMs(row: number, part: number): number {
    return this.agesMs[row * this.parts.length + part] ?? Number.NaN;
  }

  release(): void {
    this.#giveBack(this);
  }
}

const KEPT_MAX = 64;

/** Has answers that were given back, so that a request of few rows makes none. Most requests are of one row, and have answers of their own. */
export class FetchedPool {
  /** By which others know it without keeping it. */
  readonly reference = new WeakRef(this);
  readonly #plan: ReadPlan;
  readonly #ofOne: Fetched[] = [];
  readonly #ofFew: Fetched[] = [];
  readonly #rows: number;
  readonly #giveBack = (fetched: Fetched): void => this.#put(fetched);

  /** `rows`: what is more than few. */
  constructor(plan: ReadPlan, rows: number) {
    this.#plan = plan;
    this.#rows = rows;
  }

  take(rows: number, atMs: number): Fetched {
    const capacity = rows <= 1 ? 1 : Math.max(rows, this.#rows);
    const fetched = this.#free(capacity)?.pop() ?? this.#made(capacity);
    fetched.rows = rows;
    fetched.atMs = atMs;
    fetched.derivationError = null;
    fetched.agesMs.fill(Number.NaN);
    for (const part of fetched.parts) part.generation = part.batchEndMs = part.error = null;
    return fetched;
  }

  /** Keeps nothing, until answers are given back again. Nobody has those that it kept, so that others may have their vectors. */
  clear(): void {
    for (const fetched of this.#ofOne) {
      fetched.isSpent = true;
      this.#plan.memory.vectors.give(new Set([...fetched.baseVectors, ...fetched.vectors]));
    }
    this.#ofOne.length = this.#ofFew.length = 0;
  }

  #made(capacity: number): Fetched {
    if (capacity !== 1) return new Fetched(this.#plan, capacity, this.#giveBack);
    return new Fetched(this.#plan, 1, this.#giveBack, (type) => this.#plan.memory.vectors.take(type));
  }

  #free(capacity: number): Fetched[] | null {
    if (capacity === 1) return this.#ofOne;
    return capacity === this.#rows ? this.#ofFew : null;
  }

  #put(fetched: Fetched): void {
    const free = this.#free(fetched.capacity);
    if (free === null || fetched.isSpent || free.length >= KEPT_MAX || free.includes(fetched)) return;
    free.push(fetched);
    if (this.#ofOne.length + this.#ofFew.length === 1) this.#plan.memory.note(this);
  }
}

/** Makes the value of a row null. */
export function putNull(vector: Vector, row: number): void {
  if (vector.kind === 'values') vector.data[row] = null;
  else if (vector.valid !== null) vector.valid[row] = 0;
}

/** Whether the value of a row is null. */
export const isNullAt = (vector: Vector, row: number): boolean =>
  vector.kind === 'values' ? (vector.data[row] ?? null) === null : vector.valid !== null && vector.valid[row] !== 1;

/** What was thrown over a request or a read, as an error of it; what we got wrong is thrown on. */
export function asError(thrown: unknown): IsochronError {
  if (thrown instanceof IsochronError) return thrown;
  throw thrown;
}

/**
 * What was thrown over the bytes of a stored row, as an error of the row: a view that is read beyond its end, or a room that was given what no state of its own
 * looks like (a list with nothing in a place, where bytes were changed). One such row must not take down the others of a request.
 */
export function asDamage(thrown: unknown): IsochronError {
  if (thrown instanceof IsochronError) return thrown;
  return new IsochronError(
    'DATA_LOSS',
    'A stored row is damaged: its bytes are no value of its schema. Upload anew.',
    thrown,
  );
}
