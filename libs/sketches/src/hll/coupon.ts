import { ADDRESS_BITS, ADDRESS_MASK, type Digest } from '../hash/digest.ts';

/**
 * A coupon is what an item comes down to: 26 bits of address, from the low bits of the hash's first word, and 6 bits of value above them: one
 * more than the zeros that lead its second word, 63 at most. No coupon is 0. It is the same for every k, whose row is the low bits of the address.
 */
export function couponOf(digest: Digest): number {
  return couponAt(digest & ADDRESS_MASK, Math.min(digest >>> ADDRESS_BITS, VALUE_MAX - 1) + 1);
}

export function couponAt(address: number, value: number): number {
  return (value << ADDRESS_BITS) | address;
}

export function couponValue(coupon: number): number {
  return coupon >>> ADDRESS_BITS;
}

export const VALUE_MAX = 63;

/**
 * The slot of an entry in a table of 2^lgSlots: where it stands, or the free one where it goes. Probing starts at the low bits of its key, and
 * steps by the bits above them, made odd. Part of the format: images list tables in the order of their slots. `keyMask` are the bits of an
 * entry that are its key.
 */
export function slotOf(slots: Int32Array, lgSlots: number, entry: number, keyMask: number): number {
  const mask = slots.length - 1;
  const key = entry & keyMask;
  const step = ((key & ADDRESS_MASK) >>> lgSlots) | 1;
  let at = key & mask;
  for (;;) {
    const found = slots[at] as number;
    if (found === 0 || (found & keyMask) === key) return at;
    at = (at + step) & mask;
  }
}
