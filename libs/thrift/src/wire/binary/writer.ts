import { ByteWriter, utf8Of } from '../byte-writer.ts';
import type { ProtocolWriter } from '../protocol.ts';
import type { WireType } from '../wire-type.ts';
import { numberOfType } from './type-number.ts';

/** Thrift's binary protocol: everything has its fixed size, high byte first. */
export class BinaryWriter implements ProtocolWriter {
  readonly #out = new ByteWriter();

  bytes(): Uint8Array {
    return this.#out.bytes();
  }

  fieldBegin(type: WireType, id: number): void {
    this.#out.byte(numberOfType[type]);
    this.#out.int16(id);
  }

  booleanField(value: boolean, id: number): void {
    this.fieldBegin('bool', id);
    this.boolean(value);
  }

  structEnd(): void {
    this.#out.byte(0);
  }

  listBegin(element: WireType, size: number): void {
    this.#out.byte(numberOfType[element]);
    this.#out.int32(size);
  }

  mapBegin(key: WireType, value: WireType, size: number): void {
    this.#out.byte(numberOfType[key]);
    this.#out.byte(numberOfType[value]);
    this.#out.int32(size);
  }

  boolean(value: boolean): void {
    this.#out.byte(value ? 1 : 0);
  }

  byte(value: number): void {
    this.#out.byte(value);
  }

  i16(value: number): void {
    this.#out.int16(value);
  }

  i32(value: number): void {
    this.#out.int32(value);
  }

  i64(value: number | bigint): void {
    this.#out.int64(BigInt(value));
  }

  double(value: number): void {
    this.#out.double(value, false);
  }

  text(value: string): void {
    const bytes = utf8Of(value);
    this.#out.int32(bytes.length);
    this.#out.append(bytes);
  }
}
