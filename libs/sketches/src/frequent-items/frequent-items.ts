import { IsochronError } from '@isochron/schema';
import { CounterTable, capacityOf } from './counter-table.ts';
import { type Item, type ItemKind, type ItemKindName, itemKindOf } from './item-kind.ts';

/** Of 8 slots at least. */
export const LEAST_LG = 3;
export const GREATEST_LG = 26;
/** A purge looks at no more counts than these to find their median. */
const SAMPLE = 1024;

/** Which items are listed: all that may be above the threshold, or only those that surely are. */
export type ErrorType = 'noFalseNegatives' | 'noFalsePositives';

export interface FrequentItem {
  readonly item: Item;
  /** Never less than how often the item was seen. */
  readonly estimate: number;
  /** How often it was seen is in [lower, upper]. */
  readonly lower: number;
  readonly upper: number;
}

/**
 * How often items occur, of those that occur often: exactly while there are no more different items than three quarters of the table,
 * then too low by at most {@link FrequentItems.maximumError}. Anderson, Bevan, Lang, Liberty, Rhodes, Thaler: A High-Performance
 * Algorithm for Identifying Frequent Items in Data Streams, 2017.
 *
 * A table that is full and may not grow gives up the median of its counts from every item, which drops half of them.
 */
export class FrequentItems {
  readonly #kind: ItemKind;
  readonly #lgMax: number;
  #table: CounterTable;
  #offset = 0;
  #total = 0;

  /** The table may grow to 2^`lgMax` slots: `lgMax` in [3, 26], else INVALID_ARGUMENT. */
  constructor(kind: ItemKindName, lgMax: number, lg: number = LEAST_LG) {
    if (!Number.isInteger(lgMax) || lgMax < LEAST_LG || lgMax > GREATEST_LG) {
      throw new IsochronError('INVALID_ARGUMENT', `lg of the table is ${lgMax}, not in [${LEAST_LG}, ${GREATEST_LG}]`);
    }
    this.#kind = itemKindOf(kind);
    this.#lgMax = lgMax;
    this.#table = new CounterTable(this.#kind, lg);
  }

  get kind(): ItemKind {
    return this.#kind;
  }

  get lgMax(): number {
    return this.#lgMax;
  }

  get lg(): number {
    return this.#table.lg;
  }

  /** How many items are counted. */
  get held(): number {
    return this.#table.held;
  }

  /** How often items were seen, all together. */
  get total(): number {
    return this.#total;
  }

  /** By how much, at most, a count is too low. */
  get maximumError(): number {
    return this.#offset;
  }

  /** `count` is how often the item was seen, a whole number; of 0 nothing happens. */
  update(item: Item, count = 1): void {
    if (count === 0) return;
    this.#total += count;
    this.#table.add(item, count);
    if (this.#table.held > this.#table.capacity) this.#makeRoom();
  }

  /** Adds what `other` saw, which stays as it was. The errors add up. Sketches of different kinds do not meet: INVALID_ARGUMENT. */
  merge(other: FrequentItems): void {
    if (this.#kind.name !== other.#kind.name) {
      throw new IsochronError(
        'INVALID_ARGUMENT',
        `frequent ${this.#kind.name} and ${other.#kind.name} cannot be merged`,
      );
    }
    const total = this.#total + other.#total;
    const offset = other.#offset;
    for (const [item, count] of other === this ? [...other.counts()] : other.counts()) this.update(item, count);
    this.#offset += offset;
    this.#total = total;
  }

  copy(): FrequentItems {
    const copied = new FrequentItems(this.#kind.name, this.#lgMax, 0);
    copied.#table = this.#table.copy();
    copied.#offset = this.#offset;
    copied.#total = this.#total;
    return copied;
  }

  /** An upper bound of how often the item was seen; 0 of an item that is not counted. */
  estimate(item: Item): number {
    const count = this.#table.count(item);
    return count === 0 ? 0 : count + this.#offset;
  }

  lowerBound(item: Item): number {
    return this.#table.count(item);
  }

  upperBound(item: Item): number {
    return this.#table.count(item) + this.#offset;
  }

  /**
   * The items seen as often as the maximum error, most frequent first, of equal estimates the least first. Without false negatives all that may
   * have been, without false positives only those that surely were.
   */
  frequentItems(errors: ErrorType): FrequentItem[] {
    const offset = this.#offset;
    const rows: FrequentItem[] = [];
    for (const [item, count] of this.#table.entries()) {
      const upper = count + offset;
      if (errors === 'noFalseNegatives' || count >= offset) rows.push({ item, estimate: upper, lower: count, upper });
    }
    return rows.sort((a, b) => b.estimate - a.estimate || this.#kind.compare(a.item, b.item));
  }

  /** The counts as they are kept, without the error, in the order of the table. For whoever writes the image. */
  counts(): Iterable<readonly [Item, number]> {
    return this.#table.entries();
  }

  /** What an image says beside the counts. For whoever reads one. */
  restore(total: number, offset: number): void {
    this.#total = total;
    this.#offset = offset;
  }

  #makeRoom(): void {
    if (this.#table.lg < this.#lgMax) this.#table.double();
    else this.#purge();
  }

  #purge(): void {
    const median = this.#table.median(Math.min(SAMPLE, capacityOf(this.#lgMax)));
    this.#table.subtract(median);
    this.#offset += median;
  }
}
