import type { TypeDescriptor } from '../descriptor.ts';

/** What the wire tells of a value's type. Both protocols know the same, and number them differently. */
export type WireType =
  | 'bool'
  | 'byte'
  | 'i16'
  | 'i32'
  | 'i64'
  | 'double'
  | 'binary'
  | 'list'
  | 'set'
  | 'map'
  | 'struct'
  | 'uuid';

/** How a type stands on the wire: an enum is its number, text is its bytes. */
export function wireTypeOf(type: TypeDescriptor): WireType {
  switch (type.kind) {
    case 'enum':
      return 'i32';
    case 'string':
      return 'binary';
    case 'bytes':
      return 'list';
    default:
      return type.kind;
  }
}
