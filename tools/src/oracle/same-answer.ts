import { Json, type SqlValue } from '@isochron/expression';
import type { Answer } from './engines/answer.ts';
import { shown } from './text/plain.ts';

/** What is wrong with an answer, in one sentence; null when it is the same. */
export type Fault = string | null;

/**
 * Types and values must be equal: doubles bit for bit but for `ulps` units in the last place, NaN equal to NaN. An expression that has no
 * value in one engine must have none in the other; why is not compared, as engines differ in what they find out before the row.
 */
export function faultOf(wanted: Answer, given: Answer, ulps: number): Fault {
  if (given.kind === 'unanswered') return given.message;
  if (wanted.kind !== 'value')
    return given.kind === 'value' ? `has no value (${wanted.message}), but gave ${shown(given.value)}` : null;
  if (given.kind !== 'value') return `gave no value (${given.message}), not ${shown(wanted.value)}`;
  if (wanted.type.toLowerCase() !== given.type.toLowerCase()) return `is of type ${given.type}, not ${wanted.type}`;
  return sameValue(wanted.value, given.value, ulps) ? null : `gave ${shown(given.value)}, not ${shown(wanted.value)}`;
}

/** Faults are of a kind when only values in their sentences differ. */
export const kindOf = (fault: Fault): string =>
  (fault ?? '').replaceAll(/gave (?!no value).*|, not .*/g, '…').replaceAll(/"[^"]*"|'[^']*'|\d+/g, '…');

export function sameValue(a: SqlValue, b: SqlValue, ulps: number): boolean {
  if (typeof a === 'number' && typeof b === 'number') return Object.is(a, b) || isNear(a, b, ulps);
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  if (a instanceof Json || b instanceof Json) {
    return a instanceof Json && b instanceof Json && sameNode(a.node, b.node);
  }
  if (a instanceof Uint8Array || b instanceof Uint8Array) {
    return a instanceof Uint8Array && b instanceof Uint8Array && Buffer.compare(a, b) === 0;
  }
  if (a instanceof Map || b instanceof Map) {
    return a instanceof Map && b instanceof Map && sameItems([...a].flat(), [...b].flat(), ulps);
  }
  if (Array.isArray(a) || Array.isArray(b)) return Array.isArray(a) && Array.isArray(b) && sameItems(a, b, ulps);
  const [left, right] = [Object.entries(a), Object.entries(b)];
  return (
    sameItems(
      left.map(([name]) => name),
      right.map(([name]) => name),
      0,
    ) && sameItems(Object.values(a), Object.values(b), ulps)
  );
}

function sameItems(a: readonly SqlValue[], b: readonly SqlValue[], ulps: number): boolean {
  return a.length === b.length && a.every((item, at) => sameValue(item, b[at] ?? null, ulps));
}

/** Members of objects have no order. */
function sameNode(a: Json['node'], b: Json['node']): boolean {
  if (a instanceof Map && b instanceof Map) {
    return a.size === b.size && [...a].every(([key, value]) => b.has(key) && sameNode(value, b.get(key) ?? null));
  }
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, at) => sameNode(item, b[at] ?? null));
  }
  return Object.is(a, b);
}

/** By how many doubles two numbers stand apart. */
function isNear(a: number, b: number, ulps: number): boolean {
  if (ulps === 0 || !Number.isFinite(a) || !Number.isFinite(b)) return false;
  const apart = orderOf(a) - orderOf(b);
  return (apart < 0n ? -apart : apart) <= BigInt(ulps);
}

/** The doubles in order, numbered; -0 and 0 have one number. */
function orderOf(value: number): bigint {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  const bits = view.getBigInt64(0);
  return bits < 0n ? -(bits & (2n ** 63n - 1n)) : bits;
}
