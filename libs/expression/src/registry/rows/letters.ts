import { editDistance } from '../../runtime/edit-distance.ts';
import { foldCase, initcap, lowerBytes, upperBytes } from '../../runtime/letter-case.ts';
import { containsText, normalized } from '../../runtime/normalize.ts';
import { soundex } from '../../runtime/sound.ts';
import { overBytes } from '../../runtime/units.ts';
import { type FunctionRow, fn, inline, row } from '../row.ts';
import { newerUnicode as differs } from './text-signatures.ts';

const MODES = 'WORD<NFC, NFKC, NFD, NFKD>';

/** Case, and the forms in which Unicode writes the same letter. */
export const letterRows: readonly FunctionRow[] = [
  row('UPPER', 'text', 'Every letter as a capital, by the full mapping of Unicode; of BYTES, those of ASCII.', {
    '(STRING) -> STRING': { js: inline(([text]) => `${text}.toUpperCase()`), givesNull: false, differs },
    '(BYTES) -> BYTES': { js: fn(upperBytes), givesNull: false },
  }),
  row('LOWER', 'text', 'Every letter small, by the full mapping of Unicode; of BYTES, those of ASCII.', {
    '(STRING) -> STRING': { js: inline(([text]) => `${text}.toLowerCase()`), givesNull: false, differs },
    '(BYTES) -> BYTES': { js: fn(lowerBytes), givesNull: false },
  }),
  row(
    'INITCAP',
    'text',
    'The first letter of each word as a capital, the others small. Words are parted by the characters of the second argument or, without it, by white space and punctuation.',
    {
      '(STRING, optional STRING) -> STRING': { js: fn(initcap), givesNull: false, differs, hints: ['', 'characters'] },
    },
  ),
  row(
    'NORMALIZE',
    'text',
    'One of the forms in which Unicode writes a text that looks the same; without a second argument, NFC.',
    {
      [`(STRING, optional ${MODES}) -> STRING`]: { js: fn(normalized), givesNull: false, differs },
    },
  ),
  row(
    'NORMALIZE_AND_CASEFOLD',
    'text',
    'As NORMALIZE, and then without a difference between capital and small letters.',
    {
      [`(STRING, optional ${MODES}) -> STRING`]: {
        js: fn((text: string, mode?: string) => foldCase(normalized(text, mode))),
        givesNull: false,
        differs,
      },
    },
  ),
  row(
    'CONTAINS_SUBSTR',
    'text',
    'Whether the first, as a STRING, has the second in it, whatever the case and the form (NFKC). The second is a constant and not null.',
    {
      '(TEXT, STRING) -> BOOL': {
        js: fn(containsText),
        givesNull: false,
        check: ({ args: [, part] }) =>
          typeof part?.constant === 'string'
            ? null
            : { argument: 1, message: 'what is looked for is a constant text.' },
      },
    },
  ),
  row('SOUNDEX', 'text', 'A letter and three digits for how an English word sounds; empty without an English letter.', {
    '(STRING) -> STRING': { js: fn(soundex), givesNull: false },
  }),
  row(
    'EDIT_DISTANCE',
    'text',
    'The fewest characters to insert, delete or replace to make one of the other; no more than max_distance. A fault beyond 10^8 pairs of characters.',
    {
      '(STRING, STRING, optional max_distance => INT64) -> INT64': { js: fn(editDistance), givesNull: false },
      '(BYTES, BYTES, optional max_distance => INT64) -> INT64': { js: fn(overBytes(editDistance)), givesNull: false },
    },
  ),
];
