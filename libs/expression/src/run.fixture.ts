import type { Field } from '@isochron/schema';
import { analyze } from './analysis/analyze.ts';
import type { DialectName } from './analysis/dialect.ts';
import { compileTyped } from './javascript/compile.ts';
import type { SqlValue } from './value.ts';

/** The value of an expression over one row. Throws the faults of a text that has some. */
export function evaluate(
  text: string,
  columns: readonly Field[] = [],
  row: Readonly<Record<string, SqlValue>> = {},
  dialect: DialectName = 'googlesql',
) {
  const { analyzed, faults } = analyze(text, { columns, dialect });
  if (analyzed === null) throw new Error(faults.map(({ message }) => message).join(' '));
  return compileTyped(analyzed.typed, text, analyzed.columns)(analyzed.columns.map(({ name }) => row[name] ?? null));
}
