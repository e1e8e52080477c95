/** What a rule finds, before it is given its object and its place. */
export interface Finding {
  readonly code: string;
  /** The Thrift path of what is wrong. */
  readonly path: string;
  readonly message: string;
  readonly hint?: string | null;
  readonly sql?: { readonly text: string; readonly offset: number; readonly length: number };
}

export type Report = (finding: Finding) => void;
