import type { WireType } from './wire-type.ts';

/**
 * What a protocol writes. Structs and values are walked in one place for all protocols (`write-value.ts`); a protocol only knows how each piece
 * looks as bytes. Integers have been checked against their type.
 */
export interface ProtocolWriter {
  /** `previousId` is that of the field before in the same struct, 0 at its beginning. */
  fieldBegin(type: WireType, id: number, previousId: number): void;
  /** A field that is a boolean, with its value. */
  booleanField(value: boolean, id: number, previousId: number): void;
  structEnd(): void;
  listBegin(element: WireType, size: number): void;
  mapBegin(key: WireType, value: WireType, size: number): void;
  boolean(value: boolean): void;
  byte(value: number): void;
  i16(value: number): void;
  i32(value: number): void;
  i64(value: number | bigint): void;
  double(value: number): void;
  text(value: string): void;
  bytes(): Uint8Array;
}

/**
 * What a protocol reads, piece by piece as they come. It throws INVALID_ARGUMENT for bytes that end early or make no sense; sizes it answers are
 * never more than the bytes that are left.
 */
export interface ProtocolReader {
  /** Of the field that {@link nextField} came to. */
  readonly fieldId: number;
  readonly fieldType: WireType;
  /** False at the end of the struct. `previousId` is that of the field before in the same struct, 0 at its beginning. */
  nextField(previousId: number): boolean;
  /** The value of a field that is a boolean. */
  booleanField(): boolean;
  listBegin(): ListHeader;
  mapBegin(): MapHeader;
  boolean(): boolean;
  byte(): number;
  i16(): number;
  i32(): number;
  /** A number where that is exact. */
  i64(): number | bigint;
  double(): number;
  text(): string;
  /** So many raw bytes, in memory shared with what is read. */
  take(count: number): Uint8Array;
  /** The size of a text or of binary data, before its bytes. */
  size(): number;
  broken(what: string): Error;
  expectEnd(): void;
}

export interface ListHeader {
  readonly size: number;
  readonly element: WireType;
}

export interface MapHeader {
  readonly size: number;
  /** Null where the map is empty and the protocol says no types then. */
  readonly key: WireType | null;
  readonly value: WireType | null;
}
