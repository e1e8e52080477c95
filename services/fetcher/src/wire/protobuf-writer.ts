const encoder = new TextEncoder();
const START_BYTES = 4_096;
/** What is kept between answers. */
const KEPT_BYTES = 1 << 20;
/** Room that is left for the length of a message: of one that is short, and of one that holds many values. Where the length takes another number of bytes the message is moved when it ends. */
const SHORT = 1;
const LONG = 2;

/** Writes protobuf into memory that is used again. Messages within messages are begun and ended; their length is filled in then. */
export class ProtobufWriter {
  bytes = new Uint8Array(START_BYTES);
  at = 0;
  #view = new DataView(this.bytes.buffer);

  /** Begins anew, whatever became of what was written before. */
  start(): void {
    this.at = 0;
  }

  /** What is written, as a copy that is the caller's; the writer is empty after it. */
  take(): Buffer {
    const taken = Buffer.allocUnsafe(this.at);
    taken.set(this.bytes.subarray(0, this.at));
    this.at = 0;
    if (this.bytes.length > KEPT_BYTES) {
      this.bytes = new Uint8Array(START_BYTES);
      this.#view = new DataView(this.bytes.buffer);
    }
    return taken;
  }

  /** Makes room for so many bytes, which may then be written at `at` directly. */
  reserve(length: number): void {
    if (this.at + length <= this.bytes.length) return;
    const longer = new Uint8Array(2 * (this.at + length));
    longer.set(this.bytes.subarray(0, this.at));
    this.bytes = longer;
    this.#view = new DataView(longer.buffer);
  }

  tag(field: number, wire: number): void {
    this.uint(field * 8 + wire);
  }

  /** A number below 2^53, not negative. */
  uint(value: number): void {
    this.reserve(8);
    const { bytes } = this;
    let { at } = this;
    let rest = value;
    // What is beyond 31 bits is divided, for shifting would cut it off.
    for (; rest >= 2 ** 31; rest = Math.floor(rest / 128)) bytes[at++] = (rest % 128) | 0x80;
    for (rest |= 0; rest >= 128; rest >>>= 7) bytes[at++] = (rest & 0x7f) | 0x80;
    bytes[at++] = rest;
    this.at = at;
  }

  /** A long as zigzag. */
  long(value: number | bigint): void {
    if (typeof value === 'number' && value < 2 ** 51 && value >= -(2 ** 51)) {
      this.uint(value < 0 ? -2 * value - 1 : 2 * value);
      return;
    }
    const big = BigInt(value);
    this.#bits(BigInt.asUintN(64, (big << 1n) ^ (big >> 63n)));
  }

  /** An int64 that is not zigzag. */
  int64(value: number): void {
    if (value >= 0) this.uint(value);
    else this.#bits(BigInt.asUintN(64, BigInt(value)));
  }

  double(value: number): void {
    this.reserve(8);
    this.#view.setFloat64(this.at, value, true);
    this.at += 8;
  }

  /** Writes at a place that was reserved, and does not move. */
  doubleAt(at: number, value: number): void {
    this.#view.setFloat64(at, value, true);
  }

  text(value: string): void {
    if (!this.#shortText(value)) this.blob(encoder.encode(value));
  }

  blob(value: Uint8Array): void {
    this.uint(value.length);
    this.raw(value);
  }

  /** Bytes that are protobuf already. */
  raw(value: Uint8Array): void {
    this.reserve(value.length);
    this.bytes.set(value, this.at);
    this.at += value.length;
  }

  /** Begins a message, or numbers that are packed, of seldom 128 bytes or more. Answers where, for `end`. */
  begin(field: number): number {
    return this.#begin(field, SHORT);
  }

  /** The same of seldom less than 128 bytes, for `endLong`. */
  beginLong(field: number): number {
    return this.#begin(field, LONG);
  }

  end(start: number): void {
    this.#end(start, SHORT);
  }

  endLong(start: number): void {
    this.#end(start, LONG);
  }

  /** Whether it was short, and ASCII; else nothing is written. */
  #shortText(value: string): boolean {
    const { length } = value;
    if (length >= 128) return false;
    this.reserve(length + 1);
    const { bytes } = this;
    let { at } = this;
    bytes[at++] = length;
    for (let unit = 0; unit < length; unit++) {
      const code = value.charCodeAt(unit);
      if (code >= 0x80) return false;
      bytes[at++] = code;
    }
    this.at = at;
    return true;
  }

  #begin(field: number, room: number): number {
    this.tag(field, 2);
    this.reserve(room);
    this.at += room;
    return this.at;
  }

  #end(start: number, room: number): void {
    const length = this.at - start;
    const lengthBytes = length < 128 ? 1 : length < 16_384 ? 2 : Math.ceil(Math.log2(length + 1) / 7);
    const shift = lengthBytes - room;
    if (shift !== 0) {
      this.reserve(Math.max(0, shift));
      this.bytes.copyWithin(start + shift, start, this.at);
    }
    const end = this.at + shift;
    this.at = start - room;
    this.uint(length);
    this.at = end;
  }

  #bits(value: bigint): void {
    this.reserve(10);
    let rest = value;
    for (; rest > 0x7fn; rest >>= 7n) this.bytes[this.at++] = Number(rest & 0x7fn) | 0x80;
    this.bytes[this.at++] = Number(rest);
  }
}
