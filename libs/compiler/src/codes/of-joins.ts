import type { CodeNotes } from './code-notes.ts';

/** Parts of Joins, labels, and what is taken from tables and from outside. */
export const codesOfJoins = {
  'missing-key': {
    severity: 'error',
    finds: 'The left side has no column that carries a key of a part.',
    example: 'The left side has no column origin for the key origin of flights/departures.def0__1.',
    remedy: "Select it on the left, or name the column: `on: { column: 'origin' }`.",
  },
  'unknown-key': {
    severity: 'error',
    finds: '`on` maps a column to what is no key, or two columns to one.',
    example: 'on maps destination to "orign", which is not a key of flights/departures.def0__1.',
    remedy: 'Map one left column to each key.',
  },
  'key-type': {
    severity: 'error',
    finds: 'A left column and its key are of different types, or a key is of a type that cannot be one.',
    example: 'The key far is of type double, which cannot be a key.',
    remedy:
      'Make them equal with `CAST(… AS …)` in a select. Keys are text, whole numbers, booleans, bytes, dates or decimals.',
  },
  'colliding-columns': {
    severity: 'error',
    finds: 'A column of the Join would come from two places.',
    example:
      'The column origin_delay_average_1h would come from both a part of flights/departures.def0__1 and this part.',
    remedy: "Give a part a prefix: `part(…, { prefix: 'arrival' })`.",
  },
  'online-part': {
    severity: 'error',
    finds: 'A Join is online, and a part of it says that it is not.',
    example: 'The join shop/training.orders__1 is online, and its part shop/orders.byUser__1 is said to be offline.',
    remedy: 'Write `online: true` there, or leave the part out.',
  },
  'production-part': {
    severity: 'error',
    finds: 'Production depends on a Join, and a part of it says that production may not.',
    example:
      'The join shop/training.orders__1 is in production, and its part shop/orders.byUser__1 is said to be not in production.',
    remedy: 'Write `production: true` there, or leave the part out.',
  },
  'left-column-online': {
    severity: 'warning',
    finds: 'A derivation of an online Join needs a column of the left side that no request carries.',
    example:
      'The left column item, of which the derivation made is made, is no part of a request, so that this join cannot be served.',
    remedy: 'Make it a contextual feature, or leave the derivation to the model.',
  },
  'label-part': {
    severity: 'error',
    finds: 'A label begins before its row, ends before it begins, or has what only features have.',
    example: 'This label ends before it begins.',
    remedy: "Write `from: '0h', to: '24h'`, without windows.",
  },
  'bootstrap-part': {
    severity: 'error',
    finds:
      'A table whose values are taken says not how its rows are found, or has other keys or columns than the Join.',
    example: 'Rows of taken are found by item, which it does not have.',
    remedy: 'Say `keys`, or the `rowIds` of the Join, and select what the Join has.',
  },
  'external-part': {
    severity: 'error',
    finds: 'An external part has no name, no fields, or fields of types that cannot be read.',
    example: 'This external part has no name.',
    remedy: 'Say what it is registered under, and what it gives.',
  },
} as const satisfies Readonly<Record<string, CodeNotes>>;
