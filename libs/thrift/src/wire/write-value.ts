import { IsochronError } from '@isochron/schema';
import type { FieldDescriptor, StructDescriptor, TypeDescriptor } from '../descriptor.ts';
import { type IntegerKind, integerBounds } from '../integer-bounds.ts';
import type { ProtocolWriter } from './protocol.ts';
import { wireTypeOf } from './wire-type.ts';

/**
 * Writes a struct field by field, by ascending id, and maps in the order of their properties. Fields that were unknown when the value was
 * read from JSON have no id and are left out. Throws INVALID_ARGUMENT for an integer that its type does not hold.
 */
export function writeStruct(out: ProtocolWriter, struct: StructDescriptor<unknown>, value: object): void {
  // Generated types have exactly the fields of their descriptor, so a value can be asked for them by name.
  const fields = value as Readonly<Record<string, unknown>>;
  let previousId = 0;
  for (const field of struct.fields) {
    const content = fields[field.name];
    if (content === undefined) continue;
    writeField(out, struct, field, content, previousId);
    previousId = field.id;
  }
  out.structEnd();
}

function writeField(
  out: ProtocolWriter,
  struct: StructDescriptor<unknown>,
  field: FieldDescriptor,
  content: unknown,
  previousId: number,
): void {
  if (field.type.kind === 'bool') {
    out.booleanField(content === true, field.id, previousId);
    return;
  }
  out.fieldBegin(wireTypeOf(field.type), field.id, previousId);
  writeValue(out, field.type, content, () => `${struct.name}.${field.name}`);
}

/** `value` has the type that `type` describes, because its struct's generated type says so; `name` is what an error calls it. */
function writeValue(out: ProtocolWriter, type: TypeDescriptor, value: unknown, name: () => string): void {
  switch (type.kind) {
    case 'bool':
      out.boolean(value === true);
      return;
    case 'byte':
      out.byte(Number(checked('byte', value, name)));
      return;
    case 'i16':
      out.i16(Number(checked('i16', value, name)));
      return;
    case 'i32':
    case 'enum':
      out.i32(Number(checked('i32', value, name)));
      return;
    case 'i64':
      out.i64(checked('i64', value, name));
      return;
    case 'double':
      out.double(Number(value));
      return;
    case 'string':
      out.text(String(value));
      return;
    case 'bytes':
      writeBytes(out, value as Uint8Array);
      return;
    case 'list':
      writeList(out, type.element, value as readonly unknown[], name);
      return;
    case 'map':
      writeMap(out, type, Object.entries(value as Readonly<Record<string, unknown>>), name);
      return;
    case 'struct':
      writeStruct(out, type.struct(), value as object);
      return;
  }
}

function writeBytes(out: ProtocolWriter, bytes: Uint8Array): void {
  out.listBegin('byte', bytes.length);
  for (const byte of bytes) out.byte(byte);
}

function writeList(out: ProtocolWriter, type: TypeDescriptor, elements: readonly unknown[], name: () => string): void {
  out.listBegin(wireTypeOf(type), elements.length);
  for (const element of elements) writeValue(out, type, element, name);
}

function writeMap(
  out: ProtocolWriter,
  type: TypeDescriptor & { readonly kind: 'map' },
  entries: readonly (readonly [string, unknown])[],
  name: () => string,
): void {
  out.mapBegin(wireTypeOf(type.key), wireTypeOf(type.value), entries.length);
  for (const [key, value] of entries) {
    writeValue(out, type.key, type.key.kind === 'string' ? key : Number(key), name);
    writeValue(out, type.value, value, name);
  }
}

function checked(kind: IntegerKind, value: unknown, name: () => string): number | bigint {
  const [least, greatest] = integerBounds[kind];
  const isInteger = typeof value === 'bigint' || Number.isInteger(value);
  // Bigints and numbers compare exactly, whichever the value is.
  if (isInteger && (value as number) >= least && (value as number) <= greatest) return value as number | bigint;
  throw new IsochronError('INVALID_ARGUMENT', `${name()} is ${String(value)}, which is not an ${kind}.`);
}
