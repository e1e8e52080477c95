const INITIAL_BYTES = 1024;

/** Up to here the zigzag of a number is exact in doubles. */
const NEAR = 2 ** 52;
const ZIGZAG_INT_MAX = 2 ** 30;

/** Avro's primitives, written one after the other into memory that grows and is used again. */
export class AvroOutput {
  #bytes = new Uint8Array(INITIAL_BYTES);
  #view = new DataView(this.#bytes.buffer);
  #length = 0;

  /** How many bytes are written. */
  get length(): number {
    return this.#length;
  }

  clear(): void {
    this.#length = 0;
  }

  /** Holds what is written in its first `length` bytes, until more is written. */
  get memory(): Uint8Array {
    return this.#bytes;
  }

  /** What is written, as a copy. */
  toBytes(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }

  byte(value: number): void {
    this.#reserve(1);
    this.#bytes[this.#length++] = value;
  }

  /** A long, which is also what an int, a length and a union's branch are: zigzag, then seven bits a byte, the low ones first. */
  long(value: number | bigint): void {
    this.#reserve(10);
    if (typeof value === 'bigint' || value >= NEAR || value < -NEAR) this.#farLong(BigInt(value));
    else if (value < ZIGZAG_INT_MAX && value >= -ZIGZAG_INT_MAX) this.#word((value << 1) ^ (value >> 31));
    else this.#nearLong(value >= 0 ? 2 * value : -2 * value - 1);
  }

  float(value: number): void {
    this.#reserve(4);
    this.#view.setFloat32(this.#length, value, true);
    this.#length += 4;
  }

  double(value: number): void {
    this.#reserve(8);
    this.#view.setFloat64(this.#length, value, true);
    this.#length += 8;
  }

  bytes(value: Uint8Array): void {
    this.long(value.length);
    this.written(value);
  }

  /** What is Avro already. */
  written(value: Uint8Array): void {
    this.#reserve(value.length);
    this.#bytes.set(value, this.#length);
    this.#length += value.length;
  }

  /** UTF-8; a lone surrogate is written as U+FFFD. */
  text(value: string): void {
    const end = this.begin();
    for (let at = 0; at < value.length; at++) {
      const unit = value.charCodeAt(at);
      if (unit < 0x80) this.byte(unit);
      else {
        const point = value.codePointAt(at) as number;
        if (point >= 0x10000) at++;
        this.#character(point >= 0xd800 && point < 0xe000 ? 0xfffd : point);
      }
    }
    this.end(end);
  }

  /** What is written from here on will have its length in bytes before it; give the answer to {@link end}. */
  begin(): number {
    this.#reserve(1);
    this.#length++;
    return this.#length;
  }

  /** A length of more than one byte has what stands behind it moved. */
  end(start: number): void {
    const size = this.#length - start;
    const moved = lengthBytes(size) - 1;
    if (moved > 0) {
      this.#reserve(moved);
      this.#bytes.copyWithin(start + moved, start, start + size);
    }
    this.#length = start - 1;
    this.long(size);
    this.#length += size;
  }

  #word(zigzag: number): void {
    let rest = zigzag >>> 0;
    for (; rest > 0x7f; rest >>>= 7) this.#bytes[this.#length++] = (rest & 0x7f) | 0x80;
    this.#bytes[this.#length++] = rest;
  }

  #nearLong(zigzag: number): void {
    let rest = zigzag;
    for (; rest > 0x7f; rest = Math.floor(rest / 128)) this.#bytes[this.#length++] = (rest % 128) | 0x80;
    this.#bytes[this.#length++] = rest;
  }

  #farLong(value: bigint): void {
    let rest = BigInt.asUintN(64, (value << 1n) ^ (value >> 63n));
    for (; rest > 0x7fn; rest >>= 7n) this.#bytes[this.#length++] = Number(rest & 0x7fn) | 0x80;
    this.#bytes[this.#length++] = Number(rest);
  }

  #character(point: number): void {
    this.#reserve(4);
    const bytes = this.#bytes;
    if (point < 0x800) bytes[this.#length++] = 0xc0 | (point >> 6);
    else {
      if (point < 0x10000) bytes[this.#length++] = 0xe0 | (point >> 12);
      else {
        bytes[this.#length++] = 0xf0 | (point >> 18);
        bytes[this.#length++] = 0x80 | ((point >> 12) & 0x3f);
      }
      bytes[this.#length++] = 0x80 | ((point >> 6) & 0x3f);
    }
    bytes[this.#length++] = 0x80 | (point & 0x3f);
  }

  #reserve(bytes: number): void {
    if (this.#length + bytes <= this.#bytes.length) return;
    const grown = new Uint8Array(2 * (this.#length + bytes));
    grown.set(this.#bytes);
    this.#bytes = grown;
    this.#view = new DataView(grown.buffer);
  }
}

/** How many bytes a length takes, whose zigzag is its double. */
function lengthBytes(length: number): number {
  let bytes = 1;
  for (let rest = 2 * length; rest > 0x7f; rest = Math.floor(rest / 128)) bytes++;
  return bytes;
}
