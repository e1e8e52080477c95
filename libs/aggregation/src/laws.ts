import { createVector, type DataType, getValue, type Value, vectorOf } from '@isochron/schema';
import { type Bound, FIRST_SLOT, type Input, type States } from './operation.ts';
import { equalValues, type OracleEvent } from './oracle.ts';

/** What a law is tried on. `tolerance` is the absolute distance that numbers of doubles may have; 0 for exact. */
export interface Trial {
  readonly bound: Bound;
  readonly bucketed: boolean;
  /** Three groups of events, in any order. */
  readonly groups: readonly [readonly OracleEvent[], readonly OracleEvent[], readonly OracleEvent[]];
  /** What all the events together must come to. */
  readonly expected: Value;
  /** An IR as its bytes say it. */
  readonly throughBytes?: (ir: Value) => Value;
  /** Only of an approximate operation: whether a value is near enough to what these events come to. */
  readonly isNear?: (events: readonly OracleEvent[], value: Value) => boolean;
  readonly tolerance: number;
}

const [A, B, C, X, Y, Z] = [0, 1, 2, 3, 4, 5].map((at) => FIRST_SLOT + at) as [
  number,
  number,
  number,
  number,
  number,
  number,
];

type Law = (states: Column, trial: Trial) => string | null;

/**
 * The laws of a room. They are what lets one fold stand behind training tables, tiles and requests: any grouping of the events,
 * in any order, through the IR or not, gives one value; of an approximate operation values within its bound. Each answers null or
 * what it found.
 */
export const laws: { readonly [law: string]: Law } = {
  'a fold is what the oracle says': (column, { groups, expected }) => {
    column.update(X, groups.flat());
    return column.differs(expected, X, groups.flat());
  },
  'merge is associative': (column, { groups }) => {
    fill(column, groups);
    column.merge([X, A, B], [X, X, C], [Y, B, C], [Z, A, Y]);
    return column.differs(column.value(X), Z, groups.flat());
  },
  'merge is commutative': (column, { groups }) => {
    fill(column, groups);
    column.merge([X, A, B], [Y, B, A]);
    return column.differs(column.value(X), Y, [...groups[0], ...groups[1]]);
  },
  'a run is the merge of its slots, one after the other': (column, { groups }) => {
    fill(column, groups);
    column.merge([X, A, B], [X, X, C]);
    const merged = column.value(X);
    column.fold([Y, EMPTY_SLOT, A, C + 1], [Z, A, B, C + 1], [X, EMPTY_SLOT, Y, Y], [X, X, Z, Z + 1], [A, A, B, C + 1]);
    for (const slot of [Y, Z, X, A]) {
      const found = column.differs(merged, slot, groups.flat());
      if (found !== null) return found;
    }
    return null;
  },
  'a run leaves what it reads; one of no slots is what stands left of it': (column, { groups }) => {
    fill(column, groups);
    const before = [A, B, C].map((slot) => column.read(slot));
    column.fold([X, A, B, B], [A, A, B, B], [Y, EMPTY_SLOT, A, C + 1], [Z, A, B, C + 1]);
    const left = column.irDiffers(before[0] ?? null, X);
    column.update(X, groups[0]);
    column.update(Y, groups[0]);
    column.update(Z, groups[0]);
    const read = [A, B, C].map((slot, at) => column.irDiffers(before[at] ?? null, slot));
    return left ?? read.find((found) => found !== null) ?? null;
  },
  'an update is the merge of its events': (column, { groups }) => {
    column.update(X, groups.flat());
    for (const event of groups.flat()) {
      column.clear(Z);
      column.update(Z, [event]);
      column.merge([Y, Y, Z]);
    }
    return column.differs(column.value(X), Y, groups.flat());
  },
  'a merge leaves what it reads': (column, { groups }) => {
    fill(column, groups);
    const before = [A, B, C].map((slot) => column.read(slot));
    column.merge([X, A, B], [X, X, C], [Y, EMPTY_SLOT, B], [Y, Y, C], [Z, A, EMPTY_SLOT], [Z, Z, B]);
    column.update(X, groups[0]);
    column.update(Y, groups[0]);
    column.update(Z, groups[0]);
    return (
      [A, B, C].map((slot, at) => column.irDiffers(before[at] ?? null, slot)).find((found) => found !== null) ?? null
    );
  },
  'a snapshot stays what it was': (column, { groups }) => {
    fill(column, groups);
    column.merge([X, A, EMPTY_SLOT], [Y, EMPTY_SLOT, A], [Z, A, EMPTY_SLOT]);
    const before = column.read(X);
    column.update(A, groups[1]);
    column.merge([A, A, C], [Z, Z, B]);
    return column.irDiffers(before, X) ?? column.irDiffers(before, Y);
  },
  'finalize and read leave the state': (column, { groups }) => {
    column.update(X, groups.flat());
    const ir = column.read(X);
    const value = column.value(X);
    return column.differs(value, X) ?? column.irDiffers(ir, X);
  },
  'an IR written is the state that was read': (column, { groups, expected, throughBytes = (ir) => ir }) => {
    fill(column, groups);
    for (const slot of [A, B, C]) column.write(slot, throughBytes(column.read(slot)));
    column.merge([X, A, B], [X, X, C]);
    return column.differs(expected, X, groups.flat());
  },
  'a cleared slot is empty': (column, { groups }) => {
    column.update(X, groups.flat());
    column.clear(X);
    return column.differs(null, X) ?? column.irDiffers(null, X);
  },
  'growing keeps what there is': (column, { groups, expected }) => {
    column.update(X, groups.flat());
    column.states.grow(1000);
    return column.differs(expected, X, groups.flat()) ?? column.differs(null, 999);
  },
};

