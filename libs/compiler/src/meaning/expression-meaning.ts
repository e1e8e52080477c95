import { type Canonical, canonicalOf, type DialectName } from '@isochron/expression';

/** A column of a table, which engines do not tell from another by its case alone. */
export const tableColumn = (name: string): Canonical => ['column', name.toLowerCase()];

/**
 * What an expression says, where `column` says what each name in it means. A name alone means the same in every dialect. A text that cannot be read
 * means its own words.
 */
export function expressionMeaning(text: string, column: (name: string) => Canonical, dialect: DialectName): Canonical {
  let named: Canonical | null = null;
  const canonical = canonicalOf(
    text,
    (name) => {
      named = column(name);
      return named;
    },
    dialect,
  );
  if (canonical === null) return ['text', dialect, text.trim().replaceAll(/\s+/g, ' ')];
  return canonical === named ? canonical : [dialect, canonical];
}
