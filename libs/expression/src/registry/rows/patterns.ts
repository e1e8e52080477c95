import {
  extract,
  extractAll,
  instrOf,
  type RegularExpression,
  regularExpression,
  replaceMatches,
  replacementOf,
} from '../../runtime/regular-expression.ts';
import { remembered } from '../../runtime/remembered.ts';
import { ofBytes, ofText, overBytes, type Units } from '../../runtime/units.ts';
import { STRING } from '../../types/sql-type.ts';
import type { Int64, SqlValue } from '../../value.ts';
import {
  type CallFault,
  type CallSite,
  type Difference,
  type FunctionRow,
  type Implementation,
  made,
  row,
} from '../row.ts';
import { constantText, readable } from './pattern-arguments.ts';

type Search = (expression: RegularExpression, text: string, ...rest: never[]) => SqlValue;

/** A search of STRING by a pattern and one of BYTES. The patterns of the last rows are remembered, so that each is read once. */
function search(
  signature: string,
  of: (units: Units) => Search,
  {
    check,
    ...rest
  }: Omit<Implementation, 'js' | 'check'> & { readonly check?: (call: CallSite) => CallFault | null } = {},
): Readonly<Record<string, Implementation>> {
  const each = (units: Units) => () => {
    const read = remembered((pattern) => regularExpression(pattern, units));
    const searched = of(units);
    return (text: string, pattern: string, ...more: readonly unknown[]) =>
      searched(read(pattern), text, ...(more as never[]));
  };
  const checked = (units: Units): Pick<Implementation, 'check' | 'differs'> => {
    const readsPattern = readable(1, 2, (pattern) => regularExpression(pattern, units));
    return {
      check: (call) => readsPattern(call) ?? check?.(call) ?? null,
      differs: knownToDiffer((args) => readsPattern(siteOfValues(args)) ?? check?.(siteOfValues(args)) ?? null),
    };
  };
  return {
    [signature.replaceAll('X', 'STRING')]: { ...rest, ...checked(ofText), js: made(each(ofText)) },
    [signature.replaceAll('X', 'BYTES')]: {
      ...rest,
      ...checked(ofBytes),
      js: made(() => overBytes(each(ofBytes)())),
      duckdb: null,
      pushdown: 'closure',
    },
  };
}

/** The arguments as if all of them were constants. */
const siteOfValues = (args: readonly SqlValue[]): CallSite => ({
  args: args.map((constant) => ({ type: STRING, name: '', constant })),
  result: STRING,
});

const knownToDiffer = (faultOf: (args: readonly SqlValue[]) => CallFault | null): Difference => ({
  reason:
    'a constant pattern that cannot be read is refused before there are rows, though none might ask for it; \\B and \\C are of the bytes of a STRING there',
  covers: (args) => faultOf(args) !== null || looksAtBytes(args),
});

/** `\\B` is true between the bytes of a character beyond ASCII, where the engine then fails or gives half a character. */
const looksAtBytes = ([text, pattern]: readonly SqlValue[]): boolean =>
  typeof text === 'string' && typeof pattern === 'string' && /[^\0-\x7f]/.test(text) && pattern.includes('\\B');

const hints = ['', 'pattern', 'small', 'small', 'small'];

const extraction = (name: string): FunctionRow =>
  row(
    name,
    'patterns',
    'The text of a match, or of the pattern’s one group; null without one. Counted from a position on, in which the text then begins.',
    search(
      '(X, X, optional INT64, optional INT64) -> X',
      () => (expression, text, position?: Int64, occurrence?: Int64) => extract(expression, text, position, occurrence),
      { hints },
    ),
  );

export const patternRows: readonly FunctionRow[] = [
  row(
    'REGEXP_CONTAINS',
    'patterns',
    'Whether a pattern of RE2 matches anywhere in a text.',
    search('(X, X) -> BOOL', () => (expression, text) => expression.test(text), {
      hints,
      givesNull: false,
      pushdown: 'proven',
      // DuckDB reads a pattern that differs by row for each row, and fails where it is wrong even if it isn't asked for.
      duckdb: ([text, pattern], call) =>
        constantText(call, 1) === undefined ? null : `regexp_matches(${text}, ${pattern})`,
    }),
  ),
  extraction('REGEXP_EXTRACT'),
  extraction('REGEXP_SUBSTR'),
  row(
    'REGEXP_EXTRACT_ALL',
    'patterns',
    'The texts of all matches, or of the pattern’s one group in them.',
    search('(X, X) -> ARRAY<X>', () => extractAll, { hints, givesNull: false }),
  ),
  row(
    'REGEXP_INSTR',
    'patterns',
    'The place of a match, or of the pattern’s one group, from 1; 0 without one. With 1 as the last argument, the place after it.',
    search(
      '(X, X, optional INT64, optional INT64, optional INT64) -> INT64',
      () => (expression, text, position?: Int64, occurrence?: Int64, after?: Int64) =>
        instrOf(expression, text, position, occurrence, after),
      { hints, givesNull: false },
    ),
  ),
  row(
    'REGEXP_REPLACE',
    'patterns',
    'Every match replaced by a text in which \\0 is the match, \\1 to \\9 its groups, and \\\\ a backslash.',
    search(
      '(X, X, X) -> X',
      () => {
        const read = remembered(replacementOf);
        return (expression, text, replacement: string) => replaceMatches(expression, text, read(replacement));
      },
      { hints: ['', 'pattern', 'replacement'], givesNull: false, check: readable(2, 3, replacementOf) },
    ),
  ),
];
