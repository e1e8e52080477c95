import { IsochronError } from '@isochron/schema';

/**
 * Reads an image field by field, least significant byte first. Whatever is missing, left over or out of its range is a DATA_LOSS that names
 * the kind of sketch, the field and what was found. Lengths are checked against the bytes there are before anything is allocated.
 */
export class ImageReader {
  readonly #what: string;
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #at = 0;

  /** `what` is the kind of sketch, for errors: `KLL floats`. */
  constructor(what: string, bytes: Uint8Array) {
    this.#what = what;
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  /** How many bytes were read so far. */
  get position(): number {
    return this.#at;
  }

  /** How many bytes are left. */
  get left(): number {
    return this.#bytes.length - this.#at;
  }

  byte(field: string): number {
    return this.#view.getUint8(this.#step(1, field));
  }

  uint16(field: string): number {
    return this.#view.getUint16(this.#step(2, field), true);
  }

  uint32(field: string): number {
    return this.#view.getUint32(this.#step(4, field), true);
  }

  int32(field: string): number {
    return this.#view.getInt32(this.#step(4, field), true);
  }

  float32(field: string): number {
    return this.#view.getFloat32(this.#step(4, field), true);
  }

  float64(field: string): number {
    return this.#view.getFloat64(this.#step(8, field), true);
  }

  /** A signed 64-bit number; a bigint only where a number would lie. */
  long(field: string): number | bigint {
    const value = this.#view.getBigInt64(this.#step(8, field), true);
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : value;
  }

  /** A signed 64-bit number that counts something: in [0, 2^53). */
  count(field: string): number {
    const value = this.#view.getBigInt64(this.#step(8, field), true);
    if (value < 0n || value > BigInt(Number.MAX_SAFE_INTEGER)) this.fail(`${field} is ${value}, not a count`);
    return Number(value);
  }

  /** The next `length` bytes, sharing memory with the image. */
  bytes(length: number, field: string): Uint8Array {
    const at = this.#step(length, field);
    return this.#bytes.subarray(at, at + length);
  }

  /** Fails unless `value` is one of `allowed`. */
  among(value: number, allowed: readonly number[], field: string): number {
    if (!allowed.includes(value)) this.fail(`${field} is ${value}, not ${allowed.join(' or ')}`);
    return value;
  }

  /** Fails unless `value` is in [least, greatest]. */
  within(value: number, least: number, greatest: number, field: string): number {
    if (!(value >= least && value <= greatest)) this.fail(`${field} is ${value}, not in [${least}, ${greatest}]`);
    return value;
  }

  /** Fails unless all bytes were read. */
  end(): void {
    if (this.left > 0) this.fail(`${this.left} bytes are left over after ${this.#at}`);
  }

  fail(sentence: string): never {
    throw new IsochronError('DATA_LOSS', `not a ${this.#what} sketch: ${sentence}`);
  }

  #step(length: number, field: string): number {
    if (length > this.left) this.fail(`${field} wants ${length} bytes at ${this.#at}, and ${this.left} are left`);
    const at = this.#at;
    this.#at += length;
    return at;
  }
}
