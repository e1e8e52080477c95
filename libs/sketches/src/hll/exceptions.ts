import { couponAt, couponValue, slotOf } from './coupon.ts';

/** The values of single rows: a hash table of coupons whose address is the row, at most three quarters full. */
export class Exceptions {
  count = 0;
  lgSlots: number;
  slots: Int32Array;
  readonly #rowMask: number;

  constructor(lgK: number, lgSlots: number) {
    this.lgSlots = lgSlots;
    this.slots = new Int32Array(2 ** lgSlots);
    this.#rowMask = 2 ** lgK - 1;
  }

  /** Of the size that a sketch of so many rows starts with. */
  static create(lgK: number): Exceptions {
    return new Exceptions(lgK, lgSlotsOf(lgK));
  }

  get(row: number): number | undefined {
    const found = this.slots[slotOf(this.slots, this.lgSlots, row, this.#rowMask)] as number;
    return found === 0 ? undefined : couponValue(found);
  }

  set(row: number, value: number): void {
    const at = slotOf(this.slots, this.lgSlots, row, this.#rowMask);
    if (this.slots[at] === 0) this.count++;
    this.slots[at] = couponAt(row, value);
    if (4 * this.count > 3 * this.slots.length) this.#grow();
  }

  /** In the order of their slots. */
  forEach(visit: (row: number, value: number) => void): void {
    for (const entry of this.slots) {
      if (entry !== 0) visit(entry & this.#rowMask, couponValue(entry));
    }
  }

  copy(): Exceptions {
    const copy = new Exceptions(31 - Math.clz32(this.#rowMask + 1), 0);
    copy.count = this.count;
    copy.lgSlots = this.lgSlots;
    copy.slots = this.slots.slice();
    return copy;
  }

  #grow(): void {
    const before = this.slots;
    this.lgSlots++;
    this.slots = new Int32Array(2 ** this.lgSlots);
    for (const entry of before) {
      if (entry !== 0) this.slots[slotOf(this.slots, this.lgSlots, entry, this.#rowMask)] = entry;
    }
  }
}

/** Few rows are exceptions; the sizes are those of the format. */
export function lgSlotsOf(lgK: number): number {
  return LG_SLOTS[lgK] as number;
}

const LG_SLOTS = [0, 2, 2, 2, 2, 2, 2, 3, 3, 3, 4, 4, 5, 5, 6, 7, 8, 9, 10, 11, 12, 13];
