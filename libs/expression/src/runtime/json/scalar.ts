import { RowFault } from '../../row-fault.ts';
import type { Int64, Json, JsonNode } from '../../value.ts';
import { float64Text } from '../float64-text.ts';
import { int64Of } from '../int64.ts';
import { decimalFromText, float64FromText, int64FromDecimal, int64FromFloat64 } from '../number-text.ts';
import { bignumeric } from '../numeric.ts';
import { isLossless } from './from-value.ts';
import { isArray, isObject } from './node.ts';
import { jsonText } from './text.ts';

export function typeOfJson({ node }: Json): string {
  if (node === null) return 'null';
  if (isArray(node)) return 'array';
  if (isObject(node)) return 'object';
  return typeof node === 'bigint' ? 'number' : typeof node;
}

// Exactly of the type, or a fault.

export const boolOf = ({ node }: Json): boolean => (typeof node === 'boolean' ? node : refuse(node, 'a BOOL'));
export const stringOf = ({ node }: Json): string => (typeof node === 'string' ? node : refuse(node, 'a STRING'));

export function int64OfJson({ node }: Json): Int64 {
  const whole = typeof node === 'number' && Number.isInteger(node) ? BigInt(node) : node;
  const value = typeof whole === 'bigint' ? int64Of(whole) : undefined;
  return value ?? refuse(node, 'an INT64');
}

/** `mode` is `round`, or `exact`: then a whole number that a FLOAT64 would change is refused. */
export function float64OfJson({ node }: Json, mode = 'round'): number {
  if (mode !== 'exact' && mode !== 'round') throw new RowFault(`wide_number_mode is "exact" or "round", not "${mode}"`);
  if (typeof node === 'number') return node;
  if (typeof node !== 'bigint') return refuse(node, 'a FLOAT64');
  return mode === 'exact' && !isLossless(node) ? refuse(node, 'a FLOAT64 without a loss') : Number(node);
}

function refuse(node: JsonNode, what: string): never {
  const text = jsonText(node);
  throw new RowFault(`the JSON value ${text.length > 60 ? `${text.slice(0, 60)}…` : text} is not ${what}`);
}

// The LAX_ forms: also what can be read as the type; null for all else.

export function laxBool({ node }: Json): boolean | null {
  if (typeof node === 'boolean') return node;
  if (typeof node === 'bigint' || typeof node === 'number') return Number(node) !== 0;
  if (typeof node !== 'string') return null;
  const word = node.toLowerCase();
  return word === 'true' ? true : word === 'false' ? false : null;
}

export function laxInt64({ node }: Json): Int64 | null {
  if (typeof node === 'boolean') return node ? 1 : 0;
  if (typeof node === 'bigint') return int64Of(node) ?? null;
  if (typeof node === 'number') return int64FromFloat64(node) ?? null;
  if (typeof node !== 'string') return null;
  return orNull(() => int64FromDecimal(decimalFromText(node, bignumeric), bignumeric) ?? null);
}

export function laxFloat64({ node }: Json): number | null {
  if (typeof node === 'bigint' || typeof node === 'number') return Number(node);
  return typeof node === 'string' ? orNull(() => float64FromText(node)) : null;
}

export function laxString({ node }: Json): string | null {
  if (typeof node === 'string') return node;
  if (typeof node === 'number') return float64Text(node);
  return typeof node === 'boolean' || typeof node === 'bigint' ? String(node) : null;
}

function orNull<Value>(read: () => Value): Value | null {
  try {
    return read();
  } catch (thrown) {
    if (thrown instanceof RowFault) return null;
    throw thrown;
  }
}

/** A scalar as text, null for JSON's null, an object and an array. */
export function scalarTextOf(node: JsonNode): string | null {
  if (node === null || isArray(node) || isObject(node)) return null;
  return typeof node === 'string' ? node : jsonText(node);
}

/** The elements as texts; null unless all are scalars. */
export function scalarTextsOf(node: JsonNode): readonly (string | null)[] | null {
  if (!isArray(node) || node.some((item) => isArray(item) || isObject(item))) return null;
  return node.map(scalarTextOf);
}
