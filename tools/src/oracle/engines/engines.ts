import type { Case } from '../case.ts';
import { type Fault, faultOf } from '../same-answer.ts';
import type { Answer } from './answer.ts';
import { startClosure } from './closure.ts';
import { startDuckDb } from './duckdb.ts';
import { startZetaSql } from './zetasql.ts';

/** A case, and how far doubles may be from ZetaSQL's, in units in the last place. */
export interface Question {
  readonly of: Case;
  readonly ulps: number;
}

/** What the engines made of a case. */
export interface Verdict {
  readonly of: Case;
  readonly zetasql: Answer;
  readonly closure: Answer;
  /** Null where the expression has no text for DuckDB. */
  readonly duckdb: Answer | null;
  /** What is wrong with our answers, and with DuckDB's. */
  readonly closureFault: Fault;
  readonly duckdbFault: Fault;
}

export interface Engines {
  judge(questions: readonly Question[], options?: { readonly errorMessages: boolean }): Promise<readonly Verdict[]>;
  stop(): Promise<void>;
}

/** ZetaSQL judges: the closure, and DuckDB where there is a text for it, must answer what it answers. */
export async function startEngines(): Promise<Engines> {
  const [zetasql, duckdb] = await Promise.all([startZetaSql(), startDuckDb()]);
  const closure = startClosure();
  return {
    judge: async (questions, options) => {
      const cases = questions.map(({ of }) => of);
      const truths = zetasql.answers(cases, options);
      const own = cases.map((of) => ({ of, answer: closure.answer(of), analyzed: closure.analyzed(of) }));
      const pushed = await duckdb.answers(own);
      const wanted = await truths;
      return questions.map(({ of, ulps }, at) => verdictOf(of, ulps, wanted[at], own[at]?.answer, pushed[at] ?? null));
    },
    stop: async () => {
      duckdb.stop();
      await zetasql.stop();
    },
  };
}

/** Where ZetaSQL cannot say, our closure is what DuckDB must agree with. */
function verdictOf(
  of: Case,
  ulps: number,
  zetasql: Answer | undefined,
  closure: Answer | undefined,
  duckdb: Answer | null,
): Verdict {
  if (zetasql === undefined || closure === undefined) throw new Error('An engine left out a case.');
  const isKnown = zetasql.kind !== 'unanswered';
  return {
    of,
    zetasql,
    closure,
    duckdb,
    closureFault: isKnown || closure.kind === 'unanswered' ? faultOf(isKnown ? zetasql : closure, closure, ulps) : null,
    duckdbFault: duckdb === null ? null : faultOf(isKnown ? zetasql : closure, duckdb, ulps),
  };
}
