import {
  type Analyzed,
  asGoogle,
  duckDbOf,
  duckDbType,
  isProven,
  macroFile,
  type Selection,
  sqlTypeOf,
} from '@isochron/expression';
import type { Field } from '@isochron/schema';
import { quoted } from './sql.ts';
import { sqlType } from './types.ts';

/** Where GoogleSQL meets DuckDB: definitions to run once an instance. */
export const macros: string = macroFile;

/**
 * An expression over a relation's columns, where its meaning there is proven to be the same; null where it is not. One of another dialect is asked for as
 * the GoogleSQL that means the same, where there is such.
 */
export function pushedText(analyzed: Analyzed): string | null {
  const google = asGoogle(analyzed);
  if (google === null || !isProven(google.typed)) return null;
  const { typed, columns } = google;
  const text = duckDbOf(typed, (at) => {
    const field = columns[at];
    if (field === undefined) throw new TypeError('An expression names columns that it has.');
    return typed.kind === 'column' ? quoted(field.name) : computable(field);
  });
  return text === null ? null : `(${text})`;
}

/** A selection as texts for the engine; null if any part of it has to be evaluated outside. */
export function pushedSelection(
  selection: Selection,
): { readonly columns: readonly string[]; readonly where: readonly string[] } | null {
  const columns = selection.columns.map(({ analyzed }) => pushedText(analyzed));
  const where = selection.where.map(pushedText);
  return columns.every(isText) && where.every(isText) ? { columns, where } : null;
}

const isText = (text: string | null): text is string => text !== null;

/** A column in the type that expressions compute with. */
function computable({ name, type }: Field): string {
  const target = duckDbType(sqlTypeOf(type));
  return target === null || target === sqlType(type) ? quoted(name) : `CAST(${quoted(name)} AS ${target})`;
}
