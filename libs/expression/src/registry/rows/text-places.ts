import {
  ascii,
  asciiOfBytes,
  codePointsOf,
  codePointsOfBytes,
  fromBytes,
  fromCodePoint,
  fromCodePoints,
  unicode,
} from '../../runtime/code-point-arrays.ts';
import { countCodePoints } from '../../runtime/code-points.ts';
import { byteLength, instr, split, strpos } from '../../runtime/text.ts';
import { type FunctionRow, fn, type Implementation, inline, row, sql } from '../row.ts';
import { onBytes, textAndBytes } from './text-signatures.ts';

const lengthOfText: Implementation = {
  js: fn(countCodePoints),
  givesNull: false,
  duckdb: sql('length($1)'),
  pushdown: 'proven',
};
const lengthOfBytes: Implementation = {
  js: inline(([bytes]) => `${bytes}.length`),
  givesNull: false,
  duckdb: sql('octet_length($1)'),
  pushdown: 'proven',
};

const characters = (name: string): FunctionRow =>
  row(name, 'text', 'The number of code points.', { '(STRING) -> INT64': lengthOfText });

const bytes = (name: string): FunctionRow =>
  row(name, 'bytes', 'The number of bytes; of a STRING, as UTF-8.', {
    '(STRING) -> INT64': { js: fn(byteLength), givesNull: false, duckdb: sql('strlen($1)'), pushdown: 'proven' },
    '(BYTES) -> INT64': lengthOfBytes,
  });

/** Lengths and places in texts, their parts, and the numbers of their characters. */
export const textPlaceRows: readonly FunctionRow[] = [
  row('LENGTH', 'text', 'The number of code points of a STRING, of bytes of BYTES.', {
    '(STRING) -> INT64': lengthOfText,
    '(BYTES) -> INT64': lengthOfBytes,
  }),
  characters('CHAR_LENGTH'),
  characters('CHARACTER_LENGTH'),
  bytes('BYTE_LENGTH'),
  bytes('OCTET_LENGTH'),
  row(
    'STRPOS',
    'text',
    'Where the second first stands in the first, from 1; 0 if nowhere.',
    textAndBytes('(X, X) -> INT64', () => strpos, {
      duckdb: sql('strpos($1, $2)'),
      pushdown: 'proven',
      hints: ['', 'characters'],
    }),
  ),
  row(
    'INSTR',
    'text',
    'Where the second stands in the first, from 1; 0 if nowhere. Counted from a position on, backwards from a negative one; occurrences may overlap.',
    textAndBytes('(X, X, optional INT64, optional INT64) -> INT64', () => instr, {
      hints: ['', 'characters', 'position', 'position'],
    }),
  ),
  row(
    'STARTS_WITH',
    'text',
    'Whether the first begins with the second.',
    textAndBytes('(X, X) -> BOOL', () => (text: string, start: string) => text.startsWith(start), {
      duckdb: sql('starts_with($1, $2)'),
      pushdown: 'proven',
      hints: ['', 'characters'],
    }),
  ),
  row(
    'ENDS_WITH',
    'text',
    'Whether the first ends with the second.',
    textAndBytes('(X, X) -> BOOL', () => (text: string, end: string) => text.endsWith(end), {
      duckdb: sql('ends_with($1, $2)'),
      pushdown: 'proven',
      hints: ['', 'characters'],
    }),
  ),
  row(
    'SPLIT',
    'text',
    'The parts between delimiters, at least one; by default between commas. An empty delimiter parts every character.',
    {
      '(STRING, optional STRING) -> ARRAY<STRING>': {
        js: fn(split),
        givesNull: false,
        duckdb: ([text, delimiter = "','"]) => `gs_split(${text}, ${delimiter})`,
        pushdown: 'proven',
        hints: ['list', 'separator'],
      },
      '(BYTES, BYTES) -> ARRAY<BYTES>': onBytes(() => split),
    },
  ),
  row('ASCII', 'text', 'The number of the first character; 0 of an empty text. A fault beyond 127 in a STRING.', {
    '(STRING) -> INT64': { js: fn(ascii), givesNull: false },
    '(BYTES) -> INT64': { js: fn(asciiOfBytes), givesNull: false },
  }),
  row('UNICODE', 'text', 'The code point of the first character; 0 of an empty text.', {
    '(STRING) -> INT64': { js: fn(unicode), givesNull: false },
  }),
  row('CHR', 'text', 'The character of a code point. A fault where there is none.', {
    '(INT64) -> STRING': { js: fn(fromCodePoint), givesNull: false, hints: ['code-point'] },
  }),
  row(
    'CODE_POINTS_TO_STRING',
    'text',
    'The characters of code points; null with any null. A fault where there is none.',
    {
      '(ARRAY<INT64>) -> STRING': { js: fn(fromCodePoints), hints: ['code-points'] },
    },
  ),
  row('CODE_POINTS_TO_BYTES', 'bytes', 'Bytes of their numbers, 0 to 255; null with any null. A fault beyond.', {
    '(ARRAY<INT64>) -> BYTES': { js: fn(fromBytes), hints: ['code-points'] },
  }),
  row('TO_CODE_POINTS', 'text', 'The code points of a STRING, the numbers of bytes.', {
    '(STRING) -> ARRAY<INT64>': { js: fn(codePointsOf), givesNull: false },
    '(BYTES) -> ARRAY<INT64>': { js: fn(codePointsOfBytes), givesNull: false },
  }),
];
