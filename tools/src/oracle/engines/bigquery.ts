import { bigQueryOf, hasGoogleText } from '@isochron/expression';
import type { Case } from '../case.ts';
import type { Answer } from './answer.ts';
import type { AnalyzedCase } from './duckdb.ts';

/** The case written anew, as we write it for BigQuery; an answer where it cannot be written; null where there is nothing to write. */
export function rewritten({ of, analyzed }: AnalyzedCase): Case | Answer | null {
  if (analyzed === null || !hasGoogleText(analyzed.typed)) return null;
  try {
    const text = bigQueryOf(analyzed.typed, (column) => `\`${analyzed.columns[column]?.name}\``);
    return { text, columns: of.columns };
  } catch (thrown) {
    return { kind: 'unanswered', message: `crashed: ${thrown instanceof Error ? thrown.message : String(thrown)}` };
  }
}
