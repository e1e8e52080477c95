/**
 * k registers, each the greatest value that came to its row; 0 where none did. Held in 8, 6 or 4 bits each: the variants differ in memory, never
 * in what they say.
 */
export interface Registers {
  readonly bits: RegisterBits;
  readonly k: number;
  /** No register is below. Above 0 only where the variant keeps track of it. */
  readonly floor: number;
  /** How many registers are at the floor, where it is 0; above, an image may say so of a time before. */
  readonly atFloor: number;
  get(row: number): number;
  /** Raises a register to a value, and answers what it was; if that is not less, nothing changes. */
  raise(row: number, value: number): number;
  /** All values, a byte each; not to be changed, and no longer those once a register is raised. */
  unpacked(): Uint8Array;
  copy(): Registers;
  readonly byteLength: number;
}

export type RegisterBits = 4 | 6 | 8;

/** How many of the values are 0, 1, … 63. In four turns, because counting what was just counted has to wait for it. */
export function countsOf(values: Uint8Array): Int32Array {
  const counts = new Int32Array(4 * 64);
  for (let row = 0; row < values.length; row += 4) {
    count(counts, values[row] as number);
    count(counts, (values[row + 1] as number) | 64);
    count(counts, (values[row + 2] as number) | 128);
    count(counts, (values[row + 3] as number) | 192);
  }
  for (let at = 64; at < counts.length; at++) counts[at & 63] = (counts[at & 63] as number) + (counts[at] as number);
  return counts.subarray(0, 64);
}

/** The least value that occurs, and how often. */
export function floorOf(counts: Int32Array): { readonly floor: number; readonly atFloor: number } {
  const floor = counts.findIndex((count) => count > 0);
  return { floor, atFloor: counts[floor] as number };
}

function count(counts: Int32Array, at: number): void {
  counts[at] = (counts[at] as number) + 1;
}
