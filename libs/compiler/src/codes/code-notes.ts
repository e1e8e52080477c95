/** What a page for authors says of one code. */
export interface CodeNotes {
  /** `either`: an error or a warning, as what is found has it. */
  readonly severity: 'error' | 'warning' | 'either';
  /** What it finds, as a sentence. */
  readonly finds: string;
  /** A message of it as a test of this package has it. */
  readonly example: string;
  /** What to do. */
  readonly remedy: string;
}
