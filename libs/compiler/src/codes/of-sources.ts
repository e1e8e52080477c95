import type { CodeNotes } from './code-notes.ts';

/** Tables, days and columns that sources read. */
export const codesOfSources = {
  'unknown-table': {
    severity: 'error',
    finds: 'A table is in no warehouse and filled by no definition, or by one that has faults of its own.',
    example: 'The warehouse has no table "token".',
    remedy: 'Mend the name, load the table (`isochron load`), or mend what fills it.',
  },
  'unknown-column': {
    severity: 'either',
    finds:
      'A name is no column of what it stands in: of a table in an expression, of the selected ones in keys, row ids and aggregations. A warning where only something is said of the column.',
    example: 'The key "usr" is not a column that the sources select.',
    remedy: 'Mend the name, or select the column.',
  },
  'missing-time': {
    severity: 'error',
    finds: 'A source says no time, and its features or its kind of table need one.',
    example: 'This source says no time, and the features of a TEMPORAL group-by are exact at the instant.',
    remedy: "Write `time: 'UNIX_MILLIS(created_at)'`.",
  },
  'time-type': {
    severity: 'error',
    finds: 'A time is no whole number.',
    example: 'The time date is of type timestamp, not whole milliseconds since the epoch.',
    remedy: 'Write `UNIX_MILLIS(…)`.',
  },
  'bad-lag': {
    severity: 'error',
    finds: 'The lag of events, or how late a partition is, is no length of time.',
    example: 'The lag "2 days" is not a length of time.',
    remedy: 'Write `30m`, `7h` or `2d`.',
  },
  'bad-day': {
    severity: 'error',
    finds: 'A start or an end is no partition of the table.',
    example: 'The end "June" is not a day.',
    remedy: 'Write it as the partitions are written, `2001-06-30`.',
  },
  'start-after-end': {
    severity: 'error',
    finds: 'A source ends before it starts.',
    example: 'The start 2001-06-30 is after the end 2001-06-01.',
    remedy: 'Exchange them.',
  },
  'bad-partition': {
    severity: 'error',
    finds:
      'A table that is read or written cannot be cut so: the format does not sort by time, or does not tell two partitions apart.',
    example:
      'The pattern "dd-MM-yyyy" cannot name partitions: dd stands where yyyy is due; texts sort by time only from the year down, without a gap.',
    remedy: 'Write years, months and days at least, the greatest first; a span is whole hours or days.',
  },
  'unbounded-read': {
    severity: 'warning',
    finds: 'A feature without a window reads a table that has no start, in every backfill all of it.',
    example: 'price_sum has no window, so that every backfill reads all of orders, which has no start.',
    remedy: "Write `start: '2001-01-01'` in the source, or give every feature a window.",
  },
  'change-of-events': {
    severity: 'error',
    finds: 'A source of events says what only entities have: the time of a change, or which row was before it.',
    example: 'This source of events says the time of a change: "changed".',
    remedy: 'Leave it out, or read the table with `entitySource`.',
  },
  'missing-mutations': {
    severity: 'error',
    finds: 'Features of entities are to be exact at the instant, and nothing tells their changes.',
    example:
      'The features of this group-by are exact at the instant, because it is said to be TEMPORAL, and a source has no table of changes.',
    remedy: "Write `mutations`, or `accuracy: 'snapshot'`.",
  },
  'different-sources': {
    severity: 'error',
    finds: 'The sources of one GroupBy select other columns, or columns of other types, than the first.',
    example: 'This source does not select late, which the first source does.',
    remedy: 'Select the same columns in all, with `CAST(… AS …)` where types differ.',
  },
  'mixed-sources': {
    severity: 'error',
    finds: 'Events and entities in one GroupBy, or more than one source in model transforms.',
    example: 'This source is of entities, the first one of events.',
    remedy: 'Make two GroupBys, and join both.',
  },
} as const satisfies Readonly<Record<string, CodeNotes>>;
