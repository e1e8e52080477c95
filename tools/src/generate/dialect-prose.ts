/** What only people can say of dialects: paragraphs of `docs/dialects.md`. */
export const howToSay: readonly string[] = [
  'Expressions (selects, conditions, times, derivations) are GoogleSQL, or Spark SQL where that is said. A definition is of one dialect as a whole; the parts of a',
  'join are of their own. Spark SQL is there so that definitions of the existing system are taken over as they are, with the numbers that they have.\n',
  '| where | how |',
  '|---|---|',
  "| a definition | `groupBy({ dialect: 'spark', … })`, `join({ dialect: 'spark', … })` |",
  "| a repository, for definitions and compiled files that do not say it | `export default config({ dialect: 'spark' })` in `isochron.config.ts` |",
  '| a call, for the same | `isochron backfill PATH --start … --end … --dialect spark` |',
  '| a compiled file | `metaData.expressionDialect`: 0 is GoogleSQL, 1 is Spark SQL |',
  '',
  '```ts',
  'const visits = eventSource({',
  '  table: tables.visits,',
  "  time: 'UNIX_TIMESTAMP(seen) * 1000',          // seen is a text; null where it is no time, and counted",
  "  select: { user: 'user', coins: 'CAST(spent AS INT)', rate: 'bought / tried' },",
  '});',
  'export const byUser = groupBy({',
  "  version: 1, dialect: 'spark', sources: [visits], keys: ['user'],",
  "  aggregations: ({ coins, rate }) => [coins.sum('1d'), rate.average('7d')],",
  "  derive: { share: 'coins_sum_1d * 1.0 / rate_average_7d' },",
  '});',
  '```\n',
  'What is compiled here always says its dialect. A file that the existing system compiled never does, and nothing in it tells with certainty, so that it is never',
  'guessed: without a configuration or a flag it is read as GoogleSQL, and the command says so. A function or an operator that only the other dialect has is refused',
  'with its name, the dialect that has it, and what to write instead.\n',
];

export const sameInBoth: readonly string[] = [
  '- A name alone is a column, by its case first, and without regard to case where only one fits; quoted, it stands between back quotes.',
  '- Types of columns, and how values are held. INT64 is `BIGINT`, FLOAT64 is `DOUBLE`, and so on; what a select makes has one type, whichever dialect it is of.',
  '- Three-valued logic: AND, OR, NOT, CASE, IS NULL, IN, BETWEEN.',
  '- What a row without a value does: the query fails with its key, expression and position. Spark SQL, with ANSI off, has nearly none.',
  '- Evaluation: by closures, before the fold; an engine is asked only for what is proven to agree. Of Spark SQL that is what GoogleSQL has a text for that means the',
  '  same (`UNIX_TIMESTAMP(seen) * 1000` is `UNIX_SECONDS(seen) * 1000` of a timestamp), as [functions](functions.md) marks it; what wraps around, reads numbers in',
  '  texts or formats has none. The same text is what BigQuery is given.',
];

export const notSpark: readonly string[] = [
  'Spark SQL is that of 3.5 with ANSI off, in UTC, with the legacy time parser.\n',
  '- Whole numbers have 64 bits: arithmetic of INT columns wraps there, not at 32. `CAST(x AS INT)` cuts to 32.',
  '- Decimal literals (`1.0`) and arithmetic of decimals are floating point. DECIMAL has 9 digits after the point and 29 before, and no zeros at the end of its text.',
  '- Patterns are those of Java that RE2 has too: lookaround and references to groups are refused.',
  '- Dates and timestamps end at the years 1 and 9999; what is computed beyond is a fault.',
  '- Logarithms, powers and trigonometry may differ in the last bit. Digits of doubles are the fewest that read as them again, as of JDK 19.',
  '- A condition is BOOL, not a number.',
  '',
];
