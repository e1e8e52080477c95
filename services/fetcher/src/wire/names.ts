const SLOTS = 1_024;
const LENGTH_MAX = 200;

/** Names that requests had, by a hash of their bytes: of Joins and of columns there are few, and the same ones come again and again. A name that another took the slot of is made anew. */
const slots: (string | undefined)[] = new Array<string | undefined>(SLOTS).fill(undefined);

/** The name that stands in these bytes; null where they are not ASCII, or too long for one. */
export function nameIn(bytes: Uint8Array, from: number, to: number): string | null {
  if (to - from > LENGTH_MAX) return null;
  let hash = 0;
  for (let at = from; at < to; at++) {
    const byte = bytes[at] as number;
    if (byte >= 0x80) return null;
    hash = (Math.imul(hash, 31) + byte) | 0;
  }
  const slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
  const known = slots[slot];
  if (known !== undefined && isIn(known, bytes, from, to)) return known;
  const name = String.fromCharCode(...bytes.subarray(from, to));
  slots[slot] = name;
  return name;
}

function isIn(name: string, bytes: Uint8Array, from: number, to: number): boolean {
  if (name.length !== to - from) return false;
  for (let at = from; at < to; at++) if (name.charCodeAt(at - from) !== bytes[at]) return false;
  return true;
}
