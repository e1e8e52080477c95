import type { DiagnosticCode } from './codes/index.ts';

/** What a rule finds, before it is given its object and its place. */
export interface Finding {
  readonly code: DiagnosticCode;
  /** Not given: an error, and the object has no plan. */
  readonly severity?: 'warning';
  /** The Thrift path of what is wrong. */
  readonly path: string;
  readonly message: string;
  /** What to do. */
  readonly hint: string;
  readonly sql?: { readonly text: string; readonly offset: number; readonly length: number };
}

export type Report = (finding: Finding) => void;
