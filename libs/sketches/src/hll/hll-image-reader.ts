import { ADDRESS_MASK } from '../hash/digest.ts';
import { ImageReader } from '../image/image-reader.ts';
import { couponValue, slotOf, VALUE_MAX } from './coupon.ts';
import { Coupons, LG_LIST_SLOTS, LG_SET_SLOTS_MIN, LIST_SLOTS } from './coupons.ts';
import { Dense } from './dense.ts';
import { Exceptions, lgSlotsOf } from './exceptions.ts';
import { FAMILY, flag, mode, preambleWords, SERIAL_VERSION } from './hll-image.ts';
import { HllSketch } from './hll-sketch.ts';
import { HllState } from './hll-state.ts';
import { countsOf, type RegisterBits, type Registers } from './registers.ts';
import { EXCEPTION, Registers4 } from './registers-4.ts';
import { Registers6 } from './registers-6.ts';
import { Registers8 } from './registers-8.ts';

interface Header {
  readonly lgK: number;
  /** 0 where it is left to the reader. */
  readonly lgSlots: number;
  readonly flags: number;
  /** The length of a list or the floor of the registers. */
  readonly byte6: number;
  readonly bits: RegisterBits;
}

/**
 * The sketch that a compact or an updatable image of DataSketches holds. All that its fields say is checked against each other, HIP as far as the
 * registers confine it; else a DATA_LOSS names what is wrong. It takes at most 1 MB, or some twice the image.
 */
export function hllOfImage(image: Uint8Array): HllSketch {
  const reader = new ImageReader('HLL', image);
  const words = reader.byte('preamble');
  reader.among(reader.byte('version'), [SERIAL_VERSION], 'version');
  reader.among(reader.byte('family'), [FAMILY], 'family');
  const lgK = reader.within(reader.byte('lg k'), 4, 21, 'lg k');
  const lgSlots = reader.within(reader.byte('lg slots'), 0, 21, 'lg slots');
  const flags = reader.byte('flags');
  if (flags > 63 || (flags & (flag.isBigEndian | flag.isReadOnly)) !== 0) reader.fail(`flags is ${flags}`);
  const byte6 = reader.byte('list length or floor');
  const modes = reader.within(reader.byte('mode'), 0, 15, 'mode');
  const form = reader.within(modes & 3, mode.list, mode.dense, 'mode');
  const bits = bitsOf(reader, modes >> 2);
  reader.among(words, [preambleWords[form] as number], 'preamble');

  const header: Header = { lgK, lgSlots, flags, byte6, bits };
  const content = form === mode.dense ? readDense(reader, header) : readCoupons(reader, header, form === mode.set);
  reader.end();
  return new HllSketch(new HllState(lgK, bits, content));
}

function bitsOf(reader: ImageReader, type: number): RegisterBits {
  if (type === 0) return 4;
  if (type === 1) return 6;
  return type === 2 ? 8 : reader.fail('register type is 3');
}

function readCoupons(reader: ImageReader, header: Header, isSet: boolean): Coupons {
  if ((header.flags & flag.isStale) !== 0) reader.fail(`flags is ${header.flags}`);
  if (isSet) reader.among(header.byte6, [0], 'list length');
  const count = isSet ? reader.uint32('coupons') : header.byte6;
  const isEmpty = (header.flags & flag.isEmpty) !== 0;
  if (isEmpty !== (count === 0) || (isSet && isEmpty)) reader.fail(`flags is ${header.flags} for ${count} coupons`);
  if ((header.flags & flag.isCompact) === 0) return placedCoupons(reader, header, isSet, count);
  let coupons = noCoupons(reader, header, isSet, count);
  // Grows as if the coupons came one after the other, which decides where they go.
  if (isSet) coupons = Coupons.set(LG_SET_SLOTS_MIN);
  for (let at = 0; at < count; at++) {
    const coupon = checkedCoupon(reader, reader.int32('coupon'));
    if (!coupons.add(coupon)) reader.fail(`coupon ${coupon} is there twice`);
    if (isSet && coupons.isFull) coupons = coupons.asSet(coupons.lgSlots + 1);
  }
  return coupons;
}

