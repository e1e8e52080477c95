/**
 * A GoogleSQL value as it is held while expressions are evaluated. Null is NULL of any type.
 *
 * | type                       | value |
 * |----------------------------|-------|
 * | BOOL                       | `boolean` |
 * | INT64                      | `number` while it is a safe integer, else `bigint` |
 * | TIMESTAMP                  | microseconds since the epoch, as an INT64 |
 * | DATETIME                   | microseconds since 1970-01-01 00:00:00 of its own calendar, as an INT64 |
 * | FLOAT64                    | `number` |
 * | NUMERIC, BIGNUMERIC        | `bigint`: the value times 10^9, 10^38 |
 * | STRING                     | `string` |
 * | BYTES                      | `Uint8Array` |
 * | DATE                       | `number`: days since 1970-01-01 |
 * | TIME                       | `number`: microseconds since midnight |
 * | INTERVAL                   | {@link Interval} |
 * | JSON                       | {@link JsonText} |
 * | ARRAY                      | an array |
 * | STRUCT                     | a plain object by field; a field without a name, or with one that was there before, is `_1`, `_2`, … by its position |
 */
export type SqlValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | Uint8Array
  | Interval
  | JsonText
  | readonly SqlValue[]
  | { readonly [field: string]: SqlValue };

export interface Interval {
  readonly months: number;
  readonly days: number;
  readonly micros: number | bigint;
}

/** The text of a JSON value as the engine writes it: no white space, members by name. */
export interface JsonText {
  readonly json: string;
}
