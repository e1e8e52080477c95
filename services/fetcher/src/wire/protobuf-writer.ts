const encoder = new TextEncoder();
const START_BYTES = 4_096;
/** What is kept between answers. */
const KEPT_BYTES = 1 << 20;
/** A length below 2^14 takes no more; longer messages are moved when they end. */
const LENGTH_BYTES = 2;

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
    let rest = value;
    for (; rest >= 128; rest = Math.floor(rest / 128)) this.bytes[this.at++] = (rest % 128) | 0x80;
    this.bytes[this.at++] = rest;
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

  text(value: string): void {
    const { length } = value;
    this.reserve(3 * length + 8);
    if (length < 128) {
      const start = this.at;
      this.bytes[this.at++] = length;
      let unit = 0;
      for (; unit < length; unit++) {
        const code = value.charCodeAt(unit);
        if (code >= 0x80) break;
        this.bytes[this.at++] = code;
      }
      if (unit === length) return;
      this.at = start;
    }
    this.blob(encoder.encode(value));
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

  /** Begins a message, or numbers that are packed. Answers where, for `end`. */
  begin(field: number): number {
    this.tag(field, 2);
    this.reserve(LENGTH_BYTES);
    this.at += LENGTH_BYTES;
    return this.at;
  }

  end(start: number): void {
    const length = this.at - start;
    const lengthBytes = length < 128 ? 1 : length < 16_384 ? 2 : Math.ceil(Math.log2(length + 1) / 7);
    const shift = lengthBytes - LENGTH_BYTES;
    if (shift !== 0) {
      this.reserve(Math.max(0, shift));
      this.bytes.copyWithin(start + shift, start, this.at);
    }
    const end = this.at + shift;
    this.at = start - LENGTH_BYTES;
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
