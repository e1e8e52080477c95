import { type Contender, contenders, isFailure, type Verdict } from '../engines/verdict.ts';
import type { Call } from './call.ts';
import type { Subject } from './subject.ts';

/** What came of the cases of one signature. */
export interface Tally {
  readonly subject: Subject;
  cases: number;
  /** Cases in which no engine has an expression. */
  refused: number;
  /** Cases in which ZetaSQL has no answer, though the expression may have one. */
  unanswered: number;
  /** Cases in which ZetaSQL has a value that is not null. */
  values: number;
  /** Cases for which there is a text for DuckDB that is more than a value. */
  pushed: number;
  /** Cases that are refused for the bare word NULL, and that are the same with a null of the type. */
  lenient: number;
  /** Cases that the row declares to be different. */
  known: number;
  /** Cases in which somebody is at fault, without those that are excused. */
  readonly faulty: Faulty[];
}

export interface Faulty {
  readonly call: Call;
  readonly verdict: Verdict;
}

export const newTally = (subject: Subject): Tally => ({
  subject,
  cases: 0,
  refused: 0,
  unanswered: 0,
  values: 0,
  pushed: 0,
  lenient: 0,
  known: 0,
  faulty: [],
});

/** What excuses a difference, if there is one. */
export type Excuse = 'lenient' | 'known' | null;

export function count(tally: Tally, call: Call, verdict: Verdict, excuse: Excuse): void {
  const { zetasql, answers } = verdict;
  tally.cases++;
  if (zetasql.kind === 'unanswered') tally.unanswered++;
  if (zetasql.kind === 'invalid' && answers.closure?.kind === 'invalid') tally.refused++;
  if (zetasql.kind === 'value' && zetasql.value !== null) tally.values++;
  if (answers.duckdb !== null && !verdict.isFolded) tally.pushed++;
  if (contenders.every((contender) => verdict.faults[contender] === null)) return;
  if (excuse === null) tally.faulty.push({ call, verdict });
  else tally[excuse]++;
}

export const faultsOf = ({ faulty }: Tally, contender: Contender): number =>
  faulty.filter(({ verdict }) => verdict.faults[contender] !== null).length;

export const failures = ({ faulty }: Tally): number => faulty.filter(({ verdict }) => isFailure(verdict)).length;
