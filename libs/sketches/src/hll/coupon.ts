import { ADDRESS_BITS, ADDRESS_MASK, type Digest } from '../hash/digest.ts';

/**
 * A coupon is what an item comes down to: 26 bits of address, from the low bits of the hash's first word, and 6 bits of value above them: one
 * more than the zeros that lead its second word, 63 at most. No coupon is 0. It is the same for every k, whose row is the low bits of the address.
 */
export function couponOf(digest: Digest): number {
  const zeros = digest >>> shift;
  return ((zeros < valueMax ? zeros + 1 : valueMax) << shift) | (digest & mask);
}

export function couponAt(address: number, value: number): number {
  return (value << shift) | address;
}

export function couponValue(coupon: number): number {
  return coupon >>> shift;
}

export const VALUE_MAX = 63;

const shift = ADDRESS_BITS;
const mask = ADDRESS_MASK;
const valueMax = VALUE_MAX;

/**
 * The slot of an entry in a table of 2^lgSlots: where it stands, or the free one where it goes. Probing starts at the low bits of its key, and
 * steps by the bits above them, made odd. Part of the format: images list tables in the order of their slots. `keyMask` are the bits of an
 * entry that are its key.
 */
export function slotOf(slots: Int32Array, lgSlots: number, entry: number, keyMask: number): number {
  const end = slots.length - 1;
  const key = entry & keyMask;
  const step = ((key & mask) >>> lgSlots) | 1;
  let at = key & end;
  for (;;) {
    const found = slots[at] as number;
    if (found === 0 || (found & keyMask) === key) return at;
    at = (at + step) & end;
  }
}
