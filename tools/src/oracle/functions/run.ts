import type { Engines } from '../engines/engines.ts';
import { firstAtFault, type Verdict } from '../engines/verdict.ts';
import { Draw } from '../random/draw.ts';
import { type Argument, type Call, caseOf, valuesOf } from './call.ts';
import { drawCall, type Style } from './draw-call.ts';
import type { Subject } from './subject.ts';
import { count, newTally, type Tally } from './tally.ts';

/** Puts random calls of one signature to all engines. A signature has the same calls whatever else is run with the same seed. */
export async function runSubject(engines: Engines, subject: Subject, cases: number, seed: number): Promise<Tally> {
  const tally = newTally(subject);
  const draw = new Draw(seedFor(seed, `${subject.name}${subject.signature}`));
  const isKnown = (call: Call): boolean => subject.differs?.covers(valuesOf(call)) ?? false;
  const drawn = drawCalls(draw, subject, cases);
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
  return tally;
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

function drawCalls(draw: Draw, subject: Subject, cases: number): readonly Call[] {
  // Literals are written as GoogleSQL has them.
  const styles: readonly Style[] =
    subject.dialect !== undefined
      ? ['columns']
      : subject.params.length > 1
        ? ['columns', 'literals', 'mixed']
        : ['columns', 'literals'];
  return Array.from({ length: cases }, (_, at) =>
    drawCall(draw, subject, styles[at % styles.length] ?? 'columns'),
  ).filter((call) => call !== null);
}

/** FNV-1a over both. */
export function seedFor(seed: number, text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(`${seed}:${text}`)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash;
}
