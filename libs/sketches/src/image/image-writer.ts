/** Writes an image field by field, least significant byte first. Grows as needed. */
export class ImageWriter {
  #bytes: Uint8Array;
  #view: DataView;
  #end = 0;

  /** `size`: how many bytes it will be, at a guess. */
  constructor(size = 64) {
    this.#bytes = new Uint8Array(size);
    this.#view = new DataView(this.#bytes.buffer);
  }

  byte(value: number): void {
    const at = this.#step(1);
    this.#view.setUint8(at, value);
  }

  uint16(value: number): void {
    const at = this.#step(2);
    this.#view.setUint16(at, value, true);
  }

  uint32(value: number): void {
    const at = this.#step(4);
    this.#view.setUint32(at, value, true);
  }

  float32(value: number): void {
    const at = this.#step(4);
    this.#view.setFloat32(at, value, true);
  }

  float64(value: number): void {
    const at = this.#step(8);
    this.#view.setFloat64(at, value, true);
  }

  long(value: number | bigint): void {
    const at = this.#step(8);
    this.#view.setBigInt64(at, BigInt(value), true);
  }

  bytes(value: Uint8Array): void {
    const at = this.#step(value.length);
    this.#bytes.set(value, at);
  }

  /** What was written, in memory of its own. */
  image(): Uint8Array {
    return this.#bytes.slice(0, this.#end);
  }

  #step(length: number): number {
    const at = this.#end;
    this.#end += length;
    if (this.#end > this.#bytes.length) {
      const grown = new Uint8Array(Math.max(2 * this.#bytes.length, this.#end));
      grown.set(this.#bytes);
      this.#bytes = grown;
      this.#view = new DataView(grown.buffer);
    }
    return at;
  }
}
