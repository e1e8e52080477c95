import type { Case } from '../case.ts';
import type { Fault } from '../same-answer.ts';
import type { Answer } from './answer.ts';

/**
 * Who must answer what ZetaSQL answers. `closure`: our compiled closure, over bare values, rows and vectors. `bigquery`: our text for BigQuery, as
 * ZetaSQL evaluates it. `duckdb`: our text for DuckDB. A fault of an earlier one mostly explains that of a later one.
 */
export const contenders = ['closure', 'bigquery', 'duckdb'] as const;
export type Contender = (typeof contenders)[number];

/** What the engines made of a case. */
export interface Verdict {
  readonly of: Case;
  readonly zetasql: Answer;
  /** Null where a contender is not asked: there is no text for it. */
  readonly answers: Readonly<Record<Contender, Answer | null>>;
  readonly faults: Readonly<Record<Contender, Fault>>;
  /** Whether the expression is pushed down to DuckDB; if not, nobody runs its text, and its faults do not count. */
  readonly isProven: boolean;
  /** Whether nothing is left of it but a value, which says nothing of DuckDB's functions. */
  readonly isFolded: boolean;
}

/** The first contender at fault, counted or not. */
export const firstAtFault = ({ faults }: Verdict): Contender | null =>
  contenders.find((contender) => faults[contender] !== null) ?? null;

export const isFailure = ({ faults, isProven }: Verdict): boolean =>
  faults.closure !== null || faults.bigquery !== null || (isProven && faults.duckdb !== null);
