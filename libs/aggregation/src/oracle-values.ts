import { compareOf, type DataType, type Decimal, decimalText, keepOf, type Value } from '@isochron/schema';
import type { Occurrence } from './operation.ts';

/* What the definitions of operations are written with: plain arrays of plain values. */

export const values = (events: readonly Occurrence[]): Value[] => events.map((event) => event.value);

export const numbers = (events: readonly Occurrence[]): number[] => values(events).map(number);

function number(value: Value): number {
  return isDecimal(value) ? Number(decimalText(value)) : Number(value);
}

export const isDecimal = (value: Value): value is Decimal =>
  value !== null && typeof value === 'object' && 'unscaled' in value;

export const property = (value: Value, name: string): Value =>
  (value as { readonly [field: string]: Value })[name] ?? null;

/** Equal values stand with the one that is kept first. */
export function ascending(all: Value[], type: DataType): Value[] {
  const compare = compareOf(type);
  const keep = keepOf(type);
  return all.sort((a, b) => compare(a, b) || (Object.is(keep(a, b), a) ? -1 : 1));
}

export function descending(all: Value[], type: DataType): Value[] {
  const compare = compareOf(type);
  const keep = keepOf(type);
  return all.sort((a, b) => compare(b, a) || (Object.is(keep(a, b), a) ? -1 : 1));
}

export function byTime(events: readonly Occurrence[], type: DataType): Value[] {
  const compare = compareOf(type);
  return values(events.toSorted((a, b) => a.ts - b.ts || compare(a.value, b.value)));
}

export const total = (all: readonly number[]): number => all.reduce((a, b) => a + b, 0);

export const mean = (all: readonly number[]): number => total(all) / all.length;

export const allEqual = (all: readonly number[]): boolean => all.every((value) => value === all[0]);

export function moment(all: readonly number[], power: number): number {
  const center = allEqual(all) ? Number(all[0]) : mean(all);
  return mean(all.map((value) => (value - center) ** power));
}
