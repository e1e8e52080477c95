import type { TypeDescriptor } from './descriptor.ts';

/** The compact protocol's numbers for types. A boolean field carries its value in its type: 1 is true, 2 is false. */
export const compactTypes = {
  true: 1,
  false: 2,
  byte: 3,
  i16: 4,
  i32: 5,
  i64: 6,
  double: 7,
  binary: 8,
  list: 9,
  set: 10,
  map: 11,
  struct: 12,
} as const;

/** The number of a type, as it stands in the headers of fields and containers. */
export function compactType(type: TypeDescriptor): number {
  switch (type.kind) {
    case 'bool':
      return compactTypes.true;
    case 'enum':
      return compactTypes.i32;
    case 'string':
      return compactTypes.binary;
    case 'bytes':
      return compactTypes.list;
    default:
      return compactTypes[type.kind];
  }
}
