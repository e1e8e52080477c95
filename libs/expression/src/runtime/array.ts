import { RowFault } from '../row-fault.ts';
import type { Int64, SqlValue } from '../value.ts';
import type { Equal } from './compare.ts';

export type SqlArray = readonly SqlValue[];

/** No array of ours grows beyond this by one call. */
export const ELEMENTS_MAX = 1_000_000;

/** The element at an index from `base`; a fault outside of the array. */
export const elementAt =
  (base: 0 | 1) =>
  (array: SqlArray, index: Int64): SqlValue => {
    const at = Number(index) - base;
    if (at >= 0 && at < array.length) return array[at] ?? null;
    throw new RowFault(`array index ${index} is out of bounds: the array has ${array.length} elements`);
  };

/** The element at an index from `base`; null outside of the array. */
export const elementOrNull =
  (base: 0 | 1) =>
  (array: SqlArray, index: Int64): SqlValue =>
    array[Number(index) - base] ?? null;

export function first(array: SqlArray): SqlValue {
  if (array.length === 0) throw new RowFault('ARRAY_FIRST of an empty array');
  return array[0] ?? null;
}

export function last(array: SqlArray): SqlValue {
  if (array.length === 0) throw new RowFault('ARRAY_LAST of an empty array');
  return array.at(-1) ?? null;
}

export function concatenate(...arrays: readonly SqlArray[]): SqlArray {
  const joined = arrays.flat(1) as SqlArray;
  if (joined.length > ELEMENTS_MAX) {
    throw new RowFault(`ARRAY_CONCAT gives ${joined.length} elements; the most is ${ELEMENTS_MAX}`);
  }
  return joined;
}

/**
 * The elements from one offset to another, both included; a negative one counts from the end. What lies outside of the array is left out, so that
 * nothing is left where the first comes after the last.
 */
export function slice(array: SqlArray, from: Int64, to: Int64): SqlArray {
  const offset = (index: Int64): number => (index < 0 ? Number(index) + array.length : Number(index));
  const [start, end] = [Math.max(0, offset(from)), offset(to)];
  return end < start ? [] : array.slice(start, end + 1);
}

/** How many to keep or to leave out; a fault where it is negative. */
function count(name: string, n: Int64): number {
  if (n < 0) throw new RowFault(`the n of ${name} must not be negative: ${n}`);
  return Number(n);
}

export const firstN = (array: SqlArray, n: Int64): SqlArray => array.slice(0, count('ARRAY_FIRST_N', n));
export const lastN = (array: SqlArray, n: Int64): SqlArray =>
  array.slice(Math.max(0, array.length - count('ARRAY_LAST_N', n)));
export const withoutFirstN = (array: SqlArray, n: Int64): SqlArray => array.slice(count('ARRAY_REMOVE_FIRST_N', n));
export const withoutLastN = (array: SqlArray, n: Int64): SqlArray =>
  array.slice(0, Math.max(0, array.length - count('ARRAY_REMOVE_LAST_N', n)));

/** Texts with a separator between them; nulls are left out, or stand as `nullText`. */
export const joinTexts = (array: SqlArray, separator: string, nullText?: string): string =>
  presentOr(array, nullText).join(separator);

/** The same of bytes. */
export function joinBytes(array: SqlArray, separator: Uint8Array, nullBytes?: Uint8Array): Uint8Array {
  const parts = (presentOr(array, nullBytes) as readonly Uint8Array[]).flatMap((part, at) =>
    at === 0 ? [part] : [separator, part],
  );
  const joined = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

const presentOr = (array: SqlArray, instead: SqlValue | undefined): SqlArray =>
  instead === undefined ? array.filter((item) => item !== null) : array.map((item) => item ?? instead);

/** Whether an element is equal to a value; one that a null leaves open is not. */
export const includes = (equal: Equal) => (array: SqlArray, value: SqlValue) =>
  array.some((item) => isSame(equal, item, value));

/** The elements that are equal to a value. */
export const findAll = (equal: Equal) => (array: SqlArray, value: SqlValue) =>
  array.filter((item) => isSame(equal, item, value));

/** The offsets, from 0, of the elements that are equal to a value. */
export const offsets = (equal: Equal) => (array: SqlArray, value: SqlValue) =>
  array.flatMap((item, at) => (isSame(equal, item, value) ? [at] : []));

export const isSame = (equal: Equal, a: SqlValue, b: SqlValue): boolean =>
  a !== null && b !== null && equal(a as never, b as never) === true;
