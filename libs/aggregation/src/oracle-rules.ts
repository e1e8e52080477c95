import { compareOf, type DataType, type Decimal, decimalText, keyOf, keepOf, type OperationName, type Value } from '@isochron/schema';
import type { OracleEvent } from './oracle.ts';
import { textOf } from './value-text.ts';

/** The answer over events that all have a value, and are at least one. */
type Rule = (events: readonly OracleEvent[], input: DataType, k: number) => Value;

const longMax = 2n ** 63n - 1n;

/** One rule an operation, each as its definition says it. */
export const oracleRules: { readonly [name in OperationName]?: Rule } = {
  COUNT: (events) => events.length,
  SUM: (events, input) => sum(values(events), input),
  AVERAGE: (events) => mean(numbers(events)),
  VARIANCE: (events) => moment(numbers(events), 2),
  SKEW: (events) => {
    const all = numbers(events);
    const variance = moment(all, 2);
    return all.length < 3 || allEqual(all) ? null : moment(all, 3) / variance ** 1.5;
  },
  KURTOSIS: (events) => {
    const all = numbers(events);
    const variance = moment(all, 2);
    return all.length < 4 || allEqual(all) ? null : moment(all, 4) / variance ** 2 - 3;
  },
  MIN: (events, input) => ascending(values(events), input)[0] ?? null,
  MAX: (events, input) => descending(values(events), input)[0] ?? null,
  TOP_K: (events, input, k) => descending(values(events), input).slice(0, k),
  BOTTOM_K: (events, input, k) => ascending(values(events), input).slice(0, k),
  FIRST: (events, input) => byTime(events, input)[0] ?? null,
  LAST: (events, input) => byTime(events, input).at(-1) ?? null,
  FIRST_K: (events, input, k) => byTime(events, input).slice(0, k),
  LAST_K: (events, input, k) => byTime(events, input).slice(-k).reverse(),
  UNIQUE_COUNT: (events, input) => new Set(values(events).map(keyOf(input))).size,
  BOUNDED_UNIQUE_COUNT: (events, input, k) => Math.min(k, new Set(values(events).map(keyOf(input))).size),
  HISTOGRAM: (events, input, k) => {
    const counts = [...Map.groupBy(values(events), textOf(input))].map(([value, group]) => ({ value, n: group.length }));
    const order = compareOf({ kind: 'string' });
    const ranked = counts.sort((a, b) => b.n - a.n || order(a.value, b.value));
    return new Map(ranked.slice(0, k === 0 ? ranked.length : k).map(({ value, n }) => [value, n]));
  },
  UNIQUE_TOP_K: (events, input, k) => {
    const best = new Map<unknown, Value>();
    const isStruct = input.kind === 'struct';
    const rank = (value: Value): Value[] => (isStruct ? [property(value, 'sort_key'), value] : [value]);
    const order = (a: Value, b: Value): number =>
      (isStruct ? compareOf({ kind: 'string' })(rank(b)[0] ?? null, rank(a)[0] ?? null) : 0) || compareOf(input)(b, a);
    const id = (value: Value): unknown => (isStruct ? property(value, 'unique_id') : value);
    for (const value of values(events).sort(order)) if (!best.has(id(value))) best.set(id(value), value);
    return [...best.values()].slice(0, k);
  },
};

const values = (events: readonly OracleEvent[]): Value[] => events.map((event) => event.value);

const numbers = (events: readonly OracleEvent[]): number[] => values(events).map(number);

function number(value: Value): number {
  return isDecimal(value) ? Number(decimalText(value)) : Number(value);
}

const isDecimal = (value: Value): value is Decimal => value !== null && typeof value === 'object' && 'unscaled' in value;

const property = (value: Value, name: string): Value => (value as { readonly [field: string]: Value })[name] ?? null;

/** Equal values stand with the one that is kept first. */
function ascending(all: Value[], type: DataType): Value[] {
  const compare = compareOf(type);
  const keep = keepOf(type);
  return all.sort((a, b) => compare(a, b) || (Object.is(keep(a, b), a) ? -1 : 1));
}

function descending(all: Value[], type: DataType): Value[] {
  const compare = compareOf(type);
  const keep = keepOf(type);
  return all.sort((a, b) => compare(b, a) || (Object.is(keep(a, b), a) ? -1 : 1));
}

function byTime(events: readonly OracleEvent[], type: DataType): Value[] {
  const compare = compareOf(type);
  return values(events.toSorted((a, b) => a.ts - b.ts || compare(a.value, b.value)));
}

function sum(all: Value[], type: DataType): Value {
  if (type.kind === 'double' || type.kind === 'float') return total(all.map(Number));
  if (type.kind === 'decimal') {
    const scale = Math.max(...all.map((value) => (value as Decimal).scale));
    const units = all.map((value) => (value as Decimal).unscaled * 10n ** BigInt(scale - (value as Decimal).scale));
    return { unscaled: units.reduce((a, b) => a + b, 0n), scale };
  }
  const exact = all.map((value) => BigInt(value as number)).reduce((a, b) => a + b, 0n);
  if (exact > longMax || exact < -longMax - 1n) throw new RangeError(`the sum ${exact} has more than 64 bits`);
  return Number.isSafeInteger(Number(exact)) ? Number(exact) : exact;
}

const total = (all: readonly number[]): number => all.reduce((a, b) => a + b, 0);

const mean = (all: readonly number[]): number => total(all) / all.length;

const allEqual = (all: readonly number[]): boolean => all.every((value) => value === all[0]);

function moment(all: readonly number[], power: number): number {
  const center = allEqual(all) ? Number(all[0]) : mean(all);
  return mean(all.map((value) => (value - center) ** power));
}
