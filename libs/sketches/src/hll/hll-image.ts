import { ImageWriter } from '../image/image-writer.ts';
import type { Coupons } from './coupons.ts';
import { Dense } from './dense.ts';
import { Exceptions } from './exceptions.ts';
import type { HllSketch } from './hll-sketch.ts';
import type { HllState } from './hll-state.ts';
import type { RegisterBits, Registers } from './registers.ts';
import { Registers4 } from './registers-4.ts';
import { Registers6 } from './registers-6.ts';
import { Registers8 } from './registers-8.ts';

export const SERIAL_VERSION = 1;
export const FAMILY = 7;

export const flag = { isBigEndian: 1, isReadOnly: 2, isEmpty: 4, isCompact: 8, isMerged: 16, isStale: 32 } as const;
export const mode = { list: 0, set: 1, dense: 2 } as const;
export const preambleWords = [2, 3, 10] as const;

/**
 * The image of a sketch. Bytes 0 to 7: size of the preamble in words of 4 bytes, version, family, lg k, lg of the slots of a hash table, flags,
 * length of a list or floor of the registers, mode (2 bits) and bits of a register (2 bits). Then the coupons, a set's after their number; or HIP, both sums, how
 * many registers are at the floor, how many exceptions, the registers, the exceptions. `compact` leaves free slots out.
 */
export function hllImage(sketch: HllSketch): Uint8Array {
  return imageOf(sketch.state, true);
}

/** The image in the form that other implementations may update where it lies: with all slots. The first to be read there is `hllImage`'s. */
export function hllUpdatableImage(sketch: HllSketch): Uint8Array {
  return imageOf(sketch.state, false);
}

function imageOf(state: Readonly<HllState>, compact: boolean): Uint8Array {
  const { content } = state;
  const writer = new ImageWriter(64);
  if (content instanceof Dense) writeDense(writer, state, content, compact);
  else writeCoupons(writer, state, content, compact);
  return writer.image();
}

function writeCoupons(writer: ImageWriter, state: Readonly<HllState>, coupons: Coupons, compact: boolean): void {
  const { isSet, count, lgSlots, slots } = coupons;
  const flags = (compact ? flag.isCompact : 0) | (count === 0 ? flag.isEmpty : 0);
  const header = [isSet ? 3 : 2, SERIAL_VERSION, FAMILY, state.lgK, lgSlots, flags, isSet ? 0 : count];
  for (const byte of header) writer.byte(byte);
  writer.byte((isSet ? mode.set : mode.list) | modeBitsOf(state.bits));
  if (isSet) writer.uint32(count);
  writeSlots(writer, slots, compact);
}

function writeDense(writer: ImageWriter, state: Readonly<HllState>, dense: Dense, compact: boolean): void {
  const { registers } = dense;
  const exceptions = registers instanceof Registers4 ? registers.exceptions : null;
  const flags = (compact && state.bits === 4 ? flag.isCompact : 0) | (dense.merged ? flag.isMerged : 0);
  const header = [10, SERIAL_VERSION, FAMILY, state.lgK, exceptions?.lgSlots ?? 0, flags, registers.floor];
  for (const byte of header) writer.byte(byte);
  writer.byte(mode.dense | modeBitsOf(state.bits));
  writer.float64(dense.hip);
  writer.float64(dense.lowSum);
  writer.float64(dense.highSum);
  writer.uint32(registers.atFloor);
  writer.uint32(exceptions?.count ?? 0);
  writer.bytes(bytesOf(registers));
  if (state.bits === 4) writeSlots(writer, (exceptions ?? Exceptions.create(state.lgK)).slots, compact);
}

function writeSlots(writer: ImageWriter, slots: Int32Array, compact: boolean): void {
  for (const slot of slots) {
    if (slot !== 0 || !compact) writer.uint32(slot);
  }
}

function modeBitsOf(bits: RegisterBits): number {
  return ((bits - 4) / 2) << 2;
}

function bytesOf(registers: Registers): Uint8Array {
  if (registers instanceof Registers8) return registers.values;
  if (registers instanceof Registers6 || registers instanceof Registers4) return registers.bytes;
  throw new Error(`registers of ${registers.bits} bits have no bytes`);
}
