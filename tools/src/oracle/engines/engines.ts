import { isProven } from '@isochron/expression';
import { type Case, hasMap } from '../case.ts';
import { faultOf } from '../same-answer.ts';
import type { Answer } from './answer.ts';
import { rewritten } from './bigquery.ts';
import { startClosure } from './closure.ts';
import { type AnalyzedCase, inGoogle, startDuckDb } from './duckdb.ts';
import { storedFaults } from './stored.ts';
import type { Verdict } from './verdict.ts';
import { startZetaSql, type ZetaSql } from './zetasql.ts';

/** A case, and how far doubles may be from ZetaSQL's, in units in the last place. */
export interface Question {
  readonly of: Case;
  readonly ulps: number;
}

export interface Engines {
  judge(questions: readonly Question[], options?: JudgeOptions): Promise<readonly Verdict[]>;
  /** What our closure alone makes of a case. */
  closure(of: Case): Answer;
  stop(): Promise<void>;
}

export interface JudgeOptions {
  /** Whether ZetaSQL says why a row has no value, which costs time. */
  readonly errorMessages: boolean;
}

/** ZetaSQL judges what we make of expressions. */
export async function startEngines(): Promise<Engines> {
  const [zetasql, duckdb] = await Promise.all([startZetaSql(), startDuckDb()]);
  const closure = startClosure();
  return {
    judge: async (questions, options) => {
      const own = questions.map(({ of }) => ({ of, answer: closure.answer(of), analyzed: closure.analyzed(of) }));
      const [asked, pushed] = await Promise.all([askZetaSql(zetasql, own, options), duckdb.answers(own)]);
      const inColumns = storedFaults(own);
      return own.map((each, at) => {
        const { ulps } = questions[at] ?? { ulps: 0 };
        const { zetasql: truth, bigquery } = asked[at] ?? { zetasql: unknown, bigquery: null };
        const verdict = verdictOf({ ...each, ulps, zetasql: truth, bigquery, duckdb: pushed[at] ?? null });
        return { ...verdict, faults: { ...verdict.faults, closure: verdict.faults.closure ?? inColumns[at] ?? null } };
      });
    },
    closure: (of) => closure.answer(of),
    stop: async () => {
      duckdb.stop();
      await zetasql.stop();
    },
  };
}

const unknown: Answer = { kind: 'unanswered', message: 'GoogleSQL has no maps.' };

const otherDialect: Answer = { kind: 'unanswered', message: 'It is no GoogleSQL.' };

interface Asked {
  readonly zetasql: Answer;
  readonly bigquery: Answer | null;
}

/** Each case as it is written, and as we write it for BigQuery. Maps are not put to ZetaSQL, which has none. */
async function askZetaSql(
  zetasql: ZetaSql,
  cases: readonly AnalyzedCase[],
  options: JudgeOptions | undefined,
): Promise<readonly Asked[]> {
  const questions: Case[] = [];
  const ask = (of: Case): (() => Answer) => {
    const place = questions.push(of) - 1;
    return () => answers[place] ?? unknown;
  };
  const pending = cases.map((each) => {
    const isAsked = !each.of.columns.some(({ type }) => hasMap(type)) && !(each.analyzed && hasMap(each.analyzed.type));
    if (!isAsked) return { zetasql: () => unknown, bigquery: () => null };
    const again = rewritten(each);
    const isGoogle = each.of.dialect === undefined || each.of.dialect === 'googlesql';
    return {
      zetasql: isGoogle ? ask(each.of) : () => otherDialect,
      bigquery: again !== null && 'text' in again ? ask(again) : () => again,
    };
  });
  const answers = await zetasql.answers(questions, options);
  return pending.map((each) => ({ zetasql: each.zetasql(), bigquery: each.bigquery() }));
}

interface Answered extends AnalyzedCase, Asked {
  readonly answer: Answer;
  readonly duckdb: Answer | null;
  readonly ulps: number;
}

/** Whether an engine is asked for the case: all of it is proven, as it stands in GoogleSQL. */
function isPushed(of: Case, analyzed: AnalyzedCase['analyzed']): boolean {
  const google = inGoogle({ of, analyzed });
  return google !== null && isProven(google.typed);
}

/** Where ZetaSQL cannot say, or refuses what we take, our closure is what the other two must agree with. */
function verdictOf({ of, answer: closure, analyzed, ulps, zetasql, bigquery, duckdb }: Answered): Verdict {
  const truth = zetasql.kind === 'unanswered' ? closure : zetasql;
  const settled = truth.kind === 'invalid' ? closure : truth;
  const fault = (answer: Answer | null): string | null => (answer === null ? null : faultOf(settled, answer, ulps));
  return {
    of,
    zetasql,
    answers: { closure, bigquery, duckdb },
    faults: {
      closure: faultOf(truth, closure, ulps),
      bigquery: bigquery?.kind === 'unanswered' && zetasql.kind === 'unanswered' ? null : fault(bigquery),
      duckdb: fault(duckdb),
    },
    isProven: isPushed(of, analyzed),
    isFolded: analyzed?.typed.kind === 'constant',
  };
}
