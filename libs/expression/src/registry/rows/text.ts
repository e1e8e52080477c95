import {
  concatOf,
  left,
  padOf,
  repeatOf,
  replaceOf,
  reverse,
  right,
  substr,
  translateOf,
  trimOf,
} from '../../runtime/text.ts';
import type { SqlValue } from '../../value.ts';
import { type FunctionRow, fn, type Implementation, row, sql } from '../row.ts';
import { onBytes, onText, textAndBytes } from './text-signatures.ts';

const trim = (name: string, doc: string, ends: { readonly left: boolean; readonly right: boolean }): FunctionRow => {
  const macro = name.toLowerCase();
  return row(name, 'text', `${doc}: white space by Unicode or, where it is given, the characters of the second.`, {
    '(STRING) -> STRING': {
      ...onText(() => trimOf(ends)),
      duckdb: sql(`${macro}($1, gs_white_space())`),
      pushdown: 'proven',
    },
    ...textAndBytes('(X, X) -> X', () => trimOf(ends), {
      duckdb: sql(`${macro}($1, $2)`),
      pushdown: 'proven',
      hints: ['', 'characters'],
    }),
  });
};

const pad = (name: string, side: 'left' | 'right'): FunctionRow =>
  row(
    name,
    'text',
    `Filled up on the ${side} to a length with spaces or the third argument, or cut to it. A fault for a negative length and an empty filling.`,
    textAndBytes('(X, INT64, optional X) -> X', (units) => padOf(side, units), {
      duckdb: ([text, length, filling = "' '"]) => `gs_${name.toLowerCase()}(${text}, ${length}, ${filling})`,
      pushdown: 'proven',
      hints: ['', 'position', 'characters'],
    }),
  );

const part = (name: string, doc: string, of: typeof left): FunctionRow =>
  row(
    name,
    'text',
    `${doc} A fault for a negative number.`,
    textAndBytes('(X, INT64) -> X', () => of, {
      duckdb: sql(`gs_${name.toLowerCase()}($1, $2)`),
      pushdown: 'proven',
      hints: ['', 'position'],
    }),
  );

const substring = (name: string): FunctionRow =>
  row(
    name,
    'text',
    'From a position on: 1 is the first character, -1 the last; at most so many as the third argument says. A fault for a negative length.',
    textAndBytes('(X, INT64, optional INT64) -> X', () => substr, {
      duckdb: ([text, position, length]) =>
        length === undefined ? `gs_substr_from(${text}, ${position})` : `gs_substr(${text}, ${position}, ${length})`,
      pushdown: 'proven',
      hints: ['', 'position', 'position'],
    }),
  );

const limited: NonNullable<Implementation['duckdb']> = (args) => `gs_limited(${args.join(' || ')})`;

export const textRows: readonly FunctionRow[] = [
  row(
    '$concat',
    'text',
    'The second after the first; of arrays, their elements.',
    {
      '(TEXT, TEXT) -> STRING': { ...onText(concatOf), duckdb: limited, pushdown: 'proven' },
      '(BYTES, BYTES) -> BYTES': { ...onBytes(concatOf) },
      '(ARRAY<T1>, ARRAY<T1>) -> ARRAY<T1>': {
        js: fn((a: readonly SqlValue[], b: readonly SqlValue[]) => [...a, ...b]),
        givesNull: false,
      },
    },
    ([a, b]) => `(${a} || ${b})`,
  ),
  row('CONCAT', 'text', 'The arguments one after the other, each as its CAST to STRING has it.', {
    '(TEXT, repeated TEXT) -> STRING': { ...onText(concatOf), duckdb: limited, pushdown: 'proven' },
    '(BYTES, repeated BYTES) -> BYTES': onBytes(concatOf),
  }),
  trim('TRIM', 'Without what stands at both ends', { left: true, right: true }),
  trim('LTRIM', 'Without what stands at the start', { left: true, right: false }),
  trim('RTRIM', 'Without what stands at the end', { left: false, right: true }),
  pad('LPAD', 'left'),
  pad('RPAD', 'right'),
  part('LEFT', 'So many characters from the start.', left),
  part('RIGHT', 'So many characters from the end.', right),
  substring('SUBSTR'),
  substring('SUBSTRING'),
  row(
    'REPLACE',
    'text',
    'Every occurrence of the second, from the left, as the third. An empty text occurs nowhere.',
    textAndBytes('(X, X, X) -> X', replaceOf, {
      duckdb: sql('gs_replace($1, $2, $3)'),
      pushdown: 'proven',
      hints: ['', 'characters', 'characters'],
    }),
  ),
  row(
    'TRANSLATE',
    'text',
    'Each character of the second as that of the third in its place, or dropped where there is none. A fault where the second has one twice.',
    textAndBytes('(X, X, X) -> X', translateOf, { hints: ['', 'characters', 'characters'] }),
  ),
  row(
    'REPEAT',
    'text',
    'So many times, one after the other. A fault for a negative number.',
    textAndBytes('(X, INT64) -> X', repeatOf, {
      duckdb: sql('gs_repeat($1, $2)'),
      pushdown: 'proven',
      hints: ['', 'position'],
    }),
  ),
  row(
    'REVERSE',
    'text',
    'The characters, or the bytes, from the last to the first.',
    textAndBytes('(X) -> X', () => reverse, { duckdb: sql('gs_reverse($1)'), pushdown: 'proven' }),
  ),
];
