import type { Hash128 } from '../hash/murmur3.ts';

/**
 * A coupon is what an item comes down to: 26 bits of address, from the low bits of the hash's first word, and 6 bits of value above them: one
 * more than the zeros that lead its second word, 63 at most. No coupon is 0. It is the same for every k, whose row is the low bits of the address.
 */
export function couponOf(hash: Hash128): number {
  const high = hash[3] as number;
  const zeros = high !== 0 ? Math.clz32(high) : Math.min(62, 32 + Math.clz32(hash[2] as number));
  return couponAt((hash[0] as number) & ADDRESS, zeros + 1);
}

export function couponAt(address: number, value: number): number {
  return (value << ADDRESS_BITS) | address;
}

export function couponValue(coupon: number): number {
  return coupon >>> ADDRESS_BITS;
}

export const ADDRESS_BITS = 26;
const ADDRESS = 2 ** ADDRESS_BITS - 1;
export const VALUE_MAX = 63;

/**
 * The slot of an entry in a table of 2^lgSlots: where it stands, or the free one where it goes. Probing starts at the low bits of its key, and
 * steps by the bits above them, made odd. Part of the format: images list tables in the order of their slots. `keyMask` are the bits of an
 * entry that are its key.
 */
export function slotOf(slots: Int32Array, lgSlots: number, entry: number, keyMask: number): number {
  const mask = slots.length - 1;
  const key = entry & keyMask;
  const step = ((key & ADDRESS) >>> lgSlots) | 1;
  let at = key & mask;
  for (;;) {
    const found = slots[at] as number;
    if (found === 0 || (found & keyMask) === key) return at;
    at = (at + step) & mask;
  }
}
