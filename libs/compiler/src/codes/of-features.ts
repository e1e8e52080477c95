import type { CodeNotes } from './code-notes.ts';

/** Aggregations, windows and what they become. */
export const codesOfFeatures = {
  empty: {
    severity: 'error',
    finds: 'Something without which a definition says nothing is missing: sources, keys, aggregations, parts, SQL.',
    example: 'This group-by has no key.',
    remedy: 'Write it.',
  },
  'missing-input': {
    severity: 'error',
    finds: 'An aggregation of a compiled file names no column.',
    example: 'This aggregation names no input column.',
    remedy: 'Name it in `inputColumn`.',
  },
  'refused-operation': {
    severity: 'error',
    finds: 'An operation does not take its input, an argument or a bucket.',
    example: 'delay_average_1h_by_delay: The bucket delay is int; a bucket must be a string.',
    remedy: 'Give it another input or another argument, or use another operation.',
  },
  'missing-argument': {
    severity: 'error',
    finds: 'An operation lacks an argument that has no default.',
    example: 'LAST_K of delay needs the argument k.',
    remedy: 'Write it: `delay.lastK(10)`.',
  },
  'unknown-argument': {
    severity: 'error',
    finds: 'An operation has no such argument.',
    example: 'AVERAGE of delay has no argument k.',
    remedy: 'Leave it out, or mend its name.',
  },
  'bad-window': {
    severity: 'error',
    finds:
      'A window is no length of time, shorter than five minutes, no multiple of its hop, or not of whole days where features are as of midnight.',
    example: 'The window "-1d" is not a length of time.',
    remedy: 'Write whole minutes, hours or days: `30m`, `7h`, `7d`.',
  },
  lookback: {
    severity: 'warning',
    finds: 'A window is longer than all the days that its sources have.',
    example: 'The window 7d of price_sum_7d is longer than the 6 days that its sources have, from start to end.',
    remedy: 'Shorten the window, or read more days.',
  },
  'duplicate-feature': {
    severity: 'error',
    finds: 'Two columns of one definition would have one name.',
    example: 'Two columns of this group-by would be called delay_average_7d.',
    remedy: 'Leave one out, or select its input under another name.',
  },
  'rows-as-features': {
    severity: 'error',
    finds: 'A GroupBy without aggregations reads what may have more than one row a key.',
    example: 'This group-by has no aggregations, and a source of events, of which a key may have any number.',
    remedy: 'Aggregate, by `last()` for instance, or read snapshots of entities alone.',
  },
  irreversible: {
    severity: 'warning',
    finds: 'An operation cannot take a row back, and rows of these entities change while they are served.',
    example: 'LAST of age cannot take a row back, and the rows of these entities change while they are served.',
    remedy: "Use COUNT, SUM, AVERAGE, VARIANCE, SKEW, KURTOSIS or HISTOGRAM, or `accuracy: 'snapshot'`.",
  },
  'uncapped-state': {
    severity: 'warning',
    finds: 'An operation that is served keeps every value there is; a key above 10 MB is answered with an error.',
    example: 'HISTOGRAM of item keeps every value there is, and nothing says how many there may be.',
    remedy: 'Take an operation that keeps no more than k values, or leave it where the column has few.',
  },
} as const satisfies Readonly<Record<string, CodeNotes>>;
