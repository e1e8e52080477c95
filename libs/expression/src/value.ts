/**
 * A value while expressions are evaluated. Null is SQL's NULL, of any type.
 *
 * | type                     | value |
 * |--------------------------|-------|
 * | BOOL                     | `boolean` |
 * | INT64                    | `number` while it is a safe integer, else `bigint`; never a bigint that a number could hold, never -0 |
 * | FLOAT64                  | `number` |
 * | NUMERIC                  | `bigint`: the value times 10^9 |
 * | BIGNUMERIC               | `bigint`: the value times 10^38 |
 * | STRING                   | `string`, well formed |
 * | BYTES                    | `Uint8Array` |
 * | DATE                     | `number`: days since 1970-01-01 |
 * | TIMESTAMP                | microseconds since the epoch, held as an INT64 is |
 * | DATETIME                 | microseconds since 1970-01-01 00:00:00 on the calendar's own clock, held as an INT64 is |
 * | TIME                     | `number`: microseconds since midnight |
 * | INTERVAL                 | {@link Interval} |
 * | JSON                     | {@link Json} |
 * | ARRAY                    | `readonly SqlValue[]` |
 * | STRUCT                   | a plain object, one property a field; a field without a name is `_1`, `_2`, … by its position |
 * | MAP                      | `ReadonlyMap<SqlValue, SqlValue>` |
 *
 * Two values of one INT64-like type are equal exactly when `===` says so.
 */
export type SqlValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | Uint8Array
  | Interval
  | Json
  | readonly SqlValue[]
  | ReadonlyMap<SqlValue, SqlValue>
  | { readonly [field: string]: SqlValue };

export type Int64 = number | bigint;

/** Each part has a sign of its own; a month is no number of days, and a day no number of microseconds. */
export interface Interval {
  readonly months: number;
  readonly days: number;
  readonly micros: Int64;
}

/** A JSON value. Whole numbers that fit 64 bits, signed or unsigned, are bigints, every other number is a number. */
export type JsonNode = null | boolean | number | bigint | string | readonly JsonNode[] | ReadonlyMap<string, JsonNode>;

/** Holds a JSON value apart from SQL's own: `JSON 'null'` is not NULL. */
export class Json {
  readonly node: JsonNode;

  constructor(node: JsonNode) {
    this.node = node;
  }
}
