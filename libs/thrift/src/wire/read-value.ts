import type { FieldDescriptor, StructDescriptor, TypeDescriptor } from '../descriptor.ts';
import { depthMax } from './limits.ts';
import type { ProtocolReader } from './protocol.ts';
import { skip } from './skip.ts';
import { type WireType, wireTypeOf } from './wire-type.ts';

/**
 * Reads a struct. Fields that the descriptor does not have are skipped, as Thrift does it; of a field that comes twice, the last counts.
 * `depth` is how many structs and containers are around it.
 */
export function readStruct(from: ProtocolReader, struct: StructDescriptor<unknown>, depth: number): object {
  if (depth > depthMax) throw from.broken(`structs and containers nest deeper than ${depthMax} levels`);
  const value: Record<string, unknown> = {};
  let previousId = 0;
  while (from.nextField(previousId)) {
    previousId = from.fieldId;
    const field = struct.fields.find(({ id }) => id === from.fieldId);
    if (field === undefined) skip(from, from.fieldType, depth, true);
    else value[field.name] = readField(from, struct, field, depth);
  }
  checkPresence(from, struct, value);
  return value;
}

function readField(
  from: ProtocolReader,
  struct: StructDescriptor<unknown>,
  field: FieldDescriptor,
  depth: number,
): unknown {
  const due = wireTypeOf(field.type);
  if (from.fieldType !== due)
    throw from.broken(`the field ${struct.name}.${field.name} is a ${from.fieldType} where a ${due} is due`);
  return due === 'bool' ? from.booleanField() : readValue(from, field.type, depth);
}

function checkPresence(from: ProtocolReader, struct: StructDescriptor<unknown>, value: object): void {
  const missing = struct.fields.find(({ requiredness, name }) => requiredness === 'required' && !(name in value));
  if (missing !== undefined) throw from.broken(`${struct.name} lacks ${missing.name}`);
  const members = Object.keys(value).length;
  if (struct.kind === 'union' && members !== 1)
    throw from.broken(`the union ${struct.name} has ${members} members that are known here, not one`);
}

function readValue(from: ProtocolReader, type: TypeDescriptor, depth: number): unknown {
  switch (type.kind) {
    case 'bool':
      return from.boolean();
    case 'byte':
      return from.byte();
    case 'i16':
      return from.i16();
    case 'i32':
      return from.i32();
    case 'i64':
      return from.i64();
    case 'enum': {
      const number = from.i32();
      if (Object.values(type.enum.numbers).includes(number)) return number;
      throw from.broken(`${number} is not a number of the enum ${type.enum.name}`);
    }
    case 'double':
      return from.double();
    case 'string':
      return from.text();
    case 'bytes':
      // A copy, so that the value outlives the bytes it was read from.
      return from.take(listSize(from, 'byte')).slice();
    case 'list':
      return readList(from, type.element, depth + 1);
    case 'map':
      return readMap(from, type.key, type.value, depth + 1);
    case 'struct':
      return readStruct(from, type.struct(), depth + 1);
  }
}

function readList(from: ProtocolReader, type: TypeDescriptor, depth: number): readonly unknown[] {
  if (depth > depthMax) throw from.broken(`structs and containers nest deeper than ${depthMax} levels`);
  const size = listSize(from, wireTypeOf(type));
  const elements: unknown[] = [];
  for (let index = 0; index < size; index++) elements.push(readValue(from, type, depth));
  return elements;
}

function listSize(from: ProtocolReader, due: WireType): number {
  const { size, element } = from.listBegin();
  if (element !== due && size > 0) throw from.broken(`a list has elements of type ${element} where ${due} is due`);
  return size;
}

function readMap(from: ProtocolReader, keyType: TypeDescriptor, valueType: TypeDescriptor, depth: number): object {
  if (depth > depthMax) throw from.broken(`structs and containers nest deeper than ${depthMax} levels`);
  const { size, key, value } = from.mapBegin();
  const due = [wireTypeOf(keyType), wireTypeOf(valueType)];
  if (size > 0 && (key !== due[0] || value !== due[1]))
    throw from.broken(`a map goes from ${key} to ${value} where ${due.join(' to ')} is due`);
  const entries: [string, unknown][] = [];
  for (let index = 0; index < size; index++) {
    entries.push([String(readValue(from, keyType, depth)), readValue(from, valueType, depth)]);
  }
  // Object.fromEntries defines properties, so that even `__proto__` is a key like any other.
  return Object.fromEntries(entries);
}
