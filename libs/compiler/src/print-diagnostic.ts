import type { Diagnostic } from './diagnostic.ts';

/** A diagnostic to be shown: one that a newer compiler found may have a code that is not known here. */
export type ShownDiagnostic = Omit<Diagnostic, 'code'> & { readonly code: string };

/**
 * A diagnostic for people, over two to four lines; of an object that nobody wrote here, with the path in it instead of a place in a file:
 *
 * ```
 * features/flights/departures.ts:4:18 unknown-column Table flights has no column delya, which the select late names.
 *     IF(delya > 15, 1, 0)
 *        ^^^^^
 *   Did you mean delay?
 * ```
 */
export function printDiagnostic(diagnostic: ShownDiagnostic): string {
  const { place, object, path, code, message, sql, hint } = diagnostic;
  const inside = path === '' ? object : `${object}:${path}`;
  const where = place === null ? inside : `${place.file}:${place.line}:${place.column}`;
  const lines = [`${where} ${code} ${message}`];
  if (sql !== null) lines.push(...markedSql(sql));
  return [...lines, `  ${hint}`].join('\n');
}

/** The line of the SQL that the fault starts in, and carets under it. */
function markedSql({ text, offset, length }: NonNullable<Diagnostic['sql']>): readonly string[] {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const next = text.indexOf('\n', offset);
  const line = text.slice(start, next < 0 ? text.length : next);
  // A tab before the fault stays one, so that the carets stand below it on every terminal.
  const margin = line.slice(0, offset - start).replace(/[^\t]/g, ' ');
  const carets = '^'.repeat(Math.max(1, Math.min(length, line.length - (offset - start))));
  return [`    ${line}`, `    ${margin}${carets}`];
}
