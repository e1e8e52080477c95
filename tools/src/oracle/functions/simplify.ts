import { standalone } from '../case.ts';
import type { Engines } from '../engines/engines.ts';
import type { Verdict } from '../engines/verdict.ts';
import { simplerValues } from '../random/simpler.ts';
import { type Call, caseOf } from './call.ts';

const ROUNDS_MAX = 12;

/** The simplest call near this one that is still at fault, found by making one argument simpler at a time. */
export async function simplify(
  engines: Engines,
  call: Call,
  ulps: number,
  isAtFault: (verdict: Verdict) => boolean,
): Promise<Verdict> {
  let simplest = call;
  for (let round = 0; round < ROUNDS_MAX; round++) {
    const tries = simplerCalls(simplest);
    const verdicts = await engines.judge(tries.map((each) => ({ of: caseOf(each), ulps })));
    const at = verdicts.findIndex(isAtFault);
    const found = tries[at];
    if (found === undefined) break;
    simplest = found;
  }
  const [verdict] = await engines.judge([{ of: caseOf(simplest), ulps }], { errorMessages: true });
  if (verdict === undefined) throw new Error('The engines left out a case.');
  return verdict;
}

/** The shorter they are written, the earlier they stand. */
function simplerCalls(call: Call): readonly Call[] {
  const tries = call.args.flatMap((argument, at) => {
    if (argument.kind !== 'value') return [];
    return simplerValues(argument.type, argument.value).map((value): Call => {
      return { ...call, args: call.args.with(at, { ...argument, value }) };
    });
  });
  const lengthOf = (each: Call): number => standalone(caseOf(each)).length;
  return tries
    .map((each) => ({ each, length: lengthOf(each) }))
    .toSorted((a, b) => a.length - b.length)
    .map(({ each }) => each);
}
