const DIGIT_BITS = 11;
const DIGIT_MASK = 2 ** DIGIT_BITS - 1;

/**
 * The order of records by some of their 32-bit words, each unsigned, the last named counting most. Digit by digit from the lowest, counting,
 * over places of records alone; bits in which no two records differ cost nothing. Records that are equal stay in order.
 */
export class RecordSort {
  readonly #stride: number;
  readonly #words: readonly number[];
  #order = new Int32Array(0);
  #other = new Int32Array(0);
  /** How often each digit of a word occurs, of which it has three at most. */
  readonly #low = new Int32Array(DIGIT_MASK + 1);
  readonly #middle = new Int32Array(DIGIT_MASK + 1);
  readonly #high = new Int32Array(DIGIT_MASK + 1);

  constructor(stride: number, words: readonly number[]) {
    this.#stride = stride;
    this.#words = words;
  }

  /** Where the first `n` records begin, in order; valid until the next call. */
  sort(records: Int32Array, n: number): Int32Array {
    if (this.#order.length < n) {
      this.#order = new Int32Array(n);
      this.#other = new Int32Array(n);
    }
    fillPlaces(this.#order, this.#stride, n);
    for (const word of this.#words) {
      const varying = varyingBits(records, this.#stride, word, n);
      if (varying === 0) continue;
      const lowest = 31 - Math.clz32(varying & -varying);
      const bits = 32 - Math.clz32(varying) - lowest;
      this.#count(records, word, lowest, n, bits <= DIGIT_BITS);
      this.#pass(records, word, lowest, n, this.#low);
      if (bits > DIGIT_BITS) this.#pass(records, word, lowest + DIGIT_BITS, n, this.#middle);
      if (bits > 2 * DIGIT_BITS) this.#pass(records, word, lowest + 2 * DIGIT_BITS, n, this.#high);
    }
    return this.#order;
  }

  #count(records: Int32Array, word: number, shift: number, n: number, isOne: boolean): void {
    const low = this.#low.fill(0);
    if (isOne) countOne(records, this.#stride, word, shift, n, low);
    else countThree(records, this.#stride, word, shift, n, low, this.#middle.fill(0), this.#high.fill(0));
  }

  #pass(records: Int32Array, word: number, shift: number, n: number, counts: Int32Array): void {
    const from = this.#order;
    const to = this.#other;
    distribute(records, word, shift, n, counts, from, to);
    this.#order = to;
    this.#other = from;
  }
}

/** The bits of a word in which any record differs from the first. */
export function varyingBits(
  records: Int32Array,
  stride: number,
  word: number,
  n: number,
  first = records[word] ?? 0,
): number {
  let varying = 0;
  for (let r = 0, at = word; r < n; r++, at += stride) varying |= (records[at] as number) ^ first;
  return varying;
}

// The loops stand alone and have everything in arguments: inside of methods the compiler makes them half as fast.

function fillPlaces(order: Int32Array, stride: number, n: number): void {
  for (let r = 0, at = 0; r < n; r++, at += stride) order[r] = at;
}

function countOne(
  records: Int32Array,
  stride: number,
  word: number,
  shift: number,
  n: number,
  counts: Int32Array,
): void {
  for (let r = 0, at = word; r < n; r++, at += stride) {
    const digit = ((records[at] as number) >>> shift) & DIGIT_MASK;
    counts[digit] = (counts[digit] as number) + 1;
  }
}

/** Digits from `shift` on, all in one reading; what lies beyond the word means nothing. */
function countThree(
  records: Int32Array,
  stride: number,
  word: number,
  shift: number,
  n: number,
  low: Int32Array,
  middle: Int32Array,
  high: Int32Array,
): void {
  for (let r = 0, at = word; r < n; r++, at += stride) {
    const value = (records[at] as number) >>> shift;
    const first = value & DIGIT_MASK;
    const second = (value >>> DIGIT_BITS) & DIGIT_MASK;
    const third = value >>> (2 * DIGIT_BITS);
    low[first] = (low[first] as number) + 1;
    middle[second] = (middle[second] as number) + 1;
    high[third] = (high[third] as number) + 1;
  }
}

/** Turns counts into places and puts each record in its own. */
function distribute(
  records: Int32Array,
  word: number,
  shift: number,
  n: number,
  counts: Int32Array,
  from: Int32Array,
  to: Int32Array,
): void {
  for (let digit = 0, sum = 0; digit <= DIGIT_MASK; digit++) {
    const held = counts[digit] as number;
    counts[digit] = sum;
    sum += held;
  }
  for (let r = 0; r < n; r++) {
    const at = from[r] as number;
    const digit = ((records[at + word] as number) >>> shift) & DIGIT_MASK;
    const place = counts[digit] as number;
    counts[digit] = place + 1;
    to[place] = at;
  }
}
