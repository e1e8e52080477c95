import type { Items } from './runs.ts';

/** Below this length insertion is fastest, from it on counting digits. */
const SHORT = 32;

/**
 * Puts runs of items in order, which is most of what an update costs. Its memory is used again for each run, so that many sketches may share one.
 * -0 comes before 0, or on either side of it.
 */
export class RunSorter {
  /** How often each digit occurs in each of the four places. Made when first needed. */
  #counts: Int32Array | null = null;
  #keys = new Int32Array(0);

  /** Puts items [from, to) in order. `words` is the memory of the items as words. */
  sort(items: Items, words: Int32Array, from: number, to: number): void {
    if (to - from < SHORT) sortByInsertion(items, from, to);
    else if (items.BYTES_PER_ELEMENT === 8) items.subarray(from, to).sort();
    else this.#sortByDigits(words, from, to);
  }

  /**
   * Floats by their bytes, the lowest first: no comparison, so nothing for the processor to guess wrong. The bits of a float are in the order of its value
   * once the sign bit is turned over, and of a negative one all others too.
   */
  #sortByDigits(words: Int32Array, from: number, to: number): void {
    const length = to - from;
    if (this.#keys.length < length) this.#keys = new Int32Array(length);
    this.#counts ??= new Int32Array(4 * 256);
    const keys = this.#keys;
    const counts = this.#counts;
    counts.fill(0);
    for (let at = 0; at < length; at++) {
      const word = words[from + at] as number;
      const key = word ^ ((word >> 31) | 0x80000000);
      keys[at] = key;
      const first = key & 255;
      const second = 256 + ((key >>> 8) & 255);
      const third = 512 + ((key >>> 16) & 255);
      const fourth = 768 + (key >>> 24);
      counts[first] = (counts[first] as number) + 1;
      counts[second] = (counts[second] as number) + 1;
      counts[third] = (counts[third] as number) + 1;
      counts[fourth] = (counts[fourth] as number) + 1;
    }
    turnIntoStarts(counts);
    // From keys to words and back, twice: an even number of times, so that keys are in order in the end.
    for (let at = 0; at < length; at++) {
      const key = keys[at] as number;
      const to = counts[key & 255] as number;
      counts[key & 255] = to + 1;
      words[from + to] = key;
    }
    for (let at = from; at < from + length; at++) {
      const key = words[at] as number;
      const digit = 256 + ((key >>> 8) & 255);
      const to = counts[digit] as number;
      counts[digit] = to + 1;
      keys[to] = key;
    }
    for (let at = 0; at < length; at++) {
      const key = keys[at] as number;
      const digit = 512 + ((key >>> 16) & 255);
      const to = counts[digit] as number;
      counts[digit] = to + 1;
      words[from + to] = key;
    }
    for (let at = from; at < from + length; at++) {
      const key = words[at] as number;
      const digit = 768 + (key >>> 24);
      const to = counts[digit] as number;
      counts[digit] = to + 1;
      keys[to] = key;
    }
    for (let at = 0; at < length; at++) {
      const key = keys[at] as number;
      words[from + at] = key ^ (~(key >> 31) | 0x80000000);
    }
  }
}

/** Counts become where each digit starts, place by place. */
function turnIntoStarts(counts: Int32Array): void {
  let first = 0;
  let second = 0;
  let third = 0;
  let fourth = 0;
  for (let digit = 0; digit < 256; digit++) {
    const held = counts[digit] as number;
    counts[digit] = first;
    first += held;
    const heldSecond = counts[256 + digit] as number;
    counts[256 + digit] = second;
    second += heldSecond;
    const heldThird = counts[512 + digit] as number;
    counts[512 + digit] = third;
    third += heldThird;
    const heldFourth = counts[768 + digit] as number;
    counts[768 + digit] = fourth;
    fourth += heldFourth;
  }
}

function sortByInsertion(items: Items, from: number, to: number): void {
  for (let next = from + 1; next < to; next++) {
    const item = items[next] as number;
    let at = next - 1;
    while (at >= from && (items[at] as number) > item) {
      items[at + 1] = items[at] as number;
      at--;
    }
    items[at + 1] = item;
  }
}