/** Coupons that are each in the slot where they are looked for. */
function placedCoupons(reader: ImageReader, header: Header, isSet: boolean, count: number): Coupons {
  const coupons = noCoupons(reader, header, isSet, count);
  const { slots, lgSlots } = coupons;
  coupons.count = readSlots(reader, slots);
  if (coupons.count !== count) reader.fail(`it says ${count} coupons and has ${coupons.count}`);
  slots.forEach((coupon, at) => {
    if (coupon === 0) return;
    checkedCoupon(reader, coupon);
    const place = isSet ? slotOf(slots, lgSlots, coupon, ALL_BITS) : slots.indexOf(coupon);
    if (place !== at || (!isSet && at >= count)) reader.fail(`coupon ${coupon} is in slot ${at}`);
  });
  return coupons;
}

function readSlots(reader: ImageReader, slots: Int32Array): number {
  if (reader.left < slots.byteLength)
    reader.fail(`${slots.length} slots are announced, and ${reader.left} bytes are left`);
  let count = 0;
  for (let at = 0; at < slots.length; at++) {
    const slot = reader.int32('slot');
    slots[at] = slot;
    if (slot !== 0) count++;
  }
  return count;
}

function checkedCoupon(reader: ImageReader, coupon: number): number {
  if (couponValue(coupon) === 0) reader.fail(`a coupon is ${coupon}`);
  return coupon;
}

/** An empty list or set, of the size that the header says and so many coupons may have. */
function noCoupons(reader: ImageReader, header: Header, isSet: boolean, count: number): Coupons {
  if (isSet) return Coupons.set(setSize(reader, header, count));
  reader.within(count, 0, LIST_SLOTS - 1, 'list length');
  reader.among(header.lgSlots, [LG_LIST_SLOTS, 0], 'lg slots');
  return Coupons.list();
}

/** Three quarters of a set's slots are taken at most; sets are smaller than the registers that would take their place. */
function setSize(reader: ImageReader, header: Header, count: number): number {
  if (reader.left < 4 * count) reader.fail(`${count} coupons are announced, and ${reader.left} bytes are left`);
  const least = Math.max(LG_SET_SLOTS_MIN, Math.ceil(Math.log2((4 * count) / 3)));
  const greatest = reader.within(header.lgK - 3, least, 18, 'the greatest lg slots at its k');
  return header.lgSlots === 0 ? least : reader.within(header.lgSlots, least, greatest, 'lg slots');
}

function readDense(reader: ImageReader, header: Header): Dense {
  const { flags, lgK } = header;
  if ((flags & flag.isEmpty) !== 0) reader.fail(`flags is ${flags}`);
  const hip = reader.float64('HIP estimate');
  const lowSum = reader.float64('sum of 2^-value');
  const highSum = reader.float64('sum of 2^-value of 32 and more');
  const atFloor = reader.within(reader.uint32('registers at the floor'), 0, 2 ** lgK, 'registers at the floor');
  const exceptions = reader.uint32('exceptions');
  const registers = readRegisters(reader, header, atFloor, exceptions);

  const dense = new Dense(lgK, registers);
  dense.hip = hip;
  dense.merged = (flags & flag.isMerged) !== 0;
  dense.sumUp();
  checkFloor(reader, registers, (flags & flag.isStale) !== 0);
  if ((flags & flag.isStale) === 0 && (lowSum !== dense.lowSum || highSum !== dense.highSum)) {
    reader.fail(`the sums of its registers are ${lowSum} and ${highSum}, not ${dense.lowSum} and ${dense.highSum}`);
  }
  checkHip(reader, dense);
  return dense;
}

function readRegisters(reader: ImageReader, header: Header, atFloor: number, exceptions: number): Registers {
  const { lgK, bits, byte6 } = header;
  if (bits === 4) return readFours(reader, header, atFloor, exceptions);
  reader.among(exceptions, [0], 'exceptions');
  reader.among(header.lgSlots, [0], 'lg slots');
  if (bits === 6) {
    reader.among(byte6, [0], 'floor');
    const bytes = reader.bytes((3 * 2 ** lgK) / 4 + 1, 'registers').slice();
    reader.among(bytes[bytes.length - 1] as number, [0], 'last byte');
    return new Registers6(2 ** lgK, bytes, atFloor);
  }
  const values = reader.bytes(2 ** lgK, 'registers').slice();
  for (const value of values) reader.within(value, 0, VALUE_MAX, 'register');
  return new Registers8(values, reader.within(byte6, 0, VALUE_MAX, 'floor'), atFloor);
}

