import type { Vector } from '@isochron/schema';

/** A copy of `array` with room for `slots` elements, the new ones `empty`; the array itself when it has the room. */
export function grownDoubles(array: Float64Array, slots: number, empty: number): Float64Array {
  if (array.length >= slots) return array;
  const grown = new Float64Array(slots).fill(empty, array.length);
  grown.set(array);
  return grown;
}

/** As {@link grownDoubles}, new elements 0. */
export function grownBytes(array: Uint8Array, slots: number): Uint8Array {
  if (array.length >= slots) return array;
  const grown = new Uint8Array(slots);
  grown.set(array);
  return grown;
}

/** As {@link grownDoubles}, new elements 0. */
export function grownWords(array: Int32Array, slots: number): Int32Array {
  if (array.length >= slots) return array;
  const grown = new Int32Array(slots);
  grown.set(array);
  return grown;
}

export interface NumberColumn {
  readonly data: Float64Array | Int32Array;
  readonly valid: Uint8Array;
}
export interface LongColumn {
  readonly data: BigInt64Array;
  readonly words: Int32Array;
  readonly valid: Uint8Array;
}

/** An output of doubles or ints with its valid bytes; any other vector is a fault of the caller. */
export function numberColumn(output: Vector): NumberColumn {
  if ((output.kind !== 'doubles' && output.kind !== 'ints') || output.valid === null) throw unfit(output);
  return { data: output.data, valid: output.valid };
}

/** An output of longs with its valid bytes; any other vector is a fault of the caller. */
export function longColumn(output: Vector): LongColumn {
  if (output.kind !== 'longs' || output.valid === null) throw unfit(output);
  return { data: output.data, words: output.words, valid: output.valid };
}

const unfit = (output: Vector): TypeError =>
  new TypeError(`a vector of ${output.kind} does not fit as an output here, or it has no valid bytes`);