/** Only of deletable operations: what was added on top and taken back has left nothing. */
export const removalLaw: Law = (column, { groups, expected }) => {
  column.update(X, groups.flat());
  column.update(X, groups[0]);
  column.remove(X, groups[0]);
  return column.differs(expected, X);
};

/** Tries one law on fresh states: null, or the law broken and how. */
export function broken(law: Law, trial: Trial): string | null {
  return law(new Column(trial), trial);
}

const EMPTY_SLOT = 0;

function fill(column: Column, [a, b, c]: Trial['groups']): void {
  column.update(A, a);
  column.update(B, b);
  column.update(C, c);
}

/** States with the batches spelled out. */
class Column {
  readonly states: States;
  readonly #trial: Trial;

  constructor(trial: Trial) {
    this.#trial = trial;
    this.states = trial.bound.states(FIRST_SLOT + 6);
  }

  update(slot: number, events: readonly OracleEvent[]): void {
    this.states.update(...this.#batch(slot, events));
  }

  remove(slot: number, events: readonly OracleEvent[]): void {
    this.states.remove(...this.#batch(slot, events));
  }

  merge(...triples: readonly (readonly [number, number, number])[]): void {
    this.states.merge(Int32Array.from(triples.flat()), triples.length);
  }

  fold(...runs: readonly (readonly [number, number, number, number])[]): void {
    this.states.fold(Int32Array.from(runs.flat()), runs.length);
  }

  clear(slot: number): void {
    this.states.clear(slot, slot + 1);
  }

  read(slot: number): Value {
    return this.states.read(slot);
  }

  write(slot: number, ir: Value): void {
    this.states.write(slot, ir);
  }

  value(slot: number): Value {
    const { output } = this.#trial.bound;
    const vector = createVector(output, 2);
    this.states.finalize(slot, 1, vector, 1);
    return getValue(output, vector, 1);
  }

  /** With the events that the slot saw, an approximate value may be another. */
  differs(expected: Value, slot: number, events?: readonly OracleEvent[]): string | null {
    const value = this.value(slot);
    if (events !== undefined && this.#trial.isNear?.(events, value) === true) return null;
    return this.#difference(this.#trial.bound.output, expected, value);
  }

  irDiffers(expected: Value, slot: number): string | null {
    return this.#difference(this.#trial.bound.ir, expected, this.read(slot));
  }

  #difference(type: DataType, expected: Value, actual: Value): string | null {
    if (equalValues(type, expected, actual, this.#trial.tolerance)) return null;
    return `expected ${shown(expected)}, found ${shown(actual)}`;
  }

  #batch(slot: number, events: readonly OracleEvent[]): [Int32Array, Input, Float64Array, number] {
    const { bound, bucketed } = this.#trial;
    const value = vectorOf(
      bound.input,
      events.map((event) => event.value),
    );
    const bucket = events.map((event) => event.bucket ?? null);
    return [
      new Int32Array(events.length).fill(slot),
      bucketed ? { kind: 'bucketed', bucket, value } : value,
      Float64Array.from(events, (event) => event.ts),
      events.length,
    ];
  }
}

function shown(value: Value): string {
  return JSON.stringify(value, (_key, item: unknown) => {
    if (item instanceof Map) return { map: [...item] };
    return typeof item === 'bigint' || (typeof item === 'number' && !Number.isFinite(item)) ? String(item) : item;
  });
}
