/** Every engine has it, and this package's types know no engine. */
declare const TextEncoder: { new (): { encode(text: string): Uint8Array } };

const utf8 = new TextEncoder();

const FIRST_BYTES = 256;

/** Bytes that grow as they are written. What it writes is what both protocols are made of. */
export class ByteWriter {
  #bytes = new Uint8Array(FIRST_BYTES);
  #view = new DataView(this.#bytes.buffer);
  #length = 0;

  /** What was written, in memory of its own. */
  bytes(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }

  /** The low 8 bits. */
  byte(value: number): void {
    const at = this.#grow(1);
    this.#bytes[at] = value;
  }

  /** Big-endian, the low 16 bits. */
  int16(value: number): void {
    const at = this.#grow(2);
    this.#view.setInt16(at, value);
  }

  /** Big-endian, the low 32 bits. */
  int32(value: number): void {
    const at = this.#grow(4);
    this.#view.setInt32(at, value);
  }

  /** Big-endian, the low 64 bits. */
  int64(value: bigint): void {
    const at = this.#grow(8);
    this.#view.setBigInt64(at, value);
  }

  /** All 64 bits, so that -0 stays what it is; the bits of a NaN are the engine's. */
  double(value: number, isLittleEndian: boolean): void {
    const at = this.#grow(8);
    this.#view.setFloat64(at, value, isLittleEndian);
  }

  /** Seven bits a byte, the lowest first; the top bit says that more follow. From 0 to 2^53 - 1. */
  varint(value: number): void {
    let rest = value;
    while (rest > 127) {
      this.byte((rest & 127) | 128);
      rest = rest > 0x7fffffff ? Math.floor(rest / 128) : rest >>> 7;
    }
    this.byte(rest);
  }

  /** The same of any unsigned integer. */
  longVarint(value: bigint): void {
    let rest = value;
    for (; rest > 127n; rest >>= 7n) this.byte(Number(rest & 127n) | 128);
    this.byte(Number(rest));
  }

  append(bytes: Uint8Array): void {
    const at = this.#grow(bytes.length);
    this.#bytes.set(bytes, at);
  }

  /** Makes room for so many bytes and answers where they go. It may move all bytes, so it is called before they are looked at. */
  #grow(count: number): number {
    const at = this.#length;
    const needed = at + count;
    if (needed > this.#bytes.length) {
      const grown = new Uint8Array(Math.max(needed, this.#bytes.length * 2));
      grown.set(this.#bytes);
      this.#bytes = grown;
      this.#view = new DataView(grown.buffer);
    }
    this.#length = needed;
    return at;
  }
}

/** Text as UTF-8. Half a surrogate pair has no UTF-8; it becomes U+FFFD. */
export const utf8Of = (text: string): Uint8Array => utf8.encode(text);
