import type { Draw } from '../random/draw.ts';

/** A part of a date; of those that a hint `=DAY|WEEK` lists, where there is one. */
export const drawPart = (draw: Draw, hint: string): string =>
  draw.pick(hint.startsWith('=') ? hint.slice(1).split('|') : parts);

const parts: readonly string[] = [
  ...[
    'MICROSECOND',
    'MILLISECOND',
    'SECOND',
    'MINUTE',
    'HOUR',
    'DAY',
    'WEEK',
    'WEEK(MONDAY)',
    'WEEK(SATURDAY)',
    'ISOWEEK',
    'MONTH',
    'QUARTER',
  ],
  ...[
    'YEAR',
    'ISOYEAR',
    'DAY',
    'HOUR',
    'MONTH',
    'YEAR',
    'WEEK(SUNDAY)',
    'WEEK(THURSDAY)',
    'DAYOFWEEK',
    'DAYOFYEAR',
    'DATE',
    'TIME',
    'DATETIME',
  ],
];
