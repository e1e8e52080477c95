import { likeTest } from '../../runtime/like.ts';
import { remembered } from '../../runtime/remembered.ts';
import { binaryOf, overBytes } from '../../runtime/units.ts';
import type { SqlValue } from '../../value.ts';
import { type Difference, type FunctionRow, type Implementation, made, type RowFunction, row } from '../row.ts';
import { constantText, readable } from './pattern-arguments.ts';

/** A signature of STRING and one of BYTES. */
const both = (signature: string, of: () => RowFunction, rest: Omit<Implementation, 'js'>) => ({
  [signature.replaceAll('X', 'STRING')]: { ...rest, js: made(of) },
  [signature.replaceAll('X', 'BYTES')]: {
    ...rest,
    js: made(() => overBytes(of())),
    duckdb: null,
    pushdown: 'closure' as const,
  },
});

type Patterns = readonly (string | null)[];

/**
 * Whether a text is like any of the patterns (`decisive` TRUE) or like all of them (FALSE); null where a null leaves it open. The first that it is
 * like decides; for all of them, all are read.
 */
const quantified = (decisive: boolean) => (): ((text: string | null, patterns: Patterns) => boolean | null) => {
  const read = remembered(likeTest);
  return (text, patterns) => {
    let [isDecided, isOpen] = [false, false];
    for (const pattern of patterns) {
      const isLike = text === null || pattern === null ? null : read(pattern)(text);
      if (isLike === true && decisive) return true;
      isDecided ||= isLike === decisive;
      isOpen ||= isLike === null;
    }
    return isDecided ? decisive : isOpen ? null : !decisive;
  };
};

const ofList = (decisive: boolean) => () => {
  const test = quantified(decisive)();
  return (text: string | null, ...patterns: Patterns) => test(text, patterns);
};

/** An array that is null is empty. */
const ofArray = (decisive: boolean) => () => {
  const test = quantified(decisive)();
  return (text: string | null, patterns: Patterns | null) => test(text, patterns ?? []);
};

const fromRows: Difference = {
  reason:
    'a pattern in a constant array that cannot be read fails in the rows that ask for it, not before there are rows',
  covers: ([, patterns]) => Array.isArray(patterns) && patterns.some((each) => each !== null && !isReadable(each)),
};

const isReadable = (pattern: SqlValue): boolean => {
  const text = pattern instanceof Uint8Array ? binaryOf(pattern) : String(pattern);
  return /^(?:[^\\]|\\.)*$/s.test(text);
};

const quantifiedRows = (word: 'any' | 'all', decisive: boolean): readonly FunctionRow[] => [
  row(
    `$like_${word}`,
    'patterns',
    `Whether a text is like ${word} of the patterns; NULL where a null leaves it open.`,
    both('(X, X, repeated X) -> BOOL', ofList(decisive), {
      nulls: 'own',
      hints: ['', 'like'],
      check: readable(1, Number.POSITIVE_INFINITY, likeTest),
    }),
    ([text, ...patterns]) => `(${text} LIKE ${word.toUpperCase()} (${patterns.join(', ')}))`,
  ),
  row(
    `$like_${word}_array`,
    'patterns',
    `Whether a text is like ${word} of the patterns in an array; NULL where a null leaves it open.`,
    both('(X, ARRAY<X>) -> BOOL', ofArray(decisive), { nulls: 'own', differs: fromRows }),
    ([text, patterns]) => `(${text} LIKE ${word.toUpperCase()} UNNEST(${patterns}))`,
  ),
];

const like = (): ((text: string, pattern: string) => SqlValue) => {
  const test = remembered(likeTest);
  return (text, pattern) => test(pattern)(text);
};

export const likeRows: readonly FunctionRow[] = [
  row(
    '$like',
    'patterns',
    'Whether a whole text is as the pattern says: % any characters, _ one, a backslash before either for itself.',
    both('(X, X) -> BOOL', like, {
      givesNull: false,
      hints: ['', 'like'],
      check: readable(1, 2, likeTest),
      // A pattern that differs by row may be wrong in a row that DuckDB never reads to its end.
      pushdown: 'proven',
      duckdb: ([text, pattern], call) =>
        constantText(call, 1) === undefined ? null : `(${text} LIKE ${pattern} ESCAPE '\\')`,
    }),
    ([text, pattern]) => `(${text} LIKE ${pattern})`,
  ),
  ...quantifiedRows('any', true),
  ...quantifiedRows('all', false),
];
