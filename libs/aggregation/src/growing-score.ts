/**
 * A score (triples dst, a, b: states[dst] = a + b, in order) that takes as many triples as it is given, for folds whose
 * scores follow from their data and not from a step's size. Cleared, it keeps its room.
 */
export class GrowingScore {
  triples = new Int32Array(96);
  /** How many triples there are. */
  length = 0;

  put(destination: number, left: number, right: number): void {
    const at = 3 * this.length++;
    if (at === this.triples.length) {
      const grown = new Int32Array(2 * at);
      grown.set(this.triples);
      this.triples = grown;
    }
    this.triples[at] = destination;
    this.triples[at + 1] = left;
    this.triples[at + 2] = right;
  }

  clear(): void {
    this.length = 0;
  }
}
