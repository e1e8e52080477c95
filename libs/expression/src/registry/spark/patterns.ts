import { RowFault } from '../../row-fault.ts';
import { digests } from '../../runtime/digest.ts';
import { remembered } from '../../runtime/remembered.ts';
import { extractEveryGroup, extractGroup, like, pattern, replaceAll, split } from '../../runtime/spark/patterns.ts';
import { hexOfBytes } from '../../runtime/spark/text.ts';
import type { Int64 } from '../../value.ts';
import { type CallFault, type CallSite, type FunctionRow, fn, type Implementation, made, row } from '../row.ts';

/** A constant pattern that cannot be read is refused when the expression is. */
const readable =
  (at: number, read: (text: string) => unknown) =>
  ({ args }: CallSite): CallFault | null => {
    const text = args[at]?.constant;
    if (typeof text !== 'string') return null;
    try {
      read(text);
      return null;
    } catch (thrown) {
      if (thrown instanceof RowFault) return { argument: at, message: `${thrown.message}.` };
      throw thrown;
    }
  };

type Pattern = ReturnType<typeof pattern>;

/** A search of a text by a pattern; the patterns of the last rows are remembered. */
const search = (
  of: (expression: Pattern, text: string, ...rest: never[]) => ReturnType<Pattern['test']> | string | readonly string[],
): Implementation => ({
  js: made(() => {
    const read = remembered(pattern);
    return (text: string, expression: string, ...rest: readonly unknown[]) =>
      of(read(expression), text, ...(rest as never[]));
  }),
  givesNull: false,
  check: readable(1, pattern),
});

const likeRow = (name: string, doc: string, prepare: (text: string) => string): FunctionRow =>
  row(
    name,
    'patterns',
    doc,
    {
      '(STRING, STRING) -> BOOL': {
        js: made(() => {
          const read = remembered((text) => like(prepare(text)));
          return (text: string, wanted: string) => read(wanted)(prepare(text));
        }),
        givesNull: false,
        check: readable(1, like),
      },
    },
    name === '$like' ? ([a, b]) => `(${a} LIKE ${b})` : 'none',
  );

const test = search((expression, text) => expression.test(text));

/** Bits of SHA-2; 0 is 256. */
function sha2(bytes: Uint8Array, bits: Int64): string | null {
  const name = bits === 0 || bits === 256 ? 'SHA256' : bits === 512 ? 'SHA512' : null;
  return name === null ? null : hexOfBytes(digests[name](bytes)).toLowerCase();
}

const bitsAreKnown = ({ args }: CallSite): CallFault | null =>
  args[1]?.constant === 224 || args[1]?.constant === 384
    ? { argument: 1, message: 'SHA-224 and SHA-384 are not kept here; 256 and 512 are.' }
    : null;

const hash = (name: string, of: 'MD5' | 'SHA1'): FunctionRow =>
  row(
    name,
    'hashing',
    `${of} of the bytes, or of the text as UTF-8, in hexadecimal.`,
    {
      '(BYTES) -> STRING': {
        js: fn((bytes: Uint8Array) => hexOfBytes(digests[of](bytes)).toLowerCase()),
        givesNull: false,
      },
    },
    ([x]) => `TO_HEX(${of}(${x}))`,
  );

/** Patterns, and hashes of texts. */
export const sparkPatternRows: readonly FunctionRow[] = [
  likeRow('$like', 'Whether a text is as a pattern says, with % for any text and _ for any character.', (text) => text),
  likeRow('$ilike', 'The same, whatever the case of letters.', (text) => text.toLowerCase()),
  ...['$rlike', 'REGEXP_LIKE', 'RLIKE', 'REGEXP'].map((name) =>
    row(name, 'patterns', 'Whether a pattern matches somewhere in a text.', {
      '(STRING, STRING) -> BOOL': { ...test, write: ([a, b]) => `REGEXP_CONTAINS(${a}, ${b})` },
    }),
  ),
  row(
    'REGEXP_EXTRACT',
    'patterns',
    'The text of a group (1 without) of the first match; empty without one.',
    {
      '(STRING, STRING, optional INT64) -> STRING': search((expression, text, group: Int64 = 1) =>
        extractGroup(expression, text, Number(group)),
      ),
    },
    'none',
  ),
  row(
    'REGEXP_EXTRACT_ALL',
    'patterns',
    'The texts of a group (1 without) of every match.',
    {
      '(STRING, STRING, optional INT64) -> ARRAY<STRING>': search((expression, text, group: Int64 = 1) =>
        extractEveryGroup(expression, text, Number(group)),
      ),
    },
    'none',
  ),
  row(
    'REGEXP_REPLACE',
    'patterns',
    'The text with every match replaced, in which $1 is a group.',
    {
      '(STRING, STRING, STRING) -> STRING': search((expression, text, by: string) => replaceAll(expression, text, by)),
    },
    'none',
  ),
  row(
    'REGEXP_COUNT',
    'patterns',
    'How often a pattern matches.',
    {
      '(STRING, STRING) -> INT64': {
        ...search((expression, text) => extractEveryGroup(expression, text, 0)),
        js: made(() => {
          const read = remembered(pattern);
          return (text: string, expression: string) => extractEveryGroup(read(expression), text, 0).length;
        }),
      },
    },
    'none',
  ),
  row(
    'SPLIT',
    'patterns',
    'The pieces between the matches of a pattern; at most so many where the third argument is positive.',
    {
      '(STRING, STRING, optional INT64) -> ARRAY<STRING>': search((expression, text, limit: Int64 = -1) =>
        split(expression, text, Number(limit)),
      ),
    },
    'none',
  ),
  hash('MD5', 'MD5'),
  hash('SHA', 'SHA1'),
  hash('SHA1', 'SHA1'),
  row(
    'SHA2',
    'hashing',
    'SHA-2 of so many bits (256 or 0, 512) of the bytes, or of the text as UTF-8, in hexadecimal.',
    {
      '(BYTES, INT64) -> STRING': { js: fn(sha2), check: bitsAreKnown },
    },
    'none',
  ),
];
