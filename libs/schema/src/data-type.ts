/**
 * The types a column can have. They are the existing system's, byte and short included, and nest without limit.
 *
 * How a value of each type is held in JavaScript, everywhere outside a column of vectors:
 *
 * | type                     | value |
 * |--------------------------|-------|
 * | boolean                  | `boolean` |
 * | byte, short, int         | `number` (an integer) |
 * | long                     | `number` while it is a safe integer, else `bigint`; never a `bigint` that would fit a `number` |
 * | float, double            | `number` (a float is widened, exactly) |
 * | string                   | `string` |
 * | binary                   | `Uint8Array` |
 * | date                     | `number`: days since 1970-01-01 |
 * | timestamp                | `number`: milliseconds since the epoch, UTC |
 * | decimal                  | {@link Decimal} |
 * | list                     | `readonly Value[]` |
 * | map                      | `ReadonlyMap<Value, Value>`; keys of equal value occur once |
 * | struct                   | a plain object with one property a field |
 *
 * `null` stands for a missing value of any type; list elements, map values and struct fields may be null.
 */
export type DataType =
  | { readonly kind: 'boolean' }
  | { readonly kind: 'byte' }
  | { readonly kind: 'short' }
  | { readonly kind: 'int' }
  | { readonly kind: 'long' }
  | { readonly kind: 'float' }
  | { readonly kind: 'double' }
  | { readonly kind: 'string' }
  | { readonly kind: 'binary' }
  | { readonly kind: 'date' }
  | { readonly kind: 'timestamp' }
  | DecimalType
  | ListType
  | MapType
  | StructType;

/** `precision` digits (1 to 38), `scale` of them after the point (0 to precision). */
export type DecimalType = { readonly kind: 'decimal'; readonly precision: number; readonly scale: number };
export type ListType = { readonly kind: 'list'; readonly element: DataType };
export type MapType = { readonly kind: 'map'; readonly key: DataType; readonly value: DataType };
export type StructType = { readonly kind: 'struct'; readonly name: string; readonly fields: readonly Field[] };
export type Field = { readonly name: string; readonly type: DataType };

export type DataKind = DataType['kind'];

/** The number `unscaled / 10^scale`. Two decimals of different scale may be equal in value. */
export type Decimal = { readonly unscaled: bigint; readonly scale: number };

export type Value =
  | null
  | boolean
  | number
  | bigint
  | string
  | Uint8Array
  | Decimal
  | readonly Value[]
  | ReadonlyMap<Value, Value>
  | { readonly [field: string]: Value };

export const booleanType: DataType = { kind: 'boolean' };
export const byteType: DataType = { kind: 'byte' };
export const shortType: DataType = { kind: 'short' };
export const intType: DataType = { kind: 'int' };
export const longType: DataType = { kind: 'long' };
export const floatType: DataType = { kind: 'float' };
export const doubleType: DataType = { kind: 'double' };
export const stringType: DataType = { kind: 'string' };
export const binaryType: DataType = { kind: 'binary' };
export const dateType: DataType = { kind: 'date' };
export const timestampType: DataType = { kind: 'timestamp' };

export const decimalType = (precision: number, scale: number): DecimalType => ({ kind: 'decimal', precision, scale });
export const listType = (element: DataType): ListType => ({ kind: 'list', element });
export const mapType = (key: DataType, value: DataType): MapType => ({ kind: 'map', key, value });
export const structType = (name: string, fields: readonly Field[]): StructType => ({ kind: 'struct', name, fields });

/**
 * The type in the field's own short text: `long`, `decimal_10_2`, `list_int`, `map_string_double`, `struct_Item`.
 * It names the records of intermediate states (`TimePair_list_int`), so it never changes.
 */
export function typeText(type: DataType): string {
  switch (type.kind) {
    case 'boolean':
      return 'bool';
    case 'decimal':
      return `decimal_${type.precision}_${type.scale}`;
    case 'list':
      return `list_${typeText(type.element)}`;
    case 'map':
      return `map_${typeText(type.key)}_${typeText(type.value)}`;
    case 'struct':
      return `struct_${type.name}`;
    default:
      return type.kind;
  }
}
