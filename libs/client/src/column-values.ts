/**
 * How a value of a column type is held by a caller, by the type's text as `isochron compile` writes it into `compiled/types`:
 *
 * | type | value |
 * |---|---|
 * | `INT64` | `number` while it is a safe integer, else `bigint` |
 * | `FLOAT64` | `number` |
 * | `BOOL` | `boolean` |
 * | `STRING`, `DATE` (`2024-01-31`), `NUMERIC`, `BIGNUMERIC` (`12.50`) | `string` |
 * | `TIMESTAMP` | `number`: milliseconds since the epoch |
 * | `BYTES` | `Uint8Array` |
 * | `ARRAY<T>` | a list |
 * | `MAP<K, V>` | a `Map` |
 * | `STRUCT<…>` | a list of its fields' values, in their order |
 */
export type ColumnValue<Type extends string> = string extends Type
  ? FeatureValue
  : Type extends 'INT64'
    ? number | bigint
    : Type extends 'FLOAT64' | 'TIMESTAMP'
      ? number
      : Type extends 'BOOL'
        ? boolean
        : Type extends 'BYTES'
          ? Uint8Array
          : Type extends `ARRAY<${infer Element}>`
            ? readonly (ColumnValue<Element> | null)[]
            : Type extends `MAP<${infer Key}, ${infer Of}>`
              ? ReadonlyMap<ColumnValue<Key>, ColumnValue<Of> | null>
              : Type extends `STRUCT<${string}>`
                ? readonly FeatureValue[]
                : string;

/** Of any type. */
export type FeatureValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | Uint8Array
  | readonly FeatureValue[]
  | ReadonlyMap<FeatureValue, FeatureValue>;

/** Columns with their types, as `compiled/types` has them. */
export type Columns = { readonly [name: string]: string };

/** A row of features: a value, or null where there is none (its status says why). */
export type Features<Of extends Columns> = { readonly [Name in keyof Of]: ColumnValue<Of[Name]> | null };
