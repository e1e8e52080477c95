import type { Options } from '../arguments.ts';
import type { Engines } from '../engines/engines.ts';
import { firstAtFault, type Verdict } from '../engines/verdict.ts';
import { Draw } from '../random/draw.ts';
import { type Argument, type Call, caseOf, valuesOf } from './call.ts';
import { drawCall, type Style } from './draw-call.ts';
import type { Subject } from './subject.ts';
import { count, newTally, type Tally } from './tally.ts';

/** How many cases are put at most to have one that is pushed down. */
const CASES_A_PUSHED = 10;
const BATCH = 1000;

/**
 * Puts random calls of one signature to all engines. A signature has the same calls whatever else is run with the same seed. `pushed`: of a signature
 * that is proven, calls with columns go on until so many were pushed down, or ten times as many were put.
 */
export async function runSubject(
  engines: Engines,
  subject: Subject,
  { cases, seed, pushed }: Pick<Options, 'cases' | 'seed' | 'pushed'>,
): Promise<Tally> {
  const tally = newTally(subject);
  const draw = new Draw(seedFor(seed, `${subject.name}${subject.signature}`));
  await put(engines, tally, drawCalls(draw, subject, cases, ['columns', 'literals', 'mixed']));
  const most = cases + pushed * CASES_A_PUSHED;
  while (subject.isProven && tally.pushed < pushed && tally.cases < most) {
    await put(engines, tally, drawCalls(draw, subject, Math.min(BATCH, most - tally.cases), ['columns', 'mixed']));
  }
  return tally;
}

async function put(engines: Engines, tally: Tally, drawn: readonly Call[]): Promise<void> {
  const { subject } = tally;
  const isKnown = (call: Call): boolean => subject.differs?.covers(valuesOf(call)) ?? false;
  // What we are declared to refuse, and do, needs no judge; ZetaSQL never comes back from some of it.
  const isRefused = (call: Call): boolean => isKnown(call) && engines.closure(caseOf(call)).kind === 'invalid';
  const calls = drawn.filter((call) => !isRefused(call));
  tally.cases += drawn.length - calls.length;
  tally.known += drawn.length - calls.length;
  const verdicts = await engines.judge(calls.map((call) => ({ of: caseOf(call), ulps: subject.ulps })));
  const lenient = await lenientCalls(engines, subject, calls, verdicts);
  calls.forEach((call, at) => {
    const verdict = verdicts[at];
    if (verdict === undefined) throw new Error('The engines left out a case.');
    count(tally, call, verdict, lenient.has(call) ? 'lenient' : isKnown(call) ? 'known' : null);
  });
}

/**
 * The calls that somebody refuses for the bare word NULL: each of ZetaSQL's functions has its own mind about it. No harm comes of taking it or not:
 * BigQuery is given a null with a type, and with that the call must be the same.
 */
async function lenientCalls(
  engines: Engines,
  { ulps }: Subject,
  calls: readonly Call[],
  verdicts: readonly Verdict[],
): Promise<ReadonlySet<Call>> {
  const refused = calls.filter(
    (call, at) => verdicts[at] !== undefined && isRefusal(verdicts[at]) && call.args.some(isBareNull),
  );
  const typed = refused.map(
    (call): Call => ({ ...call, args: call.args.map((each) => ({ ...each, bareNull: false })) }),
  );
  const again = await engines.judge(typed.map((call) => ({ of: caseOf(call), ulps })));
  return new Set(refused.filter((_, at) => again[at] !== undefined && firstAtFault(again[at]) === null));
}

const isRefusal = (verdict: Verdict): boolean =>
  firstAtFault(verdict) !== null &&
  [verdict.zetasql, verdict.answers.closure, verdict.answers.bigquery].some((answer) => answer?.kind === 'invalid');

const isBareNull = (argument: Argument): boolean =>
  argument.kind === 'value' && argument.bareNull && argument.value === null && argument.written === 'literal';

/** Literals are written as GoogleSQL has them, and an argument alone is not mixed with others. */
function drawCalls(draw: Draw, subject: Subject, cases: number, styles: readonly Style[]): readonly Call[] {
  const fitting = styles.filter((style) =>
    subject.dialect === undefined ? style !== 'mixed' || subject.params.length > 1 : style === 'columns',
  );
  return Array.from({ length: cases }, (_, at) => drawCall(draw, subject, fitting[at % fitting.length] ?? 'columns'));
}

/** FNV-1a over both. */
export function seedFor(seed: number, text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(`${seed}:${text}`)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash;
}
