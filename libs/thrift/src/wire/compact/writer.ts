import { ByteWriter, utf8Of } from '../byte-writer.ts';
import type { ProtocolWriter } from '../protocol.ts';
import type { WireType } from '../wire-type.ts';
import { FALSE, numberOfType, TRUE } from './type-number.ts';

/** Up to here twice a number and one is exact, so that a long needs no bigint. */
const NEAR = 2 ** 52;

/** Thrift's compact protocol: integers take as many bytes as they need, ids stand as steps, doubles low byte first. */
export class CompactWriter implements ProtocolWriter {
  readonly #out = new ByteWriter();

  bytes(): Uint8Array {
    return this.#out.bytes();
  }

  fieldBegin(type: WireType, id: number, previousId: number): void {
    this.#fieldHeader(numberOfType[type], id, previousId);
  }

  booleanField(value: boolean, id: number, previousId: number): void {
    this.#fieldHeader(value ? TRUE : FALSE, id, previousId);
  }

  structEnd(): void {
    this.#out.byte(0);
  }

  /** Sizes below 15 share a byte with the type. */
  listBegin(element: WireType, size: number): void {
    this.#out.byte((Math.min(size, 15) << 4) | numberOfType[element]);
    if (size >= 15) this.#out.varint(size);
  }

  /** An empty map is a zero and has no types. */
  mapBegin(key: WireType, value: WireType, size: number): void {
    this.#out.varint(size);
    if (size > 0) this.#out.byte((numberOfType[key] << 4) | numberOfType[value]);
  }

  boolean(value: boolean): void {
    this.#out.byte(value ? TRUE : FALSE);
  }

  byte(value: number): void {
    this.#out.byte(value);
  }

  i16(value: number): void {
    this.#zigzag(value);
  }

  i32(value: number): void {
    this.#zigzag(value);
  }

  i64(value: number | bigint): void {
    if (value > -NEAR && value < NEAR) this.#zigzag(Number(value));
    else {
      const exact = BigInt(value);
      this.#out.longVarint(BigInt.asUintN(64, (exact << 1n) ^ (exact >> 63n)));
    }
  }

  double(value: number): void {
    this.#out.double(value, true);
  }

  text(value: string): void {
    const bytes = utf8Of(value);
    this.#out.varint(bytes.length);
    this.#out.append(bytes);
  }

  /** Ids less than 16 apart share a byte with the type. */
  #fieldHeader(type: number, id: number, previousId: number): void {
    const step = id - previousId;
    if (step > 0 && step <= 15) {
      this.#out.byte((step << 4) | type);
      return;
    }
    this.#out.byte(type);
    this.#zigzag(id);
  }

  /** Small magnitudes of either sign become small numbers: 0, -1, 1, -2 are 0, 1, 2, 3. */
  #zigzag(value: number): void {
    this.#out.varint(value >= 0 ? value * 2 : -value * 2 - 1);
  }
}
