import { isProven } from '@isochron/expression';
import { type Case, hasMap } from '../case.ts';
import { type Fault, faultOf } from '../same-answer.ts';
import type { Answer } from './answer.ts';
import { startClosure } from './closure.ts';
import { type AnalyzedCase, startDuckDb } from './duckdb.ts';
import { storedFaults } from './stored.ts';
import { startZetaSql, type ZetaSql } from './zetasql.ts';

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
  /** Whether the expression is pushed down to DuckDB. */
  readonly isProven: boolean;
}

export interface Engines {
  judge(questions: readonly Question[], options?: { readonly errorMessages: boolean }): Promise<readonly Verdict[]>;
  /** What our closure alone makes of a case. */
  closure(of: Case): Answer;
  stop(): Promise<void>;
}

/** ZetaSQL judges: the closure, and DuckDB where there is a text for it, must answer what it answers. */
export async function startEngines(): Promise<Engines> {
  const [zetasql, duckdb] = await Promise.all([startZetaSql(), startDuckDb()]);
  const closure = startClosure();
  return {
    judge: async (questions, options) => {
      const own = questions.map(({ of }) => ({ of, answer: closure.answer(of), analyzed: closure.analyzed(of) }));
      const [truths, pushed] = await Promise.all([askZetaSql(zetasql, own, options), duckdb.answers(own)]);
      const inColumns = storedFaults(own);
      return own.map((each, at) => {
        const verdict = verdictOf(each, questions[at]?.ulps ?? 0, truths[at], pushed[at] ?? null);
        return { ...verdict, closureFault: verdict.closureFault ?? inColumns[at] ?? null };
      });
    },
    closure: (of) => closure.answer(of),
    stop: async () => {
      duckdb.stop();
      await zetasql.stop();
    },
  };
}

/** Maps are not put to ZetaSQL, which has none. */
async function askZetaSql(
  zetasql: ZetaSql,
  cases: readonly AnalyzedCase[],
  options: { readonly errorMessages: boolean } | undefined,
): Promise<readonly Answer[]> {
  const isAsked = ({ of, analyzed }: AnalyzedCase): boolean =>
    !of.columns.some(({ type }) => hasMap(type)) && (analyzed === null || !hasMap(analyzed.type));
  const answers = (
    await zetasql.answers(
      cases.filter(isAsked).map(({ of }) => of),
      options,
    )
  ).values();
  return cases.map(
    (each) =>
      (isAsked(each) ? answers.next().value : undefined) ?? { kind: 'unanswered', message: 'GoogleSQL has no maps.' },
  );
}

/** Where ZetaSQL cannot say, our closure is what DuckDB must agree with. */
function verdictOf(
  { of, answer: closure, analyzed }: AnalyzedCase & { readonly answer: Answer },
  ulps: number,
  zetasql: Answer | undefined,
  duckdb: Answer | null,
): Verdict {
  if (zetasql === undefined) throw new Error('ZetaSQL left out a case.');
  const truth = zetasql.kind === 'unanswered' ? closure : zetasql;
  return {
    of,
    zetasql,
    closure,
    duckdb,
    closureFault: faultOf(truth, closure, ulps),
    duckdbFault: duckdb === null ? null : faultOf(truth, duckdb, ulps),
    isProven: analyzed !== null && isProven(analyzed.typed),
  };
}
