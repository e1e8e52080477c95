import type { Field } from '@isochron/schema';
import { type Analysis, analyze } from './analyze.ts';
import type { DialectName } from './dialect.ts';

/** An expression as definitions, plans and scans hold it: GoogleSQL where it is a text alone. */
export type ExpressionText = string | TextInDialect;

export interface TextInDialect {
  readonly text: string;
  readonly dialect: DialectName;
  /**
   * Where the text has words of its own for columns: each of them, and the name of the column it stands for. The text then knows no other column. Not
   * given: columns go by their names.
   */
  readonly names?: Readonly<Record<string, string>>;
}

/** A text with its dialect, as little as says it. */
export const inDialect = (text: string, dialect: DialectName): ExpressionText =>
  dialect === 'googlesql' ? text : { text, dialect };

/** What was written. */
export const writtenText = (expression: ExpressionText): string =>
  typeof expression === 'string' ? expression : expression.text;

/** Analyzes an expression over the columns there are; the columns it reads come out by their own names. */
export function analyzeText(expression: ExpressionText, columns: readonly Field[]): Analysis {
  if (typeof expression === 'string') return analyze(expression, { columns });
  const { text, dialect, names } = expression;
  if (names === undefined) return analyze(text, { columns, dialect });
  const analysis = analyze(text, { columns: called(columns, names), dialect });
  if (analysis.analyzed === null) return analysis;
  const own = analysis.analyzed.columns.map(({ name, type }) => ({ name: names[name] ?? name, type }));
  return { analyzed: { ...analysis.analyzed, columns: own }, faults: [] };
}

/** The columns by the names that a text has for them; a name for a column that is not there is left out. */
const called = (columns: readonly Field[], names: Readonly<Record<string, string>>): readonly Field[] =>
  Object.entries(names).flatMap(([name, column]) => {
    const field = columns.find((each) => each.name === column);
    return field === undefined ? [] : [{ name, type: field.type }];
  });
