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

export function leastOf(values: Uint8Array): number {
  let least = 255;
  for (const value of values) if (value < least) least = value;
  return least;
}

export function countOf(values: Uint8Array, sought: number): number {
  let count = 0;
  for (const value of values) if (value === sought) count++;
  return count;
}
