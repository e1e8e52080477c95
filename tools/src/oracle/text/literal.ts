import { fieldKey, type Interval, type Json, type SqlType, type SqlValue, typeName } from '@isochron/expression';
import {
  dateText,
  datetimeText,
  decimalText,
  float64Text,
  intervalText,
  jsonText,
  shown,
  timestampText,
  timeText,
} from './plain.ts';

/**
 * A value as GoogleSQL text that is of the type without a context: `CAST('nan' AS FLOAT64)`, `ARRAY<INT64>[]`, `CAST(NULL AS DATE)`. Where
 * the language has a literal for it, it is that.
 */
export function literal(type: SqlType, value: SqlValue): string {
  if (value === null) return `CAST(NULL AS ${typeName(type)})`;
  switch (type.kind) {
    case 'ARRAY':
      return arrayLiteral(type, value as readonly SqlValue[]);
    case 'STRUCT':
      return structLiteral(type, value as Readonly<Record<string, SqlValue>>);
    case 'MAP':
      // For people: GoogleSQL has no maps, and is never asked for one.
      return `MAP${shown(value)}`;
    default:
      return scalars[type.kind](value as never);
  }
}

/** Each takes what `SqlValue` says values of its type are. */
const scalars: Readonly<Record<Exclude<SqlType['kind'], 'ARRAY' | 'STRUCT' | 'MAP'>, (value: never) => string>> = {
  BOOL: (value: boolean) => (value ? 'TRUE' : 'FALSE'),
  INT64: (value: number | bigint) => signed(`${value}`),
  FLOAT64: (value: number) =>
    Number.isFinite(value) ? signed(float64Text(value)) : `CAST('${float64Text(value)}' AS FLOAT64)`,
  NUMERIC: (value: bigint) => `NUMERIC '${decimalText(value, 9)}'`,
  BIGNUMERIC: (value: bigint) => `BIGNUMERIC '${decimalText(value, 38)}'`,
  STRING: (value: string) => stringLiteral(value),
  BYTES: (value: Uint8Array) => `b'${[...value].map(byteText).join('')}'`,
  DATE: (value: number) => `DATE '${dateText(value)}'`,
  DATETIME: (value: number | bigint) => `DATETIME '${datetimeText(value)}'`,
  TIME: (value: number) => `TIME '${timeText(value)}'`,
  TIMESTAMP: (value: number | bigint) => `TIMESTAMP '${timestampText(value)}'`,
  INTERVAL: (value: Interval) => `INTERVAL '${intervalText(value)}' YEAR TO SECOND`,
  JSON: (value: Json) => `JSON ${stringLiteral(jsonText(value.node))}`,
};

/** In parentheses, so that `1 - -1` is not the beginning of a comment, and `-1.f` no field. */
const signed = (text: string): string => (text.startsWith('-') ? `(${text})` : text);

export function stringLiteral(text: string): string {
  const escaped = text.replaceAll(/['\\]/g, (each) => `\\${each}`);
  return `'${escaped.replaceAll(/[\p{Cc}\p{Cf}\p{Z}\p{M}]/gu, (each) => (each === ' ' ? each : codeText(each)))}'`;
}

function codeText(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code > 0xffff ? `\\U${code.toString(16).padStart(8, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
}

const byteText = (byte: number): string =>
  byte >= 0x20 && byte < 0x7f && byte !== 0x27 && byte !== 0x5c
    ? String.fromCharCode(byte)
    : `\\x${byte.toString(16).padStart(2, '0')}`;

function arrayLiteral(type: Extract<SqlType, { kind: 'ARRAY' }>, items: readonly SqlValue[]): string {
  return `${typeName(type)}[${items.map((item) => (item === null ? 'NULL' : literal(type.element, item))).join(', ')}]`;
}

function structLiteral(type: Extract<SqlType, { kind: 'STRUCT' }>, value: Readonly<Record<string, SqlValue>>): string {
  const fields = type.fields.map((field, at) => {
    const of = value[fieldKey(field, at)] ?? null;
    return of === null ? 'NULL' : literal(field.type, of);
  });
  return `${typeName(type)}(${fields.join(', ')})`;
}
