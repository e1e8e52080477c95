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

  constructor(kind: ItemKind, lg: number) {
    this.#kind = kind;
    this.#lg = lg;
    this.#items = new Array<Item | null>(2 ** lg).fill(null);
    this.#counts = new Float64Array(2 ** lg);
    this.#steps = new Int32Array(2 ** lg);
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
    return capacityOf(this.#lg);
  }

  count(item: Item): number {
    const slot = this.#slotOf(item);
    return this.#steps[slot] === 0 ? 0 : (this.#counts[slot] as number);
  }

  /** There must be a free slot. */
  add(item: Item, count: number): void {
    const slot = this.#slotOf(item);
    if (this.#steps[slot] === 0) {
      this.#items[slot] = item;
      this.#steps[slot] = this.#distance(item, slot) + 1;
      this.#counts[slot] = count;
      this.#held++;
    } else this.#counts[slot] = (this.#counts[slot] as number) + count;
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
    this.#items = new Array<Item | null>(2 * items.length).fill(null);
    this.#counts = new Float64Array(2 * items.length);
    this.#steps = new Int32Array(2 * items.length);
    this.#held = 0;
    for (let slot = 0; slot < items.length; slot++) {
      if (steps[slot] !== 0) this.add(items[slot] as Item, counts[slot] as number);
    }
  }

  /** The counts of the first `limit` items, in the order of the slots. */
  firstCounts(limit: number): Float64Array {
    const counts = new Float64Array(Math.min(limit, this.#held));
    for (let slot = 0, at = 0; at < counts.length; slot++) {
      if (this.#steps[slot] !== 0) counts[at++] = this.#counts[slot] as number;
    }
    return counts;
  }

  /** Takes `count` from every count and drops the items of which nothing is left. */
  subtract(count: number): void {
    const counts = this.#counts;
    for (let slot = 0; slot < counts.length; slot++) counts[slot] = (counts[slot] as number) - count;
    // Backwards from a free slot, so that what a removal moves towards its place was looked at before.
    const last = counts.length - 1;
    let free = last;
    while (this.#steps[free] !== 0) free--;
    for (let slot = free - 1; slot >= 0; slot--) this.#dropWithout(slot);
    for (let slot = last; slot > free; slot--) this.#dropWithout(slot);
  }

  copy(): CounterTable {
    const copied = new CounterTable(this.#kind, 0);
    copied.#lg = this.#lg;
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
    let slot = this.#home(item);
    while (this.#steps[slot] !== 0 && !kind.isSame(this.#items[slot] as Item, item)) slot = (slot + 1) & mask;
    return slot;
  }

  #home(item: Item): number {
    return scatteredWord(this.#kind.hash(item)) & (this.#items.length - 1);
  }

  #distance(item: Item, slot: number): number {
    return (slot - this.#home(item)) & (this.#items.length - 1);
  }

  #dropWithout(slot: number): void {
    if (this.#steps[slot] === 0 || (this.#counts[slot] as number) > 0) return;
    this.#held--;
    this.#free(slot);
  }

  /** Frees a slot and closes the gap: the next item on the way that belongs at the gap or before it goes there, and so on from its slot. */
  #free(freed: number): void {
    const mask = this.#items.length - 1;
    let gap = freed;
    for (let slot = (gap + 1) & mask; this.#steps[slot] !== 0; slot = (slot + 1) & mask) {
      const back = (slot - gap) & mask;
      if ((this.#steps[slot] as number) <= back) continue;
      this.#items[gap] = this.#items[slot] as Item;
      this.#counts[gap] = this.#counts[slot] as number;
      this.#steps[gap] = (this.#steps[slot] as number) - back;
      gap = slot;
    }
    this.#items[gap] = null;
    this.#steps[gap] = 0;
  }
}

/** How many items a table of 2^lg slots may hold. */
export function capacityOf(lg: number): number {
  return Math.floor(0.75 * 2 ** lg);
}
