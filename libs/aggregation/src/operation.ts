import type { DataType, Value, Vector } from '@isochron/schema';
import type { EncodedIr } from './encoded-ir.ts';

/** The parameters of an aggregation as its author wrote them: text by name. */
export type Arguments = Readonly<Record<string, string>>;

/**
 * An operation: what it is called, which inputs it takes, and the states it keeps. Each is a room of its own under `operations/`;
 * no code outside a room asks which operation it has, it asks the operation.
 */
export interface Operation {
  /** One sentence for help texts and for the editor: what the number means. */
  readonly summary: string;
  /** The names its arguments may have, in the order they are shown; all others are refused. */
  readonly parameters: readonly Parameter[];
  /** True for the FIRST and LAST families: the result depends on event time, and a list or map is one value, taken whole. */
  readonly timed: boolean;
  /** True where an earlier event can be taken back exactly (`States.remove`). */
  readonly deletable: boolean;
  /** The middle of an output's name: `sum`, `last10`. */
  suffix(args: Arguments): string;
  /**
   * Of an operation that keeps every value it sees, so that nothing its author writes bounds the size of a state: what to write instead, as a sentence. Not there: its
   * states are bounded by its arguments.
   */
  readonly withoutCap?: string;
  /** True where dates and timestamps are values like any others; else they are refused. */
  readonly takesTimes?: boolean;
  /** The value, straight from the definition; it shares no code with what {@link Operation.bind} gives. */
  readonly definition: Definition;
  /** Only of approximate operations: whether a value is one that the published bound allows over these events. */
  readonly isNear?: Nearness;
  /**
   * Settles types and parameters, once. `input` is never a list or a map that would be taken apart: wrappers around an operation do
   * that before. Answers a sentence when the operation does not take this input or these arguments.
   */
  bind(input: DataType, args: Arguments): Bound | Refusal;
}

/**
 * An operation by brute force, to be checked by eye: its value over at least one event, each with a value, in any order. `args` are
 * complete. What is not finite in the answer will be made null. The laws, `verify` and the conformance run hold the states to it.
 */
export type Definition = (events: readonly Occurrence[], input: DataType, args: Arguments) => Value;

/**
 * Whether `value`, not null, is near enough to what the definition says of these events, each with a value. An approximate operation that
 * keeps its promise gives no other, but for a chance too small to be met (five standard deviations, where a bound is one of chance).
 */
export type Nearness = (value: Value, events: readonly Occurrence[], input: DataType, args: Arguments) => boolean;

export interface Occurrence {
  readonly ts: number;
  readonly value: Value;
}

export interface Parameter {
  readonly name: string;
  readonly summary: string;
  /** Text used when the author gives none; null means that the author must. */
  readonly defaultText: string | null;
}

/** Why an operation cannot be bound: a sentence an author can act on. */
export interface Refusal {
  readonly refusal: string;
}

/** An operation settled on an input type and parameters. Stateless, so one serves any number of columns of states. */
export interface Bound {
  readonly input: DataType;
  readonly output: DataType;
  /** The type of the intermediate representation that tiles and batch halves carry. */
  readonly ir: DataType;
  readonly deletable: boolean;
  /**
   * True when the last bits of the result depend on the order in which events of one instant come (the moments of doubles): whoever
   * sorts must then order ties too, so that a second run gives the same bytes.
   */
  readonly orderSensitive: boolean;
  /** A column of `slots` empty states. */
  states(slots: number): States;
}

/** What a column of states reads: the vector of its input, beside the bucket of each row where there is one. */
export type Input = Vector | BucketedInput;
export interface BucketedInput {
  readonly kind: 'bucketed';
  readonly bucket: readonly (string | null)[];
  readonly value: Vector;
}

/**
 * The states of one bound operation, addressed by slot. Slot {@link EMPTY} is always empty; slot {@link SINK} may be written and is
 * never read. A state that saw nothing but nulls is empty, and its value and its IR are null.
 */
export interface States {
  /** How many slots there are. */
  readonly slots: number;
  /** Makes room for `slots` slots; those there are keep their states, new ones are empty. Never shrinks. */
  grow(slots: number): void;
  /** Makes slots [from, to) empty. */
  clear(from: number, to: number): void;
  /** states[at[r]] += input[r], for r in [0, n), in order; ts[r] is the event's time. Nulls are skipped. */
  update(at: Int32Array, input: Input, ts: Float64Array, n: number): void;
  /** Takes back what an earlier `update` added. Only where `Bound.deletable`; elsewhere it throws. */
  remove(at: Int32Array, input: Input, ts: Float64Array, n: number): void;
  /** Plays n triples (dst, a, b) of `score`, in order: states[dst] = a + b. dst may be a, never b. Leaves a and b as they were. */
  merge(score: Int32Array, n: number): void;
  /**
   * Plays n runs (dst, left, from, to) of `runs`, in order: states[dst] = states[left] + states[from] + … + states[to - 1], added one after the other. What merges of
   * one slot after the other come to, in one loop: for folds whose states stand side by side. dst may be left, never in [from, to); all but dst stays as it was.
   */
  fold(runs: Int32Array, n: number): void;
  /**
   * output[row + k] = the value of states[from + k], for k in [0, n), null written where a state is empty (outputs are reused).
   * Leaves the states as they were. Throws an {@link IsochronError} with code OUT_OF_RANGE where a value cannot be told (a sum of longs beyond 64 bits).
   */
  finalize(from: number, n: number, output: Vector, row: number): void;
  /** The slot as the IR that tiles, batch halves and Avro carry: a value of type `Bound.ir`, sharing nothing with the state. */
  read(slot: number): Value;
  /** Makes the slot what `ir` says; null makes it empty. */
  write(slot: number, ir: Value): void;
  /**
   * As `write`, of an IR that stands in bytes: it is read when a score first needs it, as far as it is needed, and where nothing does not at all. The bytes must hold until then, or
   * until the slot is written again. Not there: states whose IRs are read at once.
   */
  readonly writeEncoded?: ((slot: number, ir: EncodedIr, place: number) => void) | undefined;
}

/** Always empty; merging it adds nothing. */
export const EMPTY = 0;
/** Written by rows that count for nothing, never read. */
export const SINK = 1;
/** The first slot that is free to use. */
export const FIRST_SLOT = 2;
