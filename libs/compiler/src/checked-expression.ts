import { type Analyzed, analyze, type Fault, syntaxFaults } from '@isochron/expression';
import type { Field } from '@isochron/schema';

/** One SQL text of a definition, read and typed as far as it can be. */
export interface CheckedExpression {
  readonly path: string;
  readonly text: string;
  /** Where it stands, to be read in a sentence: `the select late`. */
  readonly what: string;
  /** What its names belong to, to be read in a sentence: `Table flights`. */
  readonly owner: string;
  /** The names it may use. */
  readonly names: readonly string[];
  readonly role: 'time' | 'select' | 'condition' | 'derivation';
  /** null while it has faults, or while its columns are not known. */
  readonly analyzed: Analyzed | null;
  readonly faults: readonly Fault[];
}

/** `fields`: the columns it may name; null when they are not known, so that only what is wrong with any columns is said. */
export function checkExpression(
  about: Pick<CheckedExpression, 'path' | 'text' | 'what' | 'owner' | 'role'>,
  fields: readonly Field[] | null,
): CheckedExpression {
  if (fields === null) return { ...about, names: [], analyzed: null, faults: syntaxFaults(about.text) };
  const { analyzed, faults } = analyze(about.text, { columns: fields });
  return { ...about, names: fields.map(({ name }) => name), analyzed, faults };
}
