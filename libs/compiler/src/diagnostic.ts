import type { Place } from '@isochron/authoring';
import type { DiagnosticCode } from './codes/index.ts';

/** What an author got wrong: data, collected, never thrown. */
export interface Diagnostic {
  /** Stable and searchable: `unknown-column`, `bad-window`. */
  readonly code: DiagnosticCode;
  readonly severity: 'error' | 'warning';
  /** The definition's compiled name, or the file when there is none yet. */
  readonly object: string;
  readonly place: Place | null;
  /** Where in the compiled object: `joinParts[2].groupBy.keyColumns[0]`; empty for the whole. */
  readonly path: string;
  /** Where inside an SQL text the fault stands. */
  readonly sql: { readonly text: string; readonly offset: number; readonly length: number } | null;
  /** A sentence with the offending value in it. */
  readonly message: string;
  /** What to do. */
  readonly hint: string;
}
