import { slotOf } from './coupon.ts';

/** The first 7 coupons are a list, in the order of their arrival; from the 8th on they are a set. */
export const LIST_SLOTS = 8;
export const LG_LIST_SLOTS = 3;
export const LG_SET_SLOTS_MIN = 5;

/**
 * The coupons of a sketch that has seen few items: a list, or a hash set of at most three quarters of its slots. Free slots are 0. Estimates are
 * made from how many there are, out of 2^26: nearly exact.
 */
export class Coupons {
  readonly isSet: boolean;
  count = 0;
  lgSlots: number;
  slots: Int32Array;

  private constructor(isSet: boolean, lgSlots: number, slots = new Int32Array(2 ** lgSlots)) {
    this.isSet = isSet;
    this.lgSlots = lgSlots;
    this.slots = slots;
  }

  static list(): Coupons {
    return new Coupons(false, LG_LIST_SLOTS);
  }

  static set(lgSlots: number): Coupons {
    return new Coupons(true, lgSlots);
  }

  /** False if it is there already. A list must have a free slot. A set may be left fuller than it should be: see `isFull`. */
  add(coupon: number): boolean {
    const at = this.isSet ? slotOf(this.slots, this.lgSlots, coupon, -1) : this.#listSlotOf(coupon);
    if (this.slots[at] === coupon) return false;
    this.slots[at] = coupon;
    this.count++;
    return true;
  }

  /** True where the next form is due. */
  get isFull(): boolean {
    return this.isSet ? 4 * this.count > 3 * this.slots.length : this.count === LIST_SLOTS;
  }

  /** The same coupons as a set of so many slots. */
  asSet(lgSlots: number): Coupons {
    const set = Coupons.set(lgSlots);
    this.forEach((coupon) => {
      set.add(coupon);
    });
    return set;
  }

  /** In the order of their slots. */
  forEach(visit: (coupon: number) => void): void {
    const { slots } = this;
    for (let at = 0; at < slots.length; at++) {
      const coupon = slots[at] as number;
      if (coupon !== 0) visit(coupon);
    }
  }

  copy(): Coupons {
    const copy = new Coupons(this.isSet, this.lgSlots, this.slots.slice());
    copy.count = this.count;
    return copy;
  }

  #listSlotOf(coupon: number): number {
    let at = 0;
    while (at < this.count && this.slots[at] !== coupon) at++;
    return at;
  }
}
