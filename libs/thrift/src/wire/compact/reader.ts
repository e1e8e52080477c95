import { ByteReader } from '../byte-reader.ts';
import type { ListHeader, MapHeader, ProtocolReader } from '../protocol.ts';
import type { WireType } from '../wire-type.ts';
import { TRUE, typeOfNumber } from './type-number.ts';

/** Thrift's compact protocol, read. */
export class CompactReader implements ProtocolReader {
  readonly #in: ByteReader;
  #fieldId = 0;
  #fieldNumber = 0;

  constructor(bytes: Uint8Array) {
    this.#in = new ByteReader(bytes, 'compact');
  }

  get fieldId(): number {
    return this.#fieldId;
  }

  get fieldType(): WireType {
    return this.#type(this.#fieldNumber);
  }

  nextField(previousId: number): boolean {
    const header = this.#in.byte();
    this.#fieldNumber = header & 15;
    if (this.#fieldNumber === 0) return false;
    this.#fieldId = header >> 4 === 0 ? this.i16() : previousId + (header >> 4);
    return true;
  }

  booleanField(): boolean {
    return this.#fieldNumber === TRUE;
  }

  listBegin(): ListHeader {
    const header = this.#in.byte();
    const size = header >> 4 === 15 ? this.size() : this.#in.checkedCount(header >> 4);
    return { size, element: this.#type(header & 15) };
  }

  mapBegin(): MapHeader {
    const size = this.size();
    if (size === 0) return { size, key: null, value: null };
    const types = this.#in.byte();
    return { size, key: this.#type(types >> 4), value: this.#type(types & 15) };
  }

  boolean(): boolean {
    return this.#in.byte() === TRUE;
  }

  byte(): number {
    return (this.#in.byte() << 24) >> 24;
  }

  i16(): number {
    return this.#integer(16);
  }

  i32(): number {
    return this.#integer(32);
  }

  i64(): number | bigint {
    const value = this.#varint();
    if (typeof value === 'number') return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
    const exact = (value >> 1n) ^ -(value & 1n);
    const near = Number(exact);
    return Number.isSafeInteger(near) ? near : exact;
  }

  double(): number {
    return this.#in.double(true);
  }

  text(): string {
    return this.#in.text(this.size());
  }

  take(count: number): Uint8Array {
    return this.#in.take(count);
  }

  size(): number {
    return this.#in.checkedCount(Number(this.#varint()));
  }

  broken(what: string): Error {
    return this.#in.broken(what);
  }

  expectEnd(): void {
    if (this.#in.left > 0) throw this.broken(`the value ends, and ${this.#in.left} bytes follow`);
  }

  #integer(bits: 16 | 32): number {
    const value = this.i64();
    const end = 2 ** (bits - 1);
    if (value >= -end && value < end) return Number(value);
    throw this.broken(`${value} is beyond i${bits}`);
  }

  #type(number: number): WireType {
    const type = typeOfNumber[number];
    if (type === undefined) throw this.broken(`${number} is not a wire type`);
    return type;
  }

  /** Seven bits a byte, the lowest first: up to 49 bits as a number, up to 64 as a bigint. */
  #varint(): number | bigint {
    let value = 0;
    for (let scale = 1; scale < 2 ** 49; scale *= 128) {
      const byte = this.#in.byte();
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
    let exact = BigInt(value);
    for (let shift = 49n; shift < 70n; shift += 7n) {
      const byte = this.#in.byte();
      exact |= BigInt(byte & 127) << shift;
      if (byte >= 128) continue;
      if (exact < 1n << 64n) return exact;
      break;
    }
    throw this.broken('an integer has more than 64 bits');
  }
}
