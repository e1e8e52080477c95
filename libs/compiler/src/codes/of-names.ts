import type { CodeNotes } from './code-notes.ts';

/** Names, versions and types as they are written. */
export const codesOfNames = {
  'bad-version': {
    severity: 'error',
    finds: 'A version is no whole number, or not the one that ends the name.',
    example: 'The version 1.5 is not a whole number of at least 0.',
    remedy: 'Write `version: 1`, and count up when the meaning changes.',
  },
  'duplicate-name': {
    severity: 'error',
    finds: 'Two definitions of one kind have one name.',
    example: 'There are two definitions called shop/orders.byUser__1.',
    remedy: 'Rename one, or take one away.',
  },
  'colliding-names': {
    severity: 'error',
    finds: 'Two definitions would fill one table, because names differ in dots, slashes or the case of letters alone.',
    example: 'a/b.c.d__1 and a/b_c.d__1 would have one table, a_b_c_d__1.',
    remedy: 'Rename one, or say `output: { table }`.',
  },
  'reserved-name': {
    severity: 'error',
    finds:
      'A column, a prefix or a service is called what the platform itself calls something (`ds`, `ts`, …), or by a name that is no plain one.',
    example: 'The column name "ds" is the platform\'s own.',
    remedy: 'Use another name: letters, digits and underscores, beginning with a letter.',
  },
  'unnamed-group-by': {
    severity: 'error',
    finds: 'A GroupBy that is read has no name, because no file exports it.',
    example: 'The group-by of this part is not exported, so that it has no name.',
    remedy: 'Export it from its file. In compiled JSON its name is `metaData.name`.',
  },
  'unnamed-join': {
    severity: 'error',
    finds: 'The same of a Join.',
    example: 'The join of this source is not exported, so that it has no name.',
    remedy: 'Export it from its file.',
  },
  'unnamed-model': {
    severity: 'error',
    finds: 'The same of a model.',
    example: 'This model is not exported, so that it has no name.',
    remedy: 'Export it from its file.',
  },
  'unnamed-model-transforms': {
    severity: 'error',
    finds: 'Compiled model transforms have no name.',
    example: 'This model transforms has no name.',
    remedy: 'Write `metaData.name`: `team.file.variable__1`.',
  },
  'unnamed-staging-query': {
    severity: 'error',
    finds: 'A compiled staging query has no name.',
    example: 'This staging query has no name.',
    remedy: 'Write `metaData.name`: `team.file.variable__1`.',
  },
  'unnamed-table': {
    severity: 'error',
    finds: 'A staging query or a Join whose table is read has no name, and so no table.',
    example: 'The staging query that is read here is not exported, so that its table has no name.',
    remedy: 'Export it from its file.',
  },
  'unnamed-transforms': {
    severity: 'error',
    finds: 'The model transforms of a source have no name, because no file exports them.',
    example: 'The model transforms of this source are not exported, so that they have no name.',
    remedy: 'Export them from their file.',
  },
  'unknown-team': {
    severity: 'error',
    finds: '`isochron.config.ts` names teams, and not this folder below `features/`.',
    example: 'The configuration names no team flights.',
    remedy: 'Add it to `teams`, or mend the folder.',
  },
  'bad-type': {
    severity: 'error',
    finds: 'The type of a column, a key or a field is none of GoogleSQL.',
    example: 'The type of a cannot be read: there is no type TEXT.',
    remedy: 'Write `INT64`, `ARRAY<STRING>`, `STRUCT<a INT64>` or `MAP<STRING, INT64>`.',
  },
} as const satisfies Readonly<Record<string, CodeNotes>>;
