/** What a rule finds, before it is given its object and its place. */
export interface Finding {
  readonly code: string;
  /** Not given: an error. What is right and cannot be computed here yet is a warning; it has no plan either. */
  readonly severity?: 'warning';
  /** The Thrift path of what is wrong. */
  readonly path: string;
  readonly message: string;
  readonly hint?: string | null;
  readonly sql?: { readonly text: string; readonly offset: number; readonly length: number };
}

export type Report = (finding: Finding) => void;
