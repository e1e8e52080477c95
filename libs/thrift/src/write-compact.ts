import { utf8ToBytes } from '@noble/hashes/utils.js';
import { compactType, compactTypes } from './compact-type.ts';
import type { StructDescriptor, TypeDescriptor } from './descriptor.ts';

/**
 * A value in Thrift's compact protocol: fields by ascending id, maps in the order of their properties. Fields that were unknown when the
 * value was read from JSON have no id and are left out.
 */
export function toCompact<T extends object>(struct: StructDescriptor<T>, value: T): Uint8Array {
  const writer = new CompactWriter();
  writer.struct(struct, value);
  return writer.bytes();
}

class CompactWriter {
  readonly #bytes: number[] = [];

  bytes(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }

  struct(struct: StructDescriptor<unknown>, value: object): void {
    // Generated types have exactly the fields of their descriptor, so a value can be asked for them by name.
    const fields = value as Readonly<Record<string, unknown>>;
    let lastId = 0;
    for (const field of struct.fields) {
      const content = fields[field.name];
      if (content === undefined) continue;
      this.#fieldHeader(fieldType(field.type, content), field.id, lastId);
      if (field.type.kind !== 'bool') this.#value(field.type, content);
      lastId = field.id;
    }
    this.#bytes.push(0);
  }

  /** Ids less than 16 apart share a byte with the type. */
  #fieldHeader(type: number, id: number, lastId: number): void {
    const step = id - lastId;
    if (step > 0 && step <= 15) {
      this.#bytes.push((step << 4) | type);
      return;
    }
    this.#bytes.push(type);
    this.#zigzag(BigInt(id));
  }

  /** `value` has the type that `type` describes, because its struct's generated type says so. */
  #value(type: TypeDescriptor, value: unknown): void {
    switch (type.kind) {
      case 'bool':
        this.#bytes.push(value === true ? compactTypes.true : compactTypes.false);
        return;
      case 'byte':
        this.#bytes.push(Number(value) & 255);
        return;
      case 'i16':
      case 'i32':
      case 'i64':
      case 'enum':
        this.#zigzag(BigInt(value as number | bigint));
        return;
      case 'double':
        this.#double(Number(value));
        return;
      case 'string':
        this.#text(String(value));
        return;
      case 'bytes':
        this.#elements({ kind: 'byte' }, [...(value as Uint8Array)]);
        return;
      case 'list':
        this.#elements(type.element, value as readonly unknown[]);
        return;
      case 'map':
        this.#map(type.key, type.value, Object.entries(value as Readonly<Record<string, unknown>>));
        return;
      case 'struct':
        this.struct(type.struct(), value as object);
        return;
    }
  }

  #elements(type: TypeDescriptor, elements: readonly unknown[]): void {
    if (elements.length < 15) this.#bytes.push((elements.length << 4) | compactType(type));
    else {
      this.#bytes.push(0xf0 | compactType(type));
      this.#unsigned(BigInt(elements.length));
    }
    for (const element of elements) this.#value(type, element);
  }

  /** An empty map is a zero and has no types. */
  #map(keyType: TypeDescriptor, valueType: TypeDescriptor, entries: readonly (readonly [string, unknown])[]): void {
    this.#unsigned(BigInt(entries.length));
    if (entries.length === 0) return;
    this.#bytes.push((compactType(keyType) << 4) | compactType(valueType));
    for (const [key, value] of entries) {
      this.#value(keyType, keyType.kind === 'string' ? key : Number(key));
      this.#value(valueType, value);
    }
  }

  #text(text: string): void {
    const bytes = utf8ToBytes(text);
    this.#unsigned(BigInt(bytes.length));
    for (const byte of bytes) this.#bytes.push(byte);
  }

  #double(value: number): void {
    const view = new DataView(new ArrayBuffer(8));
    view.setFloat64(0, value, true);
    for (let at = 0; at < 8; at++) this.#bytes.push(view.getUint8(at));
  }

  /** Small magnitudes of either sign become small numbers: 0, -1, 1, -2 are 0, 1, 2, 3. */
  #zigzag(value: bigint): void {
    this.#unsigned(BigInt.asUintN(64, (value << 1n) ^ (value >> 63n)));
  }

  /** Seven bits a byte, the lowest first; the top bit says that more follow. */
  #unsigned(value: bigint): void {
    let rest = value;
    while (rest > 127n) {
      this.#bytes.push(Number(rest & 127n) | 128);
      rest >>= 7n;
    }
    this.#bytes.push(Number(rest));
  }
}

function fieldType(type: TypeDescriptor, content: unknown): number {
  if (type.kind === 'bool') return content === true ? compactTypes.true : compactTypes.false;
  return compactType(type);
}
