import { type Analyzed, analyze } from '../analysis/analyze.ts';
import { childrenOf, type Typed } from '../analysis/typed.ts';
import { functionNamed } from '../registry/index.ts';
import { type SqlType, sameType } from '../types/sql-type.ts';
import { bigQueryOf, hasGoogleText } from './print.ts';
import { googleName } from './text.ts';

/**
 * An expression of another dialect, or of several, as one of GoogleSQL that means the same; itself where all of it is GoogleSQL already; null where
 * GoogleSQL has no text for it. `types`: how its columns are seen, where that is not by their types.
 */
export function asGoogle(analyzed: Analyzed, types?: readonly SqlType[]): Analyzed | null {
  if (isGoogle(analyzed.typed)) return analyzed;
  if (!hasGoogleText(analyzed.typed)) return null;
  const { columns } = analyzed;
  // Two columns of the expression may be one of the table, by two names.
  const distinct = columns.filter(({ name }, at) => columns.findIndex((each) => each.name === name) === at);
  const text = bigQueryOf(analyzed.typed, (at) => googleName(columns[at]?.name ?? ''));
  const again = analyze(text, {
    columns: distinct,
    ...(types !== undefined && {
      typeOf: ({ name }) => types[columns.findIndex((each) => each.name === name)] ?? analyzed.type,
    }),
  }).analyzed;
  if (again === null || !sameType(again.type, analyzed.type)) return null;
  return { ...again, text: analyzed.text, dataType: analyzed.dataType };
}

/** Whether every function and cast in it is GoogleSQL's own. */
function isGoogle(node: Typed): boolean {
  if (node.kind === 'call' && functionNamed(node.row.name) !== node.row) return false;
  // Casts of GoogleSQL are written as such; those of another dialect say how.
  if (node.kind === 'cast' && node.cast.write !== undefined) return false;
  return childrenOf(node).every(isGoogle);
}
