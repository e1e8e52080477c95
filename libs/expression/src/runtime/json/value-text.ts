import { compareStrings } from '@isochron/schema';
import { fieldKey, type SqlType } from '../../types/sql-type.ts';
import type { Int64, Json, SqlValue } from '../../value.ts';
import { float64Text } from '../float64-text.ts';
import { bignumeric, type DecimalFormat, decimalText, numeric } from '../numeric.ts';
import { isLossless, nodeMaker } from './from-value.ts';
import { jsonText, prettyText, quotedForScripts } from './text.ts';

/** A value as JSON text; `indent`: null for one line, else what the value's lines after its first begin with. */
export type Writer = (value: SqlValue, indent: string | null) => string;

/**
 * Writes values of a type as TO_JSON_STRING does: every field of a struct, also of one name; whole numbers that a double would change, and decimals
 * with a fraction, as strings.
 */
export function writerOf(type: SqlType): Writer {
  const write = presentWriter(type);
  return (value, indent) => (value === null ? 'null' : write(value as never, indent));
}

function presentWriter(type: SqlType): (value: never, indent: string | null) => string {
  switch (type.kind) {
    case 'BOOL':
      return (value: boolean) => String(value);
    case 'INT64':
      return (value: Int64) => (isLossless(BigInt(value)) ? `${value}` : `"${value}"`);
    case 'FLOAT64':
      return (value: number) => (Number.isFinite(value) ? float64Text(value) : `"${value}"`);
    case 'NUMERIC':
      return (value: bigint) => decimalJson(value, numeric);
    case 'BIGNUMERIC':
      return (value: bigint) => decimalJson(value, bignumeric);
    case 'JSON':
      return (value: Json, indent) => (indent === null ? jsonText(value.node) : prettyText(value.node, indent));
    case 'ARRAY': {
      const element = writerOf(type.element);
      return (items: readonly SqlValue[], indent) =>
        block('[]', indent, (inner) => items.map((item) => element(item, inner)));
    }
    case 'STRUCT': {
      const fields = type.fields.map((field, at) => ({
        name: quotedForScripts(field.name),
        key: fieldKey(field, at),
        write: writerOf(field.type),
      }));
      return (struct: Readonly<Record<string, SqlValue>>, indent) =>
        block('{}', indent, (inner) =>
          fields.map(
            ({ name, key, write }) => `${name}:${inner === null ? '' : ' '}${write(struct[key] ?? null, inner)}`,
          ),
        );
    }
    case 'MAP': {
      const [value, compare] = [writerOf(type.value), byName];
      return (map: ReadonlyMap<string, SqlValue>, indent) =>
        block('{}', indent, (inner) =>
          [...map]
            .sort(compare)
            .map(([key, of]) => `${quotedForScripts(key)}:${inner === null ? '' : ' '}${value(of, inner)}`),
        );
    }
    default: {
      const make = nodeMaker(type);
      return (value: SqlValue) => quotedForScripts(String(make(value, false)));
    }
  }
}

const byName = ([a]: readonly [string, SqlValue], [b]: readonly [string, SqlValue]): number => compareStrings(a, b);

function block(
  brackets: '[]' | '{}',
  indent: string | null,
  write: (inner: string | null) => readonly string[],
): string {
  const inner = indent === null ? null : `${indent}  `;
  const items = write(inner);
  if (items.length === 0) return brackets;
  return inner === null
    ? `${brackets[0]}${items.join(',')}${brackets[1]}`
    : `${brackets[0]}\n${inner}${items.join(`,\n${inner}`)}\n${indent}${brackets[1]}`;
}

function decimalJson(value: bigint, format: DecimalFormat): string {
  const text = decimalText(value, format);
  return value % format.one === 0n && isLossless(value / format.one) ? text : `"${text}"`;
}
