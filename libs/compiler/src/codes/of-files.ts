import type { CodeNotes } from './code-notes.ts';

/** Compiled files as a publisher sends them. */
export const codesOfFiles = {
  'unknown-file': {
    severity: 'error',
    finds: 'The path of a published file is none that `isochron compile` writes.',
    example: 'elsewhere/x is not the path of a compiled file.',
    remedy: 'Publish `compiled/{kind}/{team}/{name}` alone.',
  },
  'not-thrift': {
    severity: 'error',
    finds: 'A published file is not the Thrift-JSON of its kind.',
    example: 'compiled/group_bys/flights/c.d__1 is not a group-by as Thrift-JSON: keyColumns: 7 is not a list.',
    remedy: 'Publish what `isochron compile` wrote.',
  },
  'other-name': {
    severity: 'error',
    finds: 'A published file holds a definition of another name than its path says.',
    example: 'compiled/group_bys/flights/e.f__1 holds the definition flights/clicks.byUser__1.',
    remedy: 'Do not move compiled files: compile again.',
  },
} as const satisfies Readonly<Record<string, CodeNotes>>;
