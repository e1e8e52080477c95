/**
 * A set of pairs, each of a row and a column as the 32 bits `row << 6 | column`. Open addressing with linear probing, at most three quarters
 * full. -1 marks a free slot: no pair has those bits, because its row would be 2^26 - 1 and `pairOf` avoids that one.
 */
export class PairSet {
  size = 0;
  #slots: Int32Array;
  #shift: number;

  /** With room for `expected` pairs without growing. */
  constructor(expected = 0) {
    const lgSlots = Math.max(2, Math.ceil(Math.log2((expected * 4 + 1) / 3)));
    this.#slots = new Int32Array(2 ** lgSlots).fill(FREE);
    this.#shift = 32 - lgSlots;
  }

  has(pair: number): boolean {
    return this.#slots[this.#find(pair)] === pair;
  }

  /** False if it is there already. */
  add(pair: number): boolean {
    const at = this.#find(pair);
    if (this.#slots[at] === pair) return false;
    this.#slots[at] = pair;
    this.size++;
    if (4 * this.size > 3 * this.#slots.length) this.#grow();
    return true;
  }

  /** False if it is not there. */
  delete(pair: number): boolean {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let gap = this.#find(pair);
    if (slots[gap] !== pair) return false;
    this.size--;
    // Pairs after the gap move back into it, unless that would put them before the slot they belong to.
    for (let at = (gap + 1) & mask; slots[at] !== FREE; at = (at + 1) & mask) {
      const home = this.#homeOf(slots[at] as number);
      if (((at - home) & mask) < ((at - gap) & mask)) continue;
      slots[gap] = slots[at] as number;
      gap = at;
    }
    slots[gap] = FREE;
    return true;
  }

  /**
   * Calls `visit` with every pair, in the order of slots that are far apart. In the order of slots, pairs would come to a smaller set as they belong
   * there from its start on, and crowd it.
   */
  forEach(visit: (pair: number) => void): void {
    const slots = this.#slots;
    const mask = slots.length - 1;
    const step = Math.floor(slots.length * 0.618) | 1;
    let at = 0;
    do {
      const pair = slots[at] as number;
      if (pair !== FREE) visit(pair);
      at = (at + step) & mask;
    } while (at !== 0);
  }

  /** Copies all pairs to `target` from a place on, and answers the place after them. */
  copyTo(target: Uint32Array, from: number): number {
    let end = from;
    for (const pair of this.#slots) if (pair !== FREE) target[end++] = pair;
    return end;
  }

  /** The pairs as unsigned numbers, ascending, in memory of their own. */
  sorted(): Uint32Array {
    const pairs = new Uint32Array(this.size);
    this.copyTo(pairs, 0);
    return pairs.sort();
  }

  copy(): PairSet {
    const copy = new PairSet();
    copy.size = this.size;
    copy.#slots = this.#slots.slice();
    copy.#shift = this.#shift;
    return copy;
  }

  /** How many bytes its slots take. */
  get byteLength(): number {
    return this.#slots.byteLength;
  }

  #homeOf(pair: number): number {
    return Math.imul(pair, GOLDEN) >>> this.#shift;
  }

  /** The slot of a pair, or the free one where it would go. */
  #find(pair: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let at = this.#homeOf(pair);
    while (slots[at] !== FREE && slots[at] !== pair) at = (at + 1) & mask;
    return at;
  }

  #grow(): void {
    const slots = this.#slots;
    this.#slots = new Int32Array(2 * slots.length).fill(FREE);
    this.#shift--;
    for (const pair of slots) {
      if (pair !== FREE) this.#slots[this.#find(pair)] = pair;
    }
  }
}

const FREE = -1;
/** 2^32 over the golden ratio: its products spread neighbours far apart. */
const GOLDEN = 0x9e3779b1 | 0;
