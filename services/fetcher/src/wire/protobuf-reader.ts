import { IsochronError } from '@isochron/schema';
import { nameIn } from './names.ts';

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** How a field is written: a number, eight bytes, bytes with their length, four bytes. */
export const Wire = { VARINT: 0, FIXED64: 1, BYTES: 2, FIXED32: 5 } as const;

/**
 * Reads protobuf where it lies, field by field: `next` moves to a field, whose number and wire type it leaves in `field` and `wire`; then it is read or
 * passed over. Everything that is no protobuf is INVALID_ARGUMENT.
 */
export class ProtobufReader {
  field = 0;
  wire = 0;
  at: number;
  readonly bytes: Uint8Array;
  readonly end: number;
  /** Made where it is needed: most messages have no doubles. */
  #view: DataView | null = null;

  constructor(bytes: Uint8Array, from = 0, to = bytes.length) {
    this.bytes = bytes;
    this.at = from;
    this.end = to;
  }

  /** False at the end. */
  next(): boolean {
    if (this.at >= this.end) return false;
    const tag = this.uint();
    this.field = Math.floor(tag / 8);
    this.wire = tag % 8;
    if (this.field === 0) this.#fail('a field has the number 0');
    return true;
  }

  /** A number below 2^53. */
  uint(): number {
    const { bytes, end } = this;
    const first = this.at < end ? (bytes[this.at] as number) : 0x80;
    if (first < 0x80) {
      this.at++;
      return first;
    }
    let value = 0;
    let scale = 1;
    for (let at = this.at; at < end; at++) {
      const byte = bytes[at] as number;
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) {
        this.at = at + 1;
        if (!Number.isSafeInteger(value)) this.#fail('a number is beyond 2^53');
        return value;
      }
      scale *= 128;
      if (scale > 2 ** 63) break;
    }
    return this.#fail('a number has no end');
  }

  /** A zigzag long: a number where that is exact, else a bigint. */
  long(): number | bigint {
    const start = this.at;
    const zigzag = this.#near();
    if (zigzag === null) return this.#farLong(start);
    return zigzag % 2 === 0 ? zigzag / 2 : -(zigzag + 1) / 2;
  }

  /** An int64 that is not zigzag, as a number. Beyond 2^53 it is refused. */
  int64(): number {
    const start = this.at;
    const near = this.#near();
    if (near !== null) return near;
    const bits = this.#bits(start);
    const value = Number(BigInt.asIntN(64, bits));
    if (!Number.isSafeInteger(value)) this.#fail(`${BigInt.asIntN(64, bits)} is beyond 2^53`);
    return value;
  }

  double(): number {
    const start = this.at;
    this.at = this.#after(8);
    const { bytes } = this;
    this.#view ??= new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return this.#view.getFloat64(start, true);
  }

  /** The length of what follows, which is checked to be there. */
  length(): number {
    const length = this.uint();
    this.#after(length);
    return length;
  }

  text(): string {
    const length = this.length();
    const start = this.at;
    this.at = start + length;
    if (length <= 32) {
      let text = '';
      for (let at = start; ; at++) {
        if (at === this.at) return text;
        const unit = this.bytes[at] as number;
        if (unit >= 0x80) break;
        text += String.fromCharCode(unit);
      }
    }
    try {
      return decoder.decode(this.bytes.subarray(start, this.at));
    } catch {
      return this.#fail('a text is not UTF-8');
    }
  }

  /** A text that is seldom a new one. */
  name(): string {
    const before = this.at;
    const length = this.length();
    const known = nameIn(this.bytes, this.at, this.at + length);
    if (known === null) {
      this.at = before;
      return this.text();
    }
    this.at += length;
    return known;
  }

  /** A copy. */
  blob(): Uint8Array {
    const length = this.length();
    this.at += length;
    return this.bytes.slice(this.at - length, this.at);
  }

  /** A reader of the message that follows; this one goes on behind it. */
  message(): ProtobufReader {
    const length = this.length();
    this.at += length;
    return new ProtobufReader(this.bytes, this.at - length, this.at);
  }

  /** Where numbers end that are packed and begin here; read them while `at` is below it, then say so. */
  beginPacked(): number {
    return this.length() + this.at;
  }

  endPacked(end: number): void {
    if (this.at !== end) this.#fail(`numbers that are packed should end at byte ${end}, and end at ${this.at}`);
  }

  skip(): void {
    switch (this.wire) {
      case Wire.VARINT:
        this.#bits(this.at);
        return;
      case Wire.FIXED64:
        this.at = this.#after(8);
        return;
      case Wire.BYTES: {
        const length = this.length();
        this.at += length;
        return;
      }
      case Wire.FIXED32:
        this.at = this.#after(4);
        return;
      default:
        this.#fail(`field ${this.field} has the wire type ${this.wire}`);
    }
  }

  #after(length: number): number {
    const after = this.at + length;
    if (after > this.end) this.#fail(`${length} bytes should follow where ${this.end - this.at} are left`);
    return after;
  }

  /** A varint of at most seven bytes, as most are; of a longer one null, and nothing is read. */
  #near(): number | null {
    const { bytes, end, at: start } = this;
    let value = 0;
    let scale = 1;
    for (let at = start; at < end && at < start + 7; at++) {
      const byte = bytes[at] as number;
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) {
        this.at = at + 1;
        return value;
      }
      scale *= 128;
    }
    return null;
  }

  #farLong(start: number): number | bigint {
    const bits = this.#bits(start);
    const value = (bits >> 1n) ^ -(bits & 1n);
    const near = Number(value);
    return Number.isSafeInteger(near) ? near : value;
  }

  /** The 64 bits of a varint, of which as many as ten bytes are read. */
  #bits(start: number): bigint {
    let low = 0;
    let bits = 0n;
    for (let at = start; at < this.end && at < start + 10; at++) {
      const byte = this.bytes[at] as number;
      const place = at - start;
      if (place < 4) low += (byte & 0x7f) * 2 ** (7 * place);
      else bits |= BigInt(byte & 0x7f) << BigInt(7 * place);
      if (byte < 0x80) {
        this.at = at + 1;
        return BigInt.asUintN(64, bits | BigInt(low));
      }
    }
    return this.#fail('a number has no end');
  }

  #fail(reason: string): never {
    throw new IsochronError('INVALID_ARGUMENT', `The request is no message of its type: ${reason}.`);
  }
}
