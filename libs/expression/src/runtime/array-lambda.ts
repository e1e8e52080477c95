import type { SqlValue } from '../value.ts';
import type { SqlArray } from './array.ts';

/** A lambda of an element and, where it takes one, its offset from 0. */
type OfElement = (element: SqlValue, offset: number) => SqlValue;

// A condition that is null counts as false.

export const filter = (array: SqlArray, keep: OfElement): SqlArray =>
  array.filter((element, offset) => keep(element, offset) === true);

export const transform = (array: SqlArray, change: OfElement): SqlArray =>
  array.map((element, offset) => change(element, offset));

export const some = (array: SqlArray, test: OfElement): boolean =>
  array.some((element, offset) => test(element, offset) === true);

export const every = (array: SqlArray, test: OfElement): boolean =>
  array.every((element, offset) => test(element, offset) === true);

export const offsetsWhere = (array: SqlArray, test: OfElement): SqlArray =>
  array.flatMap((element, offset) => (test(element, offset) === true ? [offset] : []));
