import { concatenate } from '../../runtime/array.ts';
import { base64Of } from '../../runtime/base64.ts';
import {
  concatenatedWith,
  hexOf,
  hexOfBytes,
  initialCapitals,
  left,
  lengthOf,
  locate,
  padder,
  repeated,
  replaced,
  reversed,
  right,
  substring,
  substringIndex,
  translated,
  trimmer,
} from '../../runtime/spark/text.ts';
import { utf8Of } from '../../runtime/utf-8.ts';
import { type FunctionRow, fn, type Implementation, type RowFunction, row } from '../row.ts';

const plain = (of: RowFunction, write: Implementation['write'] = 'none'): Implementation => ({
  js: fn(of),
  givesNull: false,
  write,
});

/** One function under all of its names. */
const named = (
  names: string,
  doc: string,
  signatures: Readonly<Record<string, Implementation>>,
  write: FunctionRow['write'] = 'none',
): readonly FunctionRow[] => names.split(' ').map((name) => row(name, 'text', doc, signatures, write));

const call = (name: string) => (args: readonly string[]) => `${name}(${args.join(', ')})`;

export const sparkTextRows: readonly FunctionRow[] = [
  ...named('CONCAT $concat', 'Texts, or arrays, one after the other; null with any null.', {
    '(repeated STRING) -> STRING': plain(
      (...texts: readonly string[]) => texts.join(''),
      (args) => `CONCAT(${args.join(', ')})`,
    ),
    '(ARRAY<T1>, repeated ARRAY<T1>) -> ARRAY<T1>': plain(concatenate, (args) => `ARRAY_CONCAT(${args.join(', ')})`),
  }),
  ...named('CONCAT_WS', 'Texts, and arrays of them, with a separator between; nulls are left out.', {
    '(STRING, repeated STRING) -> STRING': { nulls: 'own', js: fn(concatenatedWith) },
    '(STRING, repeated ARRAY<STRING>) -> STRING': { nulls: 'own', js: fn(concatenatedWith) },
  }),
  ...named('LOWER LCASE', 'The text in lower case.', {
    '(STRING) -> STRING': plain((text: string) => text.toLowerCase(), call('LOWER')),
  }),
  ...named('UPPER UCASE', 'The text in upper case.', {
    '(STRING) -> STRING': plain((text: string) => text.toUpperCase(), call('UPPER')),
  }),
  ...named('TRIM', 'The text without blanks at its ends.', {
    '(STRING) -> STRING': plain(trimmer(true, true), ([x]) => `TRIM(${x}, ' ')`),
  }),
  ...named('BTRIM', 'The text without these characters, or blanks, at its ends.', {
    '(STRING, optional STRING) -> STRING': plain(trimmer(true, true)),
  }),
  ...named('LTRIM', 'The text without blanks at its start, or without the characters of the first argument.', {
    '(STRING) -> STRING': plain(trimmer(true, false), ([x]) => `LTRIM(${x}, ' ')`),
    '(STRING, STRING) -> STRING': plain((characters: string, text: string) => trimmer(true, false)(text, characters)),
  }),
  ...named('RTRIM', 'The text without blanks at its end, or without the characters of the first argument.', {
    '(STRING) -> STRING': plain(trimmer(false, true), ([x]) => `RTRIM(${x}, ' ')`),
    '(STRING, STRING) -> STRING': plain((characters: string, text: string) => trimmer(false, true)(text, characters)),
  }),
  ...named(
    'SUBSTRING SUBSTR',
    'So many code points from a position on, counted from 1, or from the end where negative.',
    {
      '(STRING, INT64, optional INT64) -> STRING': plain(substring),
    },
  ),
  ...named('LEFT', 'The first code points.', { '(STRING, INT64) -> STRING': plain(left) }),
  ...named('RIGHT', 'The last code points.', { '(STRING, INT64) -> STRING': plain(right) }),
  ...named('LENGTH LEN CHAR_LENGTH CHARACTER_LENGTH', 'The number of code points, or of bytes.', {
    '(STRING) -> INT64': plain(lengthOf, call('CHAR_LENGTH')),
    '(BYTES) -> INT64': plain((bytes: Uint8Array) => bytes.length, call('BYTE_LENGTH')),
  }),
  ...named('OCTET_LENGTH', 'The number of bytes as UTF-8.', {
    '(STRING) -> INT64': plain((text: string) => utf8Of(text).length, call('BYTE_LENGTH')),
  }),
  ...named('REVERSE', 'The code points, or the elements, from the last to the first.', {
    '(STRING) -> STRING': plain(reversed, call('REVERSE')),
    '(ARRAY<T1>) -> ARRAY<T1>': plain((items: readonly never[]) => items.toReversed(), call('ARRAY_REVERSE')),
  }),
  ...named('REPEAT', 'The text so many times.', { '(STRING, INT64) -> STRING': plain(repeated) }),
  ...named('SPACE', 'So many blanks.', { '(INT64) -> STRING': plain((count: number) => repeated(' ', count)) }),
  ...named('LPAD', 'The text cut, or filled up at its start, to a length.', {
    '(STRING, INT64, optional STRING) -> STRING': plain(padder('left')),
  }),
  ...named('RPAD', 'The text cut, or filled up at its end, to a length.', {
    '(STRING, INT64, optional STRING) -> STRING': plain(padder('right')),
  }),
  ...named('REPLACE', 'The text with every part that equals one replaced by another.', {
    '(STRING, STRING, optional STRING) -> STRING': plain(replaced),
  }),
  ...named('TRANSLATE', 'The text with characters replaced by those at their place.', {
    '(STRING, STRING, STRING) -> STRING': plain(translated),
  }),
  ...named('INITCAP', 'Each word with a capital.', { '(STRING) -> STRING': plain(initialCapitals) }),
  ...named('INSTR', 'The place of the second text in the first, from 1; 0 where it is not.', {
    '(STRING, STRING) -> INT64': plain((text: string, part: string) => locate(part, text), call('STRPOS')),
  }),
  ...named('LOCATE POSITION', 'The place of the first text in the second, from 1; 0 where it is not.', {
    '(STRING, STRING, optional INT64) -> INT64': plain(locate),
  }),
  ...named('STARTSWITH', 'Whether a text starts with another.', {
    '(STRING, STRING) -> BOOL': plain((a: string, b: string) => a.startsWith(b), call('STARTS_WITH')),
  }),
  ...named('ENDSWITH', 'Whether a text ends with another.', {
    '(STRING, STRING) -> BOOL': plain((a: string, b: string) => a.endsWith(b), call('ENDS_WITH')),
  }),
  ...named('CONTAINS', 'Whether a text has another in it.', {
    '(STRING, STRING) -> BOOL': plain(
      (a: string, b: string) => a.includes(b),
      ([a, b]) => `(STRPOS(${a}, ${b}) > 0)`,
    ),
  }),
  ...named('SUBSTRING_INDEX', 'What stands before the count-th delimiter.', {
    '(STRING, STRING, INT64) -> STRING': plain(substringIndex),
  }),
  ...named('ASCII', 'The code point of the first character; 0 of none.', {
    '(STRING) -> INT64': plain((text: string) => text.codePointAt(0) ?? 0),
  }),
  ...named('BASE64', 'The bytes as base64.', { '(BYTES) -> STRING': plain(base64Of, call('TO_BASE64')) }),
  ...named('HEX', 'The number, or the bytes, in hexadecimal.', {
    '(INT64) -> STRING': plain(hexOf),
    '(BYTES) -> STRING': plain(hexOfBytes, ([x]) => `UPPER(TO_HEX(${x}))`),
    '(STRING) -> STRING': plain((text: string) => hexOfBytes(utf8Of(text))),
  }),
];