/** Registers of 4 bits and their exceptions, which must be those that the registers leave open. */
function readFours(reader: ImageReader, header: Header, atFloor: number, count: number): Registers4 {
  const { lgK } = header;
  const floor = reader.within(header.byte6, 0, VALUE_MAX, 'floor');
  const registers = new Registers4(lgK, reader.bytes(2 ** lgK / 2, 'registers').slice(), floor, atFloor);
  const exceptions = readExceptions(reader, header, count);
  exceptions.forEach((row, value) => {
    if (registers.aboveFloor(row) !== EXCEPTION || value < floor + EXCEPTION) {
      reader.fail(`row ${row} is no exception, and has the value ${value} as one`);
    }
  });
  let open = 0;
  for (let row = 0; row < registers.k; row++) {
    const above = registers.aboveFloor(row);
    if (above === EXCEPTION) open++;
    else reader.within(floor + above, 0, VALUE_MAX, 'register');
  }
  if (open !== count) reader.fail(`${open} rows are exceptions, and ${count} have values as such`);
  registers.exceptions = count > 0 ? exceptions : null;
  return registers;
}

function readExceptions(reader: ImageReader, header: Header, count: number): Exceptions {
  const { lgK, flags } = header;
  if (reader.left < 4 * count) reader.fail(`${count} exceptions are announced, and ${reader.left} bytes are left`);
  const least = Math.max(lgSlotsOf(lgK), Math.ceil(Math.log2((4 * count) / 3)));
  const greatest = Math.max(least, lgK);
  const lgSlots = header.lgSlots === 0 ? least : reader.within(header.lgSlots, least, greatest, 'lg slots');
  const exceptions = new Exceptions(lgK, lgSlots);
  if ((flags & flag.isCompact) !== 0) {
    for (let at = 0; at < count; at++) {
      const entry = checkedCoupon(reader, reader.int32('exception'));
      if ((entry & ADDRESS_MASK) >= 2 ** lgK) reader.fail(`an exception is in row ${entry & ADDRESS_MASK}`);
      exceptions.set(entry & ADDRESS_MASK, couponValue(entry));
    }
  } else {
    const { slots } = exceptions;
    exceptions.count = readSlots(reader, slots);
    slots.forEach((entry, at) => {
      if (entry === 0) return;
      checkedCoupon(reader, entry);
      const isPlaced = (entry & ADDRESS_MASK) < 2 ** lgK && slotOf(slots, lgSlots, entry, 2 ** lgK - 1) === at;
      if (!isPlaced) reader.fail(`exception ${entry} is in slot ${at}`);
    });
  }
  if (exceptions.count !== count) reader.fail(`it says ${count} exceptions and has ${exceptions.count}`);
  return exceptions;
}

/** How many registers are at the floor. Of 8 bits, a floor above 0 was found when registers were merged, and may have been left since. */
function checkFloor(reader: ImageReader, registers: Registers, isStale: boolean): void {
  if (registers instanceof Registers8 && isStale) {
    registers.findFloor(countsOf(registers.values));
    return;
  }
  const { floor, atFloor, k, bits } = registers;
  let found = 0;
  for (let row = 0; row < k; row++) {
    const value = registers.get(row);
    reader.within(value, floor, VALUE_MAX, 'register');
    if (value === floor) found++;
  }
  const isRight = bits === 8 && floor > 0 ? atFloor >= found : atFloor === found && (bits !== 4 || found > 0);
  if (!isRight) reader.fail(`it says ${atFloor} registers at the floor of ${floor} and has ${found}`);
}

/**
 * HIP grows by one at least for each row that is hit, and by no more than k over the final sum for each step of a register; what it starts with
 * is below k. Of merged registers it says nothing.
 */
function checkHip(reader: ImageReader, dense: Dense): void {
  const { registers, hip, merged } = dense;
  let hit = 0;
  let steps = registers.k;
  for (let row = 0; row < registers.k; row++) {
    const value = registers.get(row);
    steps += value;
    if (value > 0) hit++;
  }
  const greatest = (steps * registers.k) / (dense.lowSum + dense.highSum);
  if (merged) reader.within(hip, 0, Number.MAX_VALUE, 'HIP estimate');
  else reader.within(hip, hit * (1 - 1e-9), greatest, 'HIP estimate');
}

const ALL_BITS = -1;
