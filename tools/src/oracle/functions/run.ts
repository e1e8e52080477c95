import type { Engines } from '../engines/engines.ts';
import { Draw } from '../random/draw.ts';
import { type Call, caseOf, valuesOf } from './call.ts';
import { drawCall, type Style } from './draw-call.ts';
import type { Subject } from './subject.ts';
import { count, newTally, type Tally } from './tally.ts';

/** Puts random calls of one signature to all engines. A signature has the same calls whatever else is run with the same seed. */
export async function runSubject(engines: Engines, subject: Subject, cases: number, seed: number): Promise<Tally> {
  const tally = newTally(subject);
  const draw = new Draw(seedFor(seed, `${subject.name}${subject.signature}`));
  const calls = drawCalls(draw, subject, cases);
  const verdicts = await engines.judge(calls.map((call) => ({ of: caseOf(call), ulps: subject.ulps })));
  calls.forEach((call, at) => {
    const verdict = verdicts[at];
    if (verdict === undefined) throw new Error('The engines left out a case.');
    count(tally, call, verdict, subject.differs?.covers(valuesOf(call)) ?? false);
  });
  return tally;
}

function drawCalls(draw: Draw, subject: Subject, cases: number): readonly Call[] {
  const styles: readonly Style[] =
    subject.params.length > 1 ? ['columns', 'literals', 'mixed'] : ['columns', 'literals'];
  return Array.from({ length: cases }, (_, at) =>
    drawCall(draw, subject, styles[at % styles.length] ?? 'columns'),
  ).filter((call) => call !== null);
}

/** FNV-1a over the text, beginning with the seed. */
export function seedFor(seed: number, text: string): number {
  let hash = (0x811c9dc5 ^ seed) >>> 0;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash | 0;
}
