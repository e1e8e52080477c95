import { IsochronError } from '@isochron/schema';

/** Every engine has it, and this package's types know no engine. */
declare const TextDecoder: {
  new (
    label: 'utf-8',
    options: { readonly ignoreBOM: boolean; readonly fatal: boolean },
  ): { decode(bytes: Uint8Array): string };
};

/** A byte order mark is a character like any other: Thrift's text begins where its bytes begin. */
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true });

/**
 * A place in bytes that moves on as they are read, and never past their end. It throws INVALID_ARGUMENT with the place and, by `protocol`,
 * what the bytes were taken for.
 */
export class ByteReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #protocol: string;
  #at = 0;

  constructor(bytes: Uint8Array, protocol: string) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#protocol = protocol;
  }

  get left(): number {
    return this.#bytes.length - this.#at;
  }

  /** 0 to 255. */
  byte(): number {
    const byte = this.#bytes[this.#at];
    if (byte === undefined) throw this.broken('the bytes end before the value does');
    this.#at++;
    return byte;
  }

  int16(): number {
    return this.#view.getInt16(this.#pass(2));
  }

  int32(): number {
    return this.#view.getInt32(this.#pass(4));
  }

  int64(): bigint {
    return this.#view.getBigInt64(this.#pass(8));
  }

  double(isLittleEndian: boolean): number {
    return this.#view.getFloat64(this.#pass(8), isLittleEndian);
  }

  /** Memory shared with the bytes that are read. */
  take(count: number): Uint8Array {
    const at = this.#pass(count);
    return this.#bytes.subarray(at, at + count);
  }

  text(byteCount: number): string {
    const bytes = this.take(byteCount);
    try {
      return utf8.decode(bytes);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      throw this.broken('a text is not UTF-8');
    }
  }

  /**
   * A count of bytes or elements, as it was read. It is not more than what is left, because every element takes a byte at least: nothing is
   * allocated on the word of a count alone.
   */
  checkedCount(count: number): number {
    if (count < 0) throw this.broken(`a size is negative: ${count}`);
    if (count > this.left)
      throw this.broken(`${count} bytes or elements are announced where ${this.left} bytes are left`);
    return count;
  }

  broken(what: string): IsochronError {
    return new IsochronError(
      'INVALID_ARGUMENT',
      `These bytes are not ${this.#protocol} Thrift: at byte ${this.#at}, ${what}.`,
    );
  }

  #pass(count: number): number {
    if (count > this.left) throw this.broken('the bytes end before the value does');
    this.#at += count;
    return this.#at - count;
  }
}
