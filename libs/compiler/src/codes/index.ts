import type { CodeNotes } from './code-notes.ts';
import { codesOfChanges } from './of-changes.ts';
import { codesOfExpressions } from './of-expressions.ts';
import { codesOfFeatures } from './of-features.ts';
import { codesOfFiles } from './of-files.ts';
import { codesOfJoins } from './of-joins.ts';
import { codesOfNames } from './of-names.ts';
import { codesOfQueriesAndModels } from './of-queries-and-models.ts';
import { codesOfSources } from './of-sources.ts';

export type { CodeNotes } from './code-notes.ts';

const codes = {
  ...codesOfNames,
  ...codesOfSources,
  ...codesOfExpressions,
  ...codesOfFeatures,
  ...codesOfJoins,
  ...codesOfQueriesAndModels,
  ...codesOfChanges,
  ...codesOfFiles,
} as const;

/** What a diagnostic can be called: stable and searchable. One that is not in these lists does not compile. */
export type DiagnosticCode = keyof typeof codes;

/** All codes, by the headings of `docs/diagnostics.md`, which is made of them. */
export const diagnosticCodes: Readonly<Record<string, Readonly<Record<string, CodeNotes>>>> = {
  'Names, versions and types': codesOfNames,
  'Tables and columns that are read': codesOfSources,
  Expressions: codesOfExpressions,
  Features: codesOfFeatures,
  'Joins and labels': codesOfJoins,
  'Staging queries, models and jobs': codesOfQueriesAndModels,
  'Changes of what is online': codesOfChanges,
  'Files that are published': codesOfFiles,
};
