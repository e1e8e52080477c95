/** Up to here bytes are copied one by one: a view to copy from costs more. */
const SHORT = 512;

/** Copies of bytes, one behind the other in memory that is used again. */
export class KeptBytes {
  /** Made anew when it grows. */
  bytes: Uint8Array;
  end = 0;

  constructor(bytes: number) {
    this.bytes = new Uint8Array(bytes);
  }

  clear(): void {
    this.end = 0;
  }

  /** Copies [from, to) of what is given and answers where it stands; it goes up to `end`. */
  put(source: Uint8Array, from: number, to: number): number {
    const start = this.end;
    this.end = start + to - from;
    if (this.end > this.bytes.length) this.#grow();
    const { bytes } = this;
    if (to - from > SHORT) bytes.set(source.subarray(from, to), start);
    else for (let at = from, target = start; at < to; at++, target++) bytes[target] = source[at] as number;
    return start;
  }

  #grow(): void {
    const grown = new Uint8Array(2 * this.end);
    grown.set(this.bytes);
    this.bytes = grown;
  }
}
