/** Where we answer otherwise than the existing system, on purpose. All of them make docs/departures.md. */
export interface Departure {
  /** What we do, in a line: as the report prints it, and as the case calls it where cases tell. */
  readonly rule: string;
  /** What the existing system does. */
  readonly theirs: string;
  /** Why we do otherwise. */
  readonly why: string;
}
