import type { DiagnosticCode } from '../codes/index.ts';
/** The macros of staging queries, each with what it stands for. */
export const macroMeanings = {
  start_date: 'the first partition of the range that is computed',
  end_date: 'the last partition of the range that is computed',
  latest_date: 'the last partition of the whole job, whatever range is computed',
  max_date: 'the newest partition that a table has',
} as const;

export type MacroName = keyof typeof macroMeanings;

/** One use of a macro in a text. */
export interface Macro {
  readonly name: MacroName;
  /** By how many partitions it is shifted, before the bounds count. */
  readonly offset: number;
  /** It becomes no partition before this one; null for no bound. */
  readonly lowerBound: string | null;
  /** It becomes no partition after this one; null for no bound. */
  readonly upperBound: string | null;
  /** The table that `max_date` asks; null for the other macros. */
  readonly table: string | null;
  /** Where it stands in the text, its braces included. */
  readonly at: TextRange;
}

/** A stretch of a text, in UTF-16 code units. */
export interface TextRange {
  readonly offset: number;
  readonly length: number;
}

/** What is wrong with a macro. */
export interface MacroFault {
  /** `unknown-macro`, `macro-syntax`, `macro-argument` or `macro-bounds`. */
  readonly code: DiagnosticCode;
  /** A sentence with the offending text in it. */
  readonly message: string;
  readonly hint: string;
  readonly at: TextRange;
}
