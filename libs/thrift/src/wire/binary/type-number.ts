import type { WireType } from '../wire-type.ts';

export const numberOfType: Readonly<Record<WireType, number>> = {
  bool: 2,
  byte: 3,
  double: 4,
  i16: 6,
  i32: 8,
  i64: 10,
  binary: 11,
  struct: 12,
  map: 13,
  set: 14,
  list: 15,
  uuid: 16,
};

/** By number; undefined where no type has it. */
export const typeOfNumber: readonly (WireType | undefined)[] = [
  undefined,
  undefined,
  'bool',
  'byte',
  'double',
  undefined,
  'i16',
  undefined,
  'i32',
  undefined,
  'i64',
  'binary',
  'struct',
  'map',
  'set',
  'list',
  'uuid',
];
