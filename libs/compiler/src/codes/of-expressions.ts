import type { CodeNotes } from './code-notes.ts';

/** SQL of selects, conditions, times and derivations. The position in the text stands below the message. */
export const codesOfExpressions = {
  'expression-fault': {
    severity: 'error',
    finds: 'An expression cannot be read.',
    example: 'In the condition: The expression is empty.',
    remedy: "Write what is expected at the position. What Spark SQL alone can say needs `dialect: 'spark'`.",
  },
  'expression-type': {
    severity: 'error',
    finds: 'A function or an operator does not take values of these types.',
    example: 'In the select late: subtract does not take (STRING, INT64); it takes (INT64, INT64) -> INT64',
    remedy: 'Make one type of another with `CAST(… AS …)`.',
  },
  'expression-value': {
    severity: 'error',
    finds: 'A constant is beyond its type, or an argument is one that the function refuses whatever the row.',
    example:
      'In the select far: REGEXP_CONTAINS: the pattern ( cannot be read: error parsing regexp: missing closing )',
    remedy: 'Write a value that the type holds.',
  },
  'unknown-function': {
    severity: 'error',
    finds:
      'There is no such function of one row: it does not exist, is one of many rows, or would not give the same value twice.',
    example: 'In the time: There is no function UNIX_MILIS.',
    remedy: "Take one of [the functions](functions.md); what Spark SQL alone has needs `dialect: 'spark'`.",
  },
  'column-type': {
    severity: 'error',
    finds: 'A selected or derived value is of a type that no column can hold.',
    example: 'The value of the select late is of type DATETIME, which no column can hold.',
    remedy: 'Write `CAST(… AS STRING)`, or take what you need of it.',
  },
  'condition-type': {
    severity: 'error',
    finds: 'A condition is no BOOL.',
    example: 'The condition delay is of type INT64, not BOOL: it is neither true nor false.',
    remedy: 'Write `delay IS NOT NULL`, or compare it.',
  },
} as const satisfies Readonly<Record<string, CodeNotes>>;
