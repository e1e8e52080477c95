import type { WireType } from '../wire-type.ts';

/** A boolean field carries its value in its type: 1 is true, 2 is false. As the type of elements either means boolean; 1 is written. */
export const TRUE = 1;
export const FALSE = 2;

export const numberOfType: Readonly<Record<WireType, number>> = {
  bool: TRUE,
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
  uuid: 13,
};

/** By number; undefined where no type has it. */
export const typeOfNumber: readonly (WireType | undefined)[] = [
  undefined,
  'bool',
  'bool',
  'byte',
  'i16',
  'i32',
  'i64',
  'double',
  'binary',
  'list',
  'set',
  'map',
  'struct',
  'uuid',
];
