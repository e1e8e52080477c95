/**
 * A list of triples (dst, a, b) that every operation plays over its own states: states[dst] = a + b, in order. Time logic writes it
 * once; it holds slots only, no values.
 */
export class Score {
  /** Three integers a triple, with room for as many as its writer can come to in a step. */
  readonly triples: Int32Array;
  /** How many integers are written. */
  end = 0;

  /** `capacity` in triples: `put` does not check it. */
  constructor(capacity: number) {
    this.triples = new Int32Array(3 * capacity);
  }

  get length(): number {
    return this.end / 3;
  }

  put(destination: number, left: number, right: number): void {
    this.end = putTriple(this.triples, this.end, destination, left, right);
  }
}

/** Writes a triple at `end` and answers where the next one goes: for loops that keep both in local variables. */
export function putTriple(triples: Int32Array, end: number, destination: number, left: number, right: number): number {
  triples[end] = destination;
  triples[end + 1] = left;
  triples[end + 2] = right;
  return end + 3;
}
