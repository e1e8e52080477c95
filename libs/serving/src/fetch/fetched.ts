import { createVector, type DataType, type Field, IsochronError, type Vector, vectorKind } from '@isochron/schema';
import type { FetchMemory } from './fetch-memory.ts';
import type { ReadPlan } from './plan.ts';
import type { Status } from './status.ts';

/** One part of an answer, or an external. */
export interface FetchedPart {
  name: string;
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
  outputs: readonly Field[];
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
  #sources: ReadPlan['sources'];
  readonly #giveBack: (fetched: Fetched) => void;

  /** `vectorOf`: a vector of a type, whatever it holds; default: one that is made. */
  constructor(
    plan: ReadPlan,
    capacity: number,
    giveBack: (fetched: Fetched) => void,
    vectorOf: (type: DataType) => Vector = (type) => createVector(type, capacity),
  ) {
    const { outputs, base, parts, externals } = plan;
    this.outputs = plan.fields;
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

  /** Is the answer of a plan, which is laid out as the one that it was made for. */
  begin(plan: ReadPlan, rows: number, atMs: number): void {
    this.rows = rows;
    this.atMs = atMs;
    this.outputs = plan.fields;
    this.#sources = plan.sources;
    this.derivationError = null;
    this.agesMs.fill(Number.NaN);
    const inside = plan.parts.length;
    for (let at = 0; at < this.parts.length; at++) {
      const part = this.parts[at] as FetchedPart;
      part.name = (plan.parts[at] ?? plan.externals[at - inside])?.name ?? '';
      part.generation = part.batchEndMs = part.error = null;
    }
  }

  /** Is nobody's answer, and holds no plan. */
  end(): void {
    this.outputs = [];
    this.#sources = [];
    for (const part of this.parts) part.error = null;
  }

  /** About how much memory it takes, but for what values of texts, lists and maps hold. */
  get bytes(): number {
    const vectors = this.baseVectors.length + this.vectors.length;
    return 1_000 + vectors * (VECTOR_BYTES + VALUE_BYTES * this.capacity);
  }
}

/** Of a vector without its values, and of a value with its status. */
const VECTOR_BYTES = 300;
const VALUE_BYTES = 10;

/** What answers of a plan are laid out by: equal of plans whose answers can be used for each other. */
export const layoutOf = ({ base, outputs, parts, externals }: ReadPlan): string => {
  const columns = outputs.map((output) => (output.kind === 'base' ? output.base : vectorKind(output.field.type)));
  return [parts.length + externals.length, base.map(({ type }) => vectorKind(type)), columns].join(';');
};

/** How many answers of one layout are kept, of one row and of few rows each. */
const KEPT_MAX = 64;

/**
 * Has answers of one layout that were given back, so that a request of few rows makes none, whichever of the Joins it is for that are laid out like that. Most
 * requests are of one row, and have answers of their own.
 */
export class FetchedPool {
  /** Of what it keeps. */
  bytes = 0;
  readonly #memory: FetchMemory;
  readonly #ofOne: Fetched[] = [];
  readonly #ofFew: Fetched[] = [];
  readonly #rows: number;
  readonly #giveBack = (fetched: Fetched): void => this.#put(fetched);

  /** `rows`: what is more than few. */
  constructor(memory: FetchMemory, rows: number) {
    this.#memory = memory;
    this.#rows = rows;
  }

  take(plan: ReadPlan, rows: number, atMs: number): Fetched {
    const capacity = rows <= 1 ? 1 : Math.max(rows, this.#rows);
    const kept = this.#free(capacity)?.pop();
    const fetched = kept ?? this.#made(plan, capacity);
    fetched.begin(plan, rows, atMs);
    if (kept !== undefined) this.#count(-kept.bytes);
    return fetched;
  }

  /** Keeps nothing, until answers are given back again. Nobody has those that it kept, so that others may have their vectors. */
  clear(): void {
    for (const fetched of this.#ofOne) {
      fetched.isSpent = true;
      this.#memory.vectors.give(new Set([...fetched.baseVectors, ...fetched.vectors]));
    }
    this.#ofOne.length = this.#ofFew.length = 0;
    this.#count(-this.bytes);
  }

  #made(plan: ReadPlan, capacity: number): Fetched {
    if (capacity !== 1) return new Fetched(plan, capacity, this.#giveBack);
    return new Fetched(plan, 1, this.#giveBack, (type) => this.#memory.vectors.take(type));
  }

  #free(capacity: number): Fetched[] | null {
    if (capacity === 1) return this.#ofOne;
    return capacity === this.#rows ? this.#ofFew : null;
  }

  #put(fetched: Fetched): void {
    const free = this.#free(fetched.capacity);
    if (free === null || fetched.isSpent || free.length >= KEPT_MAX || free.includes(fetched)) return;
    fetched.end();
    free.push(fetched);
    this.#count(fetched.bytes);
  }

  #count(bytes: number): void {
    this.bytes += bytes;
    this.#memory.note(this, bytes);
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
