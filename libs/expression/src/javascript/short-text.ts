import { bignumeric, decimalText, numeric } from '../runtime/numeric.ts';
import type { SqlType } from '../types/sql-type.ts';
import type { SqlValue } from '../value.ts';

const LENGTH_MAX = 60;

/** A value for an error's sentence: scalars as they read, cut where they are long; of anything larger, what it is. */
export function shortText(value: SqlValue, type: SqlType): string {
  const text = longText(value, type);
  return text.length > LENGTH_MAX ? `${text.slice(0, LENGTH_MAX)}…` : text;
}

function longText(value: SqlValue, type: SqlType): string {
  if (value === null) return 'NULL';
  if (typeof value === 'string') return JSON.stringify(value.slice(0, LENGTH_MAX + 1));
  if (typeof value === 'bigint' && type.kind === 'NUMERIC') return decimalText(value, numeric);
  if (typeof value === 'bigint' && type.kind === 'BIGNUMERIC') return decimalText(value, bignumeric);
  if (typeof value === 'function') return 'a lambda';
  if (typeof value !== 'object') return Object.is(value, -0) ? '-0' : String(value);
  return type.kind === 'BYTES' ? `${(value as Uint8Array).length} bytes` : `a value of type ${type.kind}`;
}
