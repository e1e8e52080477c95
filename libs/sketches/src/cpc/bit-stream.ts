/** Writes bits, the lowest of each number first, into bytes that grow as needed. */
export class BitWriter {
  #bytes: Uint8Array;
  #end = 0;
  #pending = 0;
  #pendingBits = 0;

  /** `size`: how many bytes it will be, at a guess. */
  constructor(size: number) {
    this.#bytes = new Uint8Array(size + 8);
  }

  /** The low `count` bits of a value that has no others; 24 at most. */
  write(value: number, count: number): void {
    this.#pending |= value << this.#pendingBits;
    this.#pendingBits += count;
    while (this.#pendingBits >= 8) {
      this.#push(this.#pending & 0xff);
      this.#pending >>>= 8;
      this.#pendingBits -= 8;
    }
  }

  /** So many zeros, then a 1. */
  writeUnary(zeros: number): void {
    for (let left = zeros; left >= 16; left -= 16) this.write(0, 16);
    this.write(2 ** (zeros % 16), (zeros % 16) + 1);
  }

  /** Whole words of 32 bits, the last filled up with zeros. */
  finish(): Uint8Array {
    if (this.#pendingBits > 0) this.write(0, 8 - this.#pendingBits);
    while (this.#end % 4 !== 0) this.#push(0);
    return this.#bytes.subarray(0, this.#end);
  }

  #push(byte: number): void {
    if (this.#end === this.#bytes.length) {
      const grown = new Uint8Array(2 * this.#bytes.length);
      grown.set(this.#bytes);
      this.#bytes = grown;
    }
    this.#bytes[this.#end++] = byte;
  }
}

/** Reads what `BitWriter` wrote. Beyond the end there are zeros; whoever reads asks `isPastEnd`. */
export class BitReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get isPastEnd(): boolean {
    return this.#at > 8 * this.#bytes.length;
  }

  /** True where so many zeros more come to the end of the last word, filled up with zeros. */
  endsAfter(zeros: number): boolean {
    const bytes = this.#bytes.length;
    if (Math.ceil((this.#at + zeros) / 32) * 4 !== bytes) return false;
    while (this.#at < 8 * bytes && this.peek() === 0) this.#at += 12;
    return this.#at >= 8 * bytes;
  }

  /** The next 12 bits, which stay. */
  peek(): number {
    const bytes = this.#bytes;
    const byte = this.#at >>> 3;
    if (byte + 2 < bytes.length) {
      const bits = (bytes[byte] as number) | ((bytes[byte + 1] as number) << 8) | ((bytes[byte + 2] as number) << 16);
      return (bits >>> (this.#at & 7)) & 0xfff;
    }
    return (((bytes[byte] ?? 0) | ((bytes[byte + 1] ?? 0) << 8)) >>> (this.#at & 7)) & 0xfff;
  }

  skip(count: number): void {
    this.#at += count;
  }

  /** The next `count` bits, 26 at most. */
  read(count: number): number {
    let value = 0;
    for (let done = 0; done < count; ) {
      const some = Math.min(12, count - done);
      value |= (this.peek() & (2 ** some - 1)) << done;
      this.#at += some;
      done += some;
    }
    return value;
  }

  /** How many zeros stand before the next 1; past the end when there is no 1. */
  readUnary(): number {
    let zeros = 0;
    for (; !this.isPastEnd; zeros += 12) {
      const bits = this.peek();
      if (bits !== 0) {
        const more = 31 - Math.clz32(bits & -bits);
        this.#at += more + 1;
        return zeros + more;
      }
      this.#at += 12;
    }
    return zeros;
  }
}
