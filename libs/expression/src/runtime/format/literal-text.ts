import { fieldKey, type SqlType } from '../../types/sql-type.ts';
import type { Int64, Interval, Json, SqlValue } from '../../value.ts';
import { dateText, datetimeText, timestampText, timeText } from '../date-time-text.ts';
import { float64Text } from '../float64-text.ts';
import { intervalText } from '../interval.ts';
import { jsonText } from '../json/text.ts';
import { bignumeric, decimalText, numeric } from '../numeric.ts';
import { UTC } from '../zone.ts';

/** `plain`: as people read it, `%t`. `literal`: as GoogleSQL reads it back, `%T`. */
export type Style = 'plain' | 'literal';

type Write = (value: never) => string;

/** Writes values of a type, NULL as such. */
export function textMaker(type: SqlType, style: Style): (value: SqlValue) => string {
  const write = presentMaker(type, style);
  return (value) => (value === null ? 'NULL' : write(value as never));
}

function presentMaker(type: SqlType, style: Style): Write {
  switch (type.kind) {
    case 'ARRAY': {
      const element = textMaker(type.element, style);
      return (items: readonly SqlValue[]) => `[${items.map(element).join(', ')}]`;
    }
    case 'STRUCT': {
      const fields = type.fields.map((field, at) => ({
        key: fieldKey(field, at),
        write: textMaker(field.type, style),
      }));
      const opening = style === 'literal' && fields.length === 1 ? 'STRUCT(' : '(';
      return (struct: Readonly<Record<string, SqlValue>>) =>
        `${opening}${fields.map(({ key, write }) => write(struct[key] ?? null)).join(', ')})`;
    }
    case 'MAP':
      throw new Error('GoogleSQL has no text of a MAP.');
    default:
      return (style === 'plain' ? plain : literal)[type.kind];
  }
}

type ScalarWriters = Readonly<Record<Exclude<SqlType['kind'], 'ARRAY' | 'STRUCT' | 'MAP'>, Write>>;

const plain: ScalarWriters = {
  BOOL: (value: boolean) => `${value}`,
  INT64: (value: Int64) => `${value}`,
  FLOAT64: doubleText,
  NUMERIC: (value: bigint) => decimalText(value, numeric),
  BIGNUMERIC: (value: bigint) => decimalText(value, bignumeric),
  STRING: (value: string) => value,
  BYTES: (value: Uint8Array) => bytesEscaped(value, '"\'`'),
  DATE: dateText,
  DATETIME: datetimeText,
  TIME: timeText,
  TIMESTAMP: (micros: Int64) => timestampText(micros, UTC),
  INTERVAL: (value: Interval) => intervalText(value),
  JSON: ({ node }: Json) => jsonText(node),
};

const literal: ScalarWriters = {
  BOOL: plain.BOOL,
  INT64: plain.INT64,
  FLOAT64: (value: number) => (Number.isFinite(value) ? doubleText(value) : `CAST("${float64Text(value)}" AS FLOAT64)`),
  NUMERIC: typed('NUMERIC', plain.NUMERIC),
  BIGNUMERIC: typed('BIGNUMERIC', plain.BIGNUMERIC),
  STRING: quoted,
  BYTES: (value: Uint8Array) => {
    const quote = quoteFor(value.includes(0x22), value.includes(0x27));
    return `b${quote}${bytesEscaped(value, quote)}${quote}`;
  },
  DATE: typed('DATE', plain.DATE),
  DATETIME: typed('DATETIME', plain.DATETIME),
  TIME: typed('TIME', plain.TIME),
  TIMESTAMP: typed('TIMESTAMP', plain.TIMESTAMP),
  INTERVAL: (value: Interval) => `INTERVAL "${intervalText(value)}" YEAR TO SECOND`,
  JSON: ({ node }: Json) => `JSON ${quoted(jsonText(node))}`,
};

function typed(name: string, write: Write): Write {
  return (value) => `${name} "${write(value)}"`;
}

/** A whole number keeps a point, so that it reads as a FLOAT64; zero keeps its sign. */
function doubleText(value: number): string {
  const text = Object.is(value, -0) ? '-0' : float64Text(value);
  return /^-?\d+$/.test(text) ? `${text}.0` : text;
}

const quoteFor = (hasDouble: boolean, hasSingle: boolean): '"' | "'" => (hasDouble && !hasSingle ? "'" : '"');

const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\\': '\\\\' };

const codeText = (code: number): string => `\\x${code.toString(16).padStart(2, '0')}`;

/** Between quotes of the kind that it does not hold, if there is one. */
function quoted(text: string): string {
  const quote = quoteFor(text.includes('"'), text.includes("'"));
  let escaped = '';
  for (const character of text) escaped += characterText(character, quote);
  return quote + escaped + quote;
}

/** `quotes`: the ones that are escaped. */
function characterText(character: string, quotes: string): string {
  if (quotes.includes(character)) return `\\${character}`;
  const code = character.charCodeAt(0);
  return SHORT[character] ?? (code < 0x20 || code === 0x7f ? codeText(code) : character);
}

function bytesEscaped(bytes: Uint8Array, quotes: string): string {
  let text = '';
  for (const byte of bytes)
    text += byte < 0x20 || byte > 0x7e ? codeText(byte) : characterText(String.fromCharCode(byte), quotes);
  return text;
}
