import {
  DuckDBArrayType,
  DuckDBDecimalType,
  DuckDBListType,
  DuckDBMapType,
  DuckDBStructType,
  type DuckDBType,
  DuckDBTypeId,
} from '@duckdb/node-api';
import {
  binaryType,
  booleanType,
  byteType,
  type DataType,
  dateType,
  decimalType,
  doubleType,
  floatType,
  intType,
  listType,
  longType,
  mapType,
  shortType,
  stringType,
  structType,
  timestampType,
} from '@isochron/schema';
import { quoted } from './sql.ts';

const SCALARS: ReadonlyMap<DuckDBTypeId, DataType> = new Map([
  [DuckDBTypeId.BOOLEAN, booleanType],
  [DuckDBTypeId.TINYINT, byteType],
  [DuckDBTypeId.UTINYINT, shortType],
  [DuckDBTypeId.SMALLINT, shortType],
  [DuckDBTypeId.USMALLINT, intType],
  [DuckDBTypeId.INTEGER, intType],
  [DuckDBTypeId.UINTEGER, longType],
  [DuckDBTypeId.BIGINT, longType],
  [DuckDBTypeId.FLOAT, floatType],
  [DuckDBTypeId.DOUBLE, doubleType],
  [DuckDBTypeId.VARCHAR, stringType],
  [DuckDBTypeId.UUID, stringType],
  [DuckDBTypeId.ENUM, stringType],
  [DuckDBTypeId.BLOB, binaryType],
  [DuckDBTypeId.DATE, dateType],
  [DuckDBTypeId.TIMESTAMP, timestampType],
  [DuckDBTypeId.TIMESTAMP_S, timestampType],
  [DuckDBTypeId.TIMESTAMP_MS, timestampType],
  [DuckDBTypeId.TIMESTAMP_NS, timestampType],
  [DuckDBTypeId.TIMESTAMP_TZ, timestampType],
]);

/**
 * The type as the platform has it. Unsigned integers widen to the next signed type; a null literal is a string; what holds no type of
 * ours (64-bit unsigned, 128-bit, times of day, intervals, bits, unions) is a fault, in words.
 */
export function dataTypeOf(type: DuckDBType): DataType | { readonly fault: string } {
  const scalar = SCALARS.get(type.typeId);
  if (scalar !== undefined) return scalar;
  if (type.typeId === DuckDBTypeId.SQLNULL) return stringType;
  if (type instanceof DuckDBDecimalType) return decimalType(type.width, type.scale);
  if (type instanceof DuckDBListType || type instanceof DuckDBArrayType) {
    const element = dataTypeOf(type.valueType);
    return 'fault' in element ? element : listType(element);
  }
  if (type instanceof DuckDBMapType) {
    const key = dataTypeOf(type.keyType);
    if ('fault' in key) return key;
    const value = dataTypeOf(type.valueType);
    return 'fault' in value ? value : mapType(key, value);
  }
  if (type instanceof DuckDBStructType) return structOf(type);
  return { fault: `type ${String(type)} is not supported; cast it to BIGINT, DOUBLE, DECIMAL or VARCHAR` };
}

function structOf(type: DuckDBStructType): DataType | { readonly fault: string } {
  const fields = [];
  for (const [at, name] of type.entryNames.entries()) {
    const entry = type.entryTypes[at];
    const field = entry === undefined ? { fault: 'a struct field has no type' } : dataTypeOf(entry);
    if ('fault' in field) return field;
    fields.push({ name, type: field });
  }
  return structType('row', fields);
}

/** The DuckDB type in which a column of this type is stored and passed on. Timestamps are whole milliseconds in it. */
export function sqlType(type: DataType): string {
  switch (type.kind) {
    case 'boolean':
      return 'BOOLEAN';
    case 'byte':
      return 'TINYINT';
    case 'short':
      return 'SMALLINT';
    case 'int':
      return 'INTEGER';
    case 'long':
      return 'BIGINT';
    case 'float':
      return 'FLOAT';
    case 'double':
      return 'DOUBLE';
    case 'string':
      return 'VARCHAR';
    case 'binary':
      return 'BLOB';
    case 'date':
      return 'DATE';
    case 'timestamp':
      return 'TIMESTAMP';
    case 'decimal':
      return `DECIMAL(${type.precision}, ${type.scale})`;
    case 'list':
      return `${sqlType(type.element)}[]`;
    case 'map':
      return `MAP(${sqlType(type.key)}, ${sqlType(type.value)})`;
    case 'struct':
      return `STRUCT(${type.fields.map((field) => `${quoted(field.name)} ${sqlType(field.type)}`).join(', ')})`;
  }
}

/** An expression in the stored form of its type. A time finer than a millisecond goes to the millisecond that contains it. */
export function stored(expression: string, type: DataType): string {
  const cast = `CAST(${expression} AS ${sqlType(type)})`;
  return type.kind === 'timestamp' ? `date_trunc('millisecond', ${cast})` : cast;
}

/** The milliseconds of a timestamp in stored form, also before 1970. */
export const milliseconds = (timestamp: string): string => `epoch_ms(${timestamp})`;
