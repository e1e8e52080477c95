import { ByteReader } from '../byte-reader.ts';
import type { ListHeader, MapHeader, ProtocolReader } from '../protocol.ts';
import type { WireType } from '../wire-type.ts';
import { typeOfNumber } from './type-number.ts';

/** Thrift's binary protocol, read. */
export class BinaryReader implements ProtocolReader {
  readonly #in: ByteReader;
  #fieldId = 0;
  #fieldNumber = 0;

  constructor(bytes: Uint8Array) {
    this.#in = new ByteReader(bytes, 'binary');
  }

  get fieldId(): number {
    return this.#fieldId;
  }

  get fieldType(): WireType {
    return this.#type(this.#fieldNumber);
  }

  nextField(): boolean {
    this.#fieldNumber = this.#in.byte();
    if (this.#fieldNumber === 0) return false;
    this.#fieldId = this.#in.int16();
    return true;
  }

  booleanField(): boolean {
    return this.boolean();
  }

  listBegin(): ListHeader {
    const element = this.#type(this.#in.byte());
    return { size: this.size(), element };
  }

  mapBegin(): MapHeader {
    const key = this.#in.byte();
    const value = this.#in.byte();
    const size = this.size();
    return size === 0 ? { size, key: null, value: null } : { size, key: this.#type(key), value: this.#type(value) };
  }

  boolean(): boolean {
    return this.#in.byte() !== 0;
  }

  byte(): number {
    return (this.#in.byte() << 24) >> 24;
  }

  i16(): number {
    return this.#in.int16();
  }

  i32(): number {
    return this.#in.int32();
  }

  i64(): number | bigint {
    const exact = this.#in.int64();
    const near = Number(exact);
    return Number.isSafeInteger(near) ? near : exact;
  }

  double(): number {
    return this.#in.double(false);
  }

  text(): string {
    return this.#in.text(this.size());
  }

  take(count: number): Uint8Array {
    return this.#in.take(count);
  }

  size(): number {
    return this.#in.checkedCount(this.#in.int32());
  }

  broken(what: string): Error {
    return this.#in.broken(what);
  }

  expectEnd(): void {
    if (this.#in.left > 0) throw this.broken(`the value ends, and ${this.#in.left} bytes follow`);
  }

  #type(number: number): WireType {
    const type = typeOfNumber[number];
    if (type === undefined) throw this.broken(`${number} is not a wire type`);
    return type;
  }
}
