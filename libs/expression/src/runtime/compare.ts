import { compareBytes, compareStrings } from '@isochron/schema';
import { fieldKey, type SqlType } from '../types/sql-type.ts';
import type { Interval, SqlValue } from '../value.ts';

const DAY_MICROS = 86_400_000_000n;

/** An interval as one number of microseconds, with months of 30 days: how intervals are compared. */
export const intervalSize = ({ months, days, micros }: Interval): bigint =>
  (BigInt(months) * 30n + BigInt(days)) * DAY_MICROS + BigInt(micros);

/** Whether two values of a type, neither null, are equal; null where a null inside of them leaves it open. */
export type Equal = (a: never, b: never) => boolean | null;

/** Types whose values `===` tells apart. */
export const isPlain = ({ kind }: SqlType): boolean =>
  !['BYTES', 'INTERVAL', 'JSON', 'ARRAY', 'STRUCT', 'MAP'].includes(kind);

/** Types whose values `<` puts in order, NaN aside, which is in no order with anything. */
export const isPlainlyOrdered = (type: SqlType): boolean => isPlain(type) && type.kind !== 'STRING';

export const canEqual = (type: SqlType): boolean =>
  type.kind === 'STRUCT'
    ? type.fields.every((field) => canEqual(field.type))
    : !['JSON', 'MAP'].includes(type.kind) && (type.kind !== 'ARRAY' || canEqual(type.element));

export const canOrder = (type: SqlType): boolean => !['JSON', 'MAP', 'STRUCT', 'ARRAY'].includes(type.kind);

/** Equality as `=` has it: of structs field by field, of arrays element by element. */
export function equalOf(type: SqlType): Equal {
  switch (type.kind) {
    case 'BYTES':
      return (a: Uint8Array, b: Uint8Array) => compareBytes(a, b) === 0;
    case 'INTERVAL':
      return (a: Interval, b: Interval) => intervalSize(a) === intervalSize(b);
    case 'STRUCT': {
      const fields = type.fields.map((field, at) => ({
        key: fieldKey(field, at),
        equal: nullable(equalOf(field.type)),
      }));
      return (a: Readonly<Record<string, SqlValue>>, b: Readonly<Record<string, SqlValue>>) =>
        allEqual(fields.length, (at) => {
          const field = fields[at];
          return field === undefined ? null : field.equal(a[field.key] ?? null, b[field.key] ?? null);
        });
    }
    case 'ARRAY': {
      const equal = nullable(equalOf(type.element));
      return (a: readonly SqlValue[], b: readonly SqlValue[]) =>
        a.length === b.length && allEqual(a.length, (at) => equal(a[at] ?? null, b[at] ?? null));
    }
    default:
      return (a: unknown, b: unknown) => a === b;
  }
}

const nullable =
  (equal: Equal) =>
  (a: SqlValue, b: SqlValue): boolean | null =>
    a === null || b === null ? null : equal(a as never, b as never);

function allEqual(count: number, at: (position: number) => boolean | null): boolean | null {
  let open = false;
  for (let position = 0; position < count; position++) {
    const equal = at(position);
    if (equal === false) return false;
    if (equal === null) open = true;
  }
  return open ? null : true;
}

/**
 * How two values of a type stand, neither null: negative, 0, positive; NaN where a NaN leaves it open. Strings by code point, bytes as unsigned
 * numbers.
 */
export function orderOf(type: SqlType): (a: never, b: never) => number {
  switch (type.kind) {
    case 'STRING':
      return (a: string, b: string) => compareStrings(a, b);
    case 'BYTES':
      return (a: Uint8Array, b: Uint8Array) => compareBytes(a, b);
    case 'INTERVAL':
      return (a: Interval, b: Interval) => orderPlain(intervalSize(a), intervalSize(b));
    default:
      return orderPlain;
  }
}

const orderPlain = (a: number | bigint | boolean, b: number | bigint | boolean): number =>
  a < b ? -1 : a > b ? 1 : a === b ? 0 : Number.NaN;
