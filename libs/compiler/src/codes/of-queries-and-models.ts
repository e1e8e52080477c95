import type { CodeNotes } from './code-notes.ts';

/** Staging queries, models, and how jobs run. */
export const codesOfQueriesAndModels = {
  'unknown-macro': {
    severity: 'error',
    finds: 'What stands between double braces is no macro.',
    example: 'There is no macro strt_date.',
    remedy: 'There are `start_date`, `end_date`, `latest_date` and `max_date(table=…)`.',
  },
  'macro-syntax': {
    severity: 'error',
    finds: 'Double braces are not closed, or hold something else than a name with its arguments.',
    example: 'Two braces open a macro here, and none close it.',
    remedy: 'Write `{{ start_date }}` or `{{ start_date(offset=-3) }}`.',
  },
  'macro-argument': {
    severity: 'error',
    finds: 'An argument of a macro is unknown, given twice, of the wrong kind, or missing.',
    example: 'The macro start_date has no argument ofset.',
    remedy: 'Arguments are `offset`, `lower_bound` and `upper_bound`, of `max_date` also `table`.',
  },
  'macro-bounds': {
    severity: 'error',
    finds: 'The bounds of a macro leave nothing between them.',
    example:
      'The bounds of end_date leave nothing between them: the lower, 2024-01-15, is after the upper, 2024-01-05.',
    remedy: 'Exchange them.',
  },
  'missing-dependency': {
    severity: 'error',
    finds: 'A staging query reads a table, and nothing says which of its days must be there first.',
    example: 'The query reads users, and nothing says which days of it must be there first.',
    remedy: 'Add it to `dependsOn`, or a `dependency` on other days of it.',
  },
  'bad-offset': {
    severity: 'error',
    finds: 'An offset of a dependency or a label is no length of time.',
    example: 'The offset "soon" is not a length of time.',
    remedy: 'Write `7d`.',
  },
  'model-schema': {
    severity: 'error',
    finds: 'Nothing says what a model answers, or types in it cannot be read.',
    example: 'shop/models.fraud__1 maps what it answers to columns, and nothing says what it answers.',
    remedy: 'Say the fields of a prediction in `predicts`.',
  },
  'bad-schedule': {
    severity: 'error',
    finds: 'A schedule is no cron line, comes round more than once a day, or is of uploads of what is not online.',
    example: 'The schedule "0 5 * *" is not a cron line.',
    remedy: "Write `'@daily'`, `'@never'` or `'0 5 * * *'`.",
  },
  'bad-step-days': {
    severity: 'error',
    finds: 'A step of a backfill would be of no days.',
    example: 'Steps of 0 days compute nothing.',
    remedy: 'Write 1 or more, or leave it out.',
  },
} as const satisfies Readonly<Record<string, CodeNotes>>;
