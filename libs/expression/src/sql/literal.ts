import { dateText, datetimeText, timestampText, timeText } from '../runtime/date-time-text.ts';
import { intervalText } from '../runtime/interval.ts';
import { jsonText } from '../runtime/json/text.ts';
import { bignumeric, decimalText, numeric } from '../runtime/numeric.ts';
import { UTC } from '../runtime/zone.ts';
import { fieldKey, type SqlType, typeName } from '../types/sql-type.ts';
import type { Int64, Interval, Json, SqlValue } from '../value.ts';
import { duckDbName, duckDbText, googleBytes, googleText } from './text.ts';

/** The type in DuckDB that holds values of a type of GoogleSQL; null where none does exactly. */
export function duckDbType(type: SqlType): string | null {
  switch (type.kind) {
    case 'BOOL':
      return 'BOOLEAN';
    case 'INT64':
      return 'BIGINT';
    case 'FLOAT64':
      return 'DOUBLE';
    case 'NUMERIC':
      return 'DECIMAL(38, 9)';
    case 'STRING':
      return 'VARCHAR';
    case 'BYTES':
      return 'BLOB';
    case 'DATE':
      return 'DATE';
    case 'TIME':
      return 'TIME';
    case 'DATETIME':
    case 'TIMESTAMP':
      return 'TIMESTAMP';
    case 'INTERVAL':
      return 'INTERVAL';
    case 'ARRAY': {
      const element = duckDbType(type.element);
      return element === null ? null : `${element}[]`;
    }
    case 'MAP': {
      const [key, value] = [duckDbType(type.key), duckDbType(type.value)];
      return key === null || value === null ? null : `MAP(${key}, ${value})`;
    }
    case 'STRUCT': {
      const fields = type.fields.map((field, at) => ({
        name: duckDbName(fieldKey(field, at)),
        of: duckDbType(field.type),
      }));
      return fields.some(({ of }) => of === null)
        ? null
        : `STRUCT(${fields.map(({ name, of }) => `${name} ${of}`).join(', ')})`;
    }
    case 'BIGNUMERIC':
    case 'JSON':
      return null;
  }
}

/** A value as DuckDB text of exactly its type; null where DuckDB has none. */
export function duckDbLiteral(value: SqlValue, type: SqlType): string | null {
  const target = duckDbType(type);
  if (target === null) return null;
  const text = value === null ? 'NULL' : duckDbPlain(value, type);
  return text === null ? null : `CAST(${text} AS ${target})`;
}

/** The runtime value is of the JavaScript type that its SQL type has, as the analysis made it so. */
function duckDbPlain(value: Exclude<SqlValue, null>, type: SqlType): string | null {
  switch (type.kind) {
    case 'FLOAT64':
      return duckDbText(floatText(value as number));
    case 'NUMERIC':
      return duckDbText(decimalText(value as bigint, numeric));
    case 'STRING':
      return (value as string).includes('\0') ? null : duckDbText(value as string);
    case 'BYTES':
      return duckDbText(Array.from(value as Uint8Array, (byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join(''));
    case 'DATE':
      return `DATE '1970-01-01' + CAST(${value} AS INTEGER)`;
    case 'TIME':
      return `TIME '00:00:00' + to_microseconds(${value})`;
    case 'DATETIME':
    case 'TIMESTAMP':
      return `make_timestamp(${value})`;
    case 'ARRAY':
      return listOf(
        (value as readonly SqlValue[]).map((item) => duckDbLiteral(item, type.element)),
        '[',
        ']',
      );
    case 'STRUCT': {
      const struct = value as Readonly<Record<string, SqlValue>>;
      return listOf(
        type.fields.map((field, at) => {
          const key = fieldKey(field, at);
          const of = duckDbLiteral(struct[key] ?? null, field.type);
          return of === null ? null : `${duckDbName(key)}: ${of}`;
        }),
        '{',
        '}',
      );
    }
    case 'INTERVAL': {
      const { months, days, micros } = value as { months: number; days: number; micros: Int64 };
      return `to_months(${months}) + to_days(${days}) + to_microseconds(${micros})`;
    }
    case 'MAP':
      return null;
    default:
      return duckDbText(String(value));
  }
}

const listOf = (items: readonly (string | null)[], open: string, close: string): string | null =>
  items.includes(null) ? null : `${open}${items.join(', ')}${close}`;

/** The shortest text that reads as the same number again. */
export const floatText = (value: number): string =>
  Number.isNaN(value)
    ? 'nan'
    : Number.isFinite(value)
      ? Object.is(value, -0)
        ? '-0.0'
        : String(value)
      : value > 0
        ? 'inf'
        : '-inf';

/** A value as GoogleSQL text of exactly its type, wherever it stands. */
export function googleLiteral(value: SqlValue, type: SqlType): string {
  if (value === null) return `CAST(NULL AS ${typeName(type)})`;
  switch (type.kind) {
    case 'BOOL':
      return value === true ? 'TRUE' : 'FALSE';
    case 'INT64':
      return String(value);
    case 'FLOAT64':
      return `CAST('${floatText(value as number)}' AS FLOAT64)`;
    case 'NUMERIC':
      return `NUMERIC '${decimalText(value as bigint, numeric)}'`;
    case 'BIGNUMERIC':
      return `BIGNUMERIC '${decimalText(value as bigint, bignumeric)}'`;
    case 'STRING':
      return googleText(value as string);
    case 'BYTES':
      return googleBytes(value as Uint8Array);
    case 'ARRAY':
      return `ARRAY<${typeName(type.element)}>[${(value as readonly SqlValue[]).map((item) => googleLiteral(item, type.element)).join(', ')}]`;
    case 'STRUCT': {
      const struct = value as Readonly<Record<string, SqlValue>>;
      const items = type.fields.map((field, at) => googleLiteral(struct[fieldKey(field, at)] ?? null, field.type));
      return `${typeName(type)}(${items.join(', ')})`;
    }
    case 'JSON':
      return `JSON ${googleText(jsonText((value as Json).node))}`;
    case 'MAP': {
      const entries = [...(value as ReadonlyMap<SqlValue, SqlValue>)];
      const pairs = entries.map(([key, of]) => `(${googleLiteral(key, type.key)}, ${googleLiteral(of, type.value)})`);
      return `MAP_FROM_ARRAY(ARRAY<STRUCT<${typeName(type.key)}, ${typeName(type.value)}>>[${pairs.join(', ')}])`;
    }
    default:
      return writeTyped(value, type);
  }
}

/** Types whose literals are text that the type reads. */
function writeTyped(value: SqlValue, type: SqlType): string {
  switch (type.kind) {
    case 'DATE':
      return `DATE '${dateText(value as number)}'`;
    case 'DATETIME':
      return `DATETIME '${datetimeText(value as Int64)}'`;
    case 'TIME':
      return `TIME '${timeText(value as number)}'`;
    case 'TIMESTAMP':
      return `TIMESTAMP '${timestampText(value as Int64, UTC)}'`;
    case 'INTERVAL':
      return `CAST('${intervalText(value as Interval)}' AS INTERVAL)`;
    default:
      throw new Error(`A value of type ${typeName(type)} has no literal yet.`);
  }
}
