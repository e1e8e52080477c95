import type { StructDescriptor, TypeDescriptor } from '@isochron/thrift';
import type { OracleType, Structs } from '../../../oracle/thrift/src/index.ts';

/** The descriptors as the oracle is told of them. */
export function structsOf(structs: readonly StructDescriptor<unknown>[]): Structs {
  return Object.fromEntries(
    structs.map(({ name, fields }) => [
      name,
      fields.map((field) => ({ id: field.id, name: field.name, type: oracleType(field.type) })),
    ]),
  );
}

function oracleType(type: TypeDescriptor): OracleType {
  switch (type.kind) {
    case 'bytes':
      return { kind: 'list', element: { kind: 'byte' } };
    case 'enum':
      return { kind: 'i32' };
    case 'list':
      return { kind: 'list', element: oracleType(type.element) };
    case 'map':
      return { kind: 'map', key: oracleType(type.key), value: oracleType(type.value) };
    case 'struct':
      return { kind: 'struct', struct: type.struct().name };
    default:
      return { kind: type.kind };
  }
}

/** A struct as it travels to the oracle and back: fields by ascending id, longs as text, doubles as the hex of their bits, maps as pairs. */
export function plainStruct(struct: StructDescriptor<unknown>, value: object): object {
  // Generated types have exactly the fields of their descriptor, so a value can be asked for them by name.
  const fields = value as Readonly<Record<string, unknown>>;
  const present = struct.fields.filter(({ name }) => fields[name] !== undefined);
  return Object.fromEntries(present.map(({ name, type }) => [name, plainValue(type, fields[name])]));
}

/** `value` has the type that `type` describes, because its struct's generated type says so. */
function plainValue(type: TypeDescriptor, value: unknown): unknown {
  switch (type.kind) {
    case 'i64':
      return String(value);
    case 'double':
      return hexOfDouble(value as number);
    case 'bytes':
      return Array.from(value as Uint8Array, (byte) => (byte << 24) >> 24);
    case 'list':
      return (value as readonly unknown[]).map((element) => plainValue(type.element, element));
    case 'map':
      return Object.entries(value as object).map(([key, content]) => [
        type.key.kind === 'string' ? key : Number(key),
        plainValue(type.value, content),
      ]);
    case 'struct':
      return plainStruct(type.struct(), value as object);
    default:
      return value;
  }
}

function hexOfDouble(value: number): string {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(value);
  return bytes.toString('hex');
}
