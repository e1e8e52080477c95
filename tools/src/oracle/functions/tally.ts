import type { Verdict } from '../engines/engines.ts';
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
  /** Cases for which there is a text for DuckDB. */
  pushed: number;
  /** Cases that ZetaSQL refuses for the bare word NULL, and that are the same with a null of the type. */
  lenient: number;
  /** Cases that the row declares to be different. */
  known: number;
  readonly closureFaults: Faulty[];
  readonly duckdbFaults: Faulty[];
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
  closureFaults: [],
  duckdbFaults: [],
});

/** What excuses a difference, if there is one. */
export type Excuse = 'lenient' | 'known' | null;

export function count(tally: Tally, call: Call, verdict: Verdict, excuse: Excuse): void {
  tally.cases++;
  if (verdict.zetasql.kind === 'unanswered') tally.unanswered++;
  if (verdict.zetasql.kind === 'invalid' && verdict.closure.kind === 'invalid') tally.refused++;
  if (verdict.zetasql.kind === 'value' && verdict.zetasql.value !== null) tally.values++;
  if (verdict.duckdb !== null) tally.pushed++;
  const isAtFault = verdict.closureFault !== null || verdict.duckdbFault !== null;
  if (isAtFault && excuse !== null) {
    tally[excuse]++;
    return;
  }
  if (verdict.closureFault !== null) tally.closureFaults.push({ call, verdict });
  if (verdict.duckdbFault !== null) tally.duckdbFaults.push({ call, verdict });
}

/** DuckDB's text of a signature that is not proven is never run by anyone else, so its faults are told and do not count. */
export function failures({ subject, closureFaults, duckdbFaults }: Tally): number {
  const faulty = new Set(closureFaults.map(({ verdict }) => verdict));
  if (subject.isProven) for (const { verdict } of duckdbFaults) faulty.add(verdict);
  return faulty.size;
}
