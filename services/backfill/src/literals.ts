import { quotedName } from '@isochron/expression';
import { type DataType, type Field, keyOf, type Value } from '@isochron/schema';

/** More values than this are not listed in a condition. */
const LISTED_MAX = 2_000;

/** A value, not null, as GoogleSQL; null for types whose values are not written out. */
export function literalOf(type: DataType, value: Value): string | null {
  switch (type.kind) {
    case 'string':
      return quotedText(String(value));
    case 'byte':
    case 'short':
    case 'int':
    case 'long':
      return String(value);
    case 'boolean':
      return value === true ? 'TRUE' : 'FALSE';
    case 'date':
      return `DATE_FROM_UNIX_DATE(${String(value)})`;
    case 'timestamp':
      return `TIMESTAMP_MILLIS(${String(value)})`;
    default:
      return null;
  }
}

/**
 * Conditions that narrow a query to rows whose columns have any of these values, where they can be written out and are not too many: more rows
 * than wanted may come, never fewer. `rows`: the values of the columns, none of them null.
 */
export function amongConditions(columns: readonly Field[], rows: readonly (readonly Value[])[]): readonly string[] {
  return columns.flatMap(({ name, type }, position) => {
    const key = keyOf(type);
    const values = new Map(rows.map((row) => [key(row[position] ?? null), row[position] ?? null]));
    if (values.size > LISTED_MAX) return [];
    const literals = [...values.values()].map((value) => literalOf(type, value));
    if (literals.includes(null) || literals.length === 0) return [];
    return [`${quotedName(name)} IN (${literals.join(', ')})`];
  });
}

const quotedText = (text: string): string =>
  `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n').replaceAll('\r', '\\r')}'`;
