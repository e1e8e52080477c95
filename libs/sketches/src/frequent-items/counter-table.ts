import { scatteredWord } from '../hash/murmur3.ts';
import type { Item, ItemKind } from './item-kind.ts';

/**
 * Counts by item: a table of 2^lg slots with linear probing. Each slot knows how far its item is from where its hash would have it.
 * The order of the slots is part of what an image says, so where an item goes, and what moves when one is removed, is settled.
 */
export class CounterTable {
  readonly #kind: ItemKind;
  #lg: number;
  #items: (Item | null)[];
  #counts: Float64Array;
  /** 0: the slot is free. Else one more than the distance. */
  #steps: Int32Array;
  #held = 0;
  /** Used again for each median. */
  #sample = new Float64Array(0);
  #capacity: number;

  constructor(kind: ItemKind, lg: number) {
    this.#kind = kind;
    this.#lg = lg;
    this.#items = new Array<Item | null>(2 ** lg).fill(null);
    this.#counts = new Float64Array(2 ** lg);
    this.#steps = new Int32Array(2 ** lg);
    this.#capacity = capacityOf(lg);
  }

  get lg(): number {
    return this.#lg;
  }

  /** How many items it holds. */
  get held(): number {
    return this.#held;
  }

  /** How many items it may hold: three quarters of its slots. */
  get capacity(): number {
    return this.#capacity;
  }

  count(item: Item): number {
    const slot = this.#slotOf(item);
    return this.#steps[slot] === 0 ? 0 : (this.#counts[slot] as number);
  }

  /** There must be a free slot. */
  add(item: Item, count: number): void {
    const kind = this.#kind;
    const items = this.#items;
    const steps = this.#steps;
    const mask = steps.length - 1;
    const home = scatteredWord(kind.hash(item)) & mask;
    let slot = home;
    while (steps[slot] !== 0) {
      if (kind.isSame(items[slot] as Item, item)) {
        this.#counts[slot] = (this.#counts[slot] as number) + count;
        return;
      }
      slot = (slot + 1) & mask;
    }
    items[slot] = item;
    steps[slot] = ((slot - home) & mask) + 1;
    this.#counts[slot] = count;
    this.#held++;
  }

  /** In the order of the slots. */
  *entries(): Generator<readonly [Item, number]> {
    for (let slot = 0; slot < this.#items.length; slot++) {
      if (this.#steps[slot] !== 0) yield [this.#items[slot] as Item, this.#counts[slot] as number];
    }
  }

  /** Twice the slots; items move in the order of the slots. */
  double(): void {
    const items = this.#items;
    const counts = this.#counts;
    const steps = this.#steps;
    this.#lg++;
    this.#capacity = capacityOf(this.#lg);
    this.#items = new Array<Item | null>(2 * items.length).fill(null);
    this.#counts = new Float64Array(2 * items.length);
    this.#steps = new Int32Array(2 * items.length);
    this.#held = 0;
    for (let slot = 0; slot < items.length; slot++) {
      if (steps[slot] !== 0) this.add(items[slot] as Item, counts[slot] as number);
    }
  }

  /** The median (the greater of two) of the counts of the first `limit` items, in the order of the slots. */
  median(limit: number): number {
    const steps = this.#steps;
    const counts = this.#counts;
    const length = Math.min(limit, this.#held);
    if (this.#sample.length < length) this.#sample = new Float64Array(length);
    const sample = this.#sample;
    for (let slot = 0, at = 0; at < length; slot++) {
      if (steps[slot] !== 0) sample[at++] = counts[slot] as number;
    }
    return ranked(sample, length, length >> 1);
  }

  /** Takes `count` from every count and drops the items of which nothing is left. */
  subtract(count: number): void {
    const counts = this.#counts;
    const steps = this.#steps;
    for (let slot = 0; slot < counts.length; slot++) counts[slot] = (counts[slot] as number) - count;
    // Backwards from a free slot, so that what a removal moves towards its place was looked at before.
    const last = counts.length - 1;
    let free = last;
    while (steps[free] !== 0) free--;
    for (let slot = free - 1; slot >= 0; slot--) {
      if (steps[slot] !== 0 && (counts[slot] as number) <= 0) this.#free(slot);
    }
    for (let slot = last; slot > free; slot--) {
      if (steps[slot] !== 0 && (counts[slot] as number) <= 0) this.#free(slot);
    }
  }

  copy(): CounterTable {
    const copied = new CounterTable(this.#kind, 0);
    copied.#lg = this.#lg;
    copied.#capacity = this.#capacity;
    copied.#items = this.#items.slice();
    copied.#counts = this.#counts.slice();
    copied.#steps = this.#steps.slice();
    copied.#held = this.#held;
    return copied;
  }

  /** The slot of an item, or the free one where it would go. */
  #slotOf(item: Item): number {
    const kind = this.#kind;
    const mask = this.#items.length - 1;
    let slot = scatteredWord(kind.hash(item)) & mask;
    while (this.#steps[slot] !== 0 && !kind.isSame(this.#items[slot] as Item, item)) slot = (slot + 1) & mask;
    return slot;
  }

  /** Frees a slot and closes the gap: the next item on the way that belongs at the gap or before it goes there, and so on from its slot. */
  #free(freed: number): void {
    const items = this.#items;
    const counts = this.#counts;
    const steps = this.#steps;
    const mask = steps.length - 1;
    let gap = freed;
    for (let slot = (gap + 1) & mask; steps[slot] !== 0; slot = (slot + 1) & mask) {
      const back = (slot - gap) & mask;
      if ((steps[slot] as number) <= back) continue;
      items[gap] = items[slot] as Item;
      counts[gap] = counts[slot] as number;
      steps[gap] = (steps[slot] as number) - back;
      gap = slot;
    }
    items[gap] = null;
    steps[gap] = 0;
    this.#held--;
  }
}

/** How many items a table of 2^lg slots may hold. */
export function capacityOf(lg: number): number {
  return Math.floor(0.75 * 2 ** lg);
}

/** The number that stands at `place` once the first `length` numbers are in order; moves them about (Hoare's selection). */
function ranked(numbers: Float64Array, length: number, place: number): number {
  let low = 0;
  let high = length - 1;
  while (low < high) {
    const pivot = numbers[(low + high) >> 1] as number;
    let left = low - 1;
    let right = high + 1;
    for (;;) {
      do left++;
      while ((numbers[left] as number) < pivot);
      do right--;
      while ((numbers[right] as number) > pivot);
      if (left >= right) break;
      const swapped = numbers[left] as number;
      numbers[left] = numbers[right] as number;
      numbers[right] = swapped;
    }
    if (place <= right) high = right;
    else low = right + 1;
  }
  return numbers[place] as number;
}
