import { IsochronError } from '@isochron/schema';
import type { Texts } from './texts.ts';

/** A place in bytes that are read where they lie. One cursor serves all: it is moved from value to value, and holds on to none. */
export class Cursor {
  bytes: Uint8Array = new Uint8Array();
  view = new DataView(this.bytes.buffer);
  at = 0;
  end = 0;
  /** Where the block that was begun last says that it ends; -1 where it does not say. */
  blockEnd = -1;

  /** Moves to [from, to) of bytes, which may be longer, and may be lent. */
  start(bytes: Uint8Array, from: number, to: number): void {
    if (bytes !== this.bytes) {
      this.bytes = bytes;
      this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    }
    this.at = from;
    this.end = to;
  }

  /** Moves to where another stands, in the same bytes. */
  share({ bytes, view, at, end }: Cursor): void {
    this.bytes = bytes;
    this.view = view;
    this.at = at;
    this.end = end;
  }

  byte(): number {
    if (this.at >= this.end) this.fail('they end early');
    return this.bytes[this.at++] as number;
  }

  /** A number while it is a safe integer, else a bigint. */
  long(): number | bigint {
    const { bytes, end } = this;
    const start = this.at;
    let at = start;
    let scale = 1;
    let zigzag = 0;
    for (; at < end; at++) {
      const byte = bytes[at] as number;
      zigzag += (byte & 0x7f) * scale;
      if (byte < 0x80) {
        this.at = at + 1;
        if (zigzag > Number.MAX_SAFE_INTEGER) return this.#farLong(start);
        return zigzag % 2 === 0 ? zigzag / 2 : -(zigzag + 1) / 2;
      }
      scale *= 128;
    }
    return this.fail('they end early');
  }

  /** A long that counts something. */
  count(): number {
    const value = this.long();
    return typeof value === 'number' ? value : this.fail(`they count ${value} of something`);
  }

  double(): number {
    const at = this.#take(8);
    return this.view.getFloat64(at, true);
  }

  float(): number {
    const at = this.#take(4);
    return this.view.getFloat32(at, true);
  }

  text(texts: Texts): string {
    const start = this.#take(this.count());
    return texts.of(this.bytes, this.view, start, this.at);
  }

  /** A copy. */
  binary(): Uint8Array {
    const start = this.#take(this.count());
    return new Uint8Array(this.bytes.subarray(start, this.at));
  }

  skip(length: number): void {
    this.#take(length);
  }

  /**
   * The number of items in the next block of a list, 0 at the end. An item takes a byte at least, so that a count beyond the bytes left is found out before it is
   * believed.
   */
  block(): number {
    let count = this.count();
    this.blockEnd = -1;
    if (count < 0) {
      count = -count;
      const bytes = this.count();
      if (bytes < 0) this.fail(`a block has ${bytes} bytes`);
      this.blockEnd = this.at + bytes;
    }
    if (count > this.end - this.at) this.fail(`they count ${count} items in the ${this.end - this.at} that are left`);
    return count;
  }

  /** Behind the items of a block, which has said that it ends there; -1: it has not. */
  endBlock(blockEnd: number): void {
    if (blockEnd >= 0 && this.at !== blockEnd) this.fail('a block does not end where it says');
  }

  /** Throws DATA_LOSS. */
  fail(reason: string): never {
    throw new IsochronError(
      'DATA_LOSS',
      `Bytes of the store are no value of the schema they were written with: ${reason}. The row is damaged; upload anew.`,
    );
  }

  /** Where what is `length` bytes long starts. */
  #take(length: number): number {
    const start = this.at;
    if (!(length >= 0 && length <= this.end - start))
      this.fail(`${length} bytes should follow where ${this.end - start} are left`);
    this.at = start + length;
    return start;
  }

  #farLong(start: number): number | bigint {
    if (this.at - start > 10) return this.fail('a long has more than 10 bytes');
    let bits = 0n;
    for (let at = this.at - 1; at >= start; at--) bits = (bits << 7n) | BigInt((this.bytes[at] as number) & 0x7f);
    if (bits >= 1n << 64n) return this.fail('a long has more than 64 bits');
    const value = (bits >> 1n) ^ -(bits & 1n);
    const near = Number(value);
    return Number.isSafeInteger(near) ? near : value;
  }
}
