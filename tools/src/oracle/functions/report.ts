import { standalone } from '../case.ts';
import type { Engines, Verdict } from '../engines/engines.ts';
import { type Fault, kindOf } from '../same-answer.ts';
import { shownAnswer } from '../text/answer.ts';
import { simplify } from './simplify.ts';
import { type Faulty, failures, type Tally } from './tally.ts';

const WIDTHS = [28, 11, 8, 8, 8, 9, 8, 9, 8, 9, 7];

/** The table's head, and its line of one function. */
export const head = line([
  'function',
  'signatures',
  'cases',
  'values',
  'refused',
  'unknown',
  'closure',
  'pushed',
  'duckdb',
  'lenient',
  'known',
]);

export function tableLine(name: string, tallies: readonly Tally[]): string {
  const sum = (of: (tally: Tally) => number): string => {
    const total = tallies.reduce((so_far, tally) => so_far + of(tally), 0);
    return total === 0 ? '.' : `${total}`;
  };
  return line([
    name,
    `${tallies.length}`,
    sum(({ cases }) => cases),
    sum(({ values }) => values),
    sum(({ refused }) => refused),
    sum(({ unanswered }) => unanswered),
    sum(({ closureFaults }) => closureFaults.length),
    sum(({ pushed }) => pushed),
    sum(({ duckdbFaults }) => duckdbFaults.length),
    sum(({ lenient }) => lenient),
    sum(({ known }) => known),
  ]);
}

export const legend = `values: ZetaSQL has one, not null. refused: no engine has such an expression. unknown: ZetaSQL cannot say. closure, duckdb: differences.
pushed: there is a text for DuckDB. lenient: refused by ZetaSQL for the bare word NULL, and the same as it with CAST(NULL AS …).
known: differences that the registry declares.`;

function line(cells: readonly string[]): string {
  return cells
    .map((cell, at) => (at === 0 ? cell.padEnd(WIDTHS[at] ?? 0) : cell.padStart(WIDTHS[at] ?? 0)))
    .join(' ')
    .trimEnd();
}

/** The first differences of a signature, each made as simple as can be. */
export async function differences(engines: Engines, tally: Tally, shown: number): Promise<readonly string[]> {
  const { subject } = tally;
  const lines: string[] = [];
  const kinds = [
    ['the closure', tally.closureFaults, (verdict: Verdict) => verdict.closureFault] as const,
    [
      subject.isProven ? 'DuckDB' : 'DuckDB (not proven)',
      // Where the closure is at fault too, that comes first.
      tally.duckdbFaults.filter(({ verdict }) => verdict.closureFault === null),
      (verdict: Verdict) => (verdict.closureFault === null ? verdict.duckdbFault : null),
    ] as const,
  ];
  for (const [engine, faults, faultOf] of kinds) {
    if (faults.length === 0) continue;
    lines.push(`${subject.name}${subject.signature}: ${faults.length} of ${tally.cases} differ in ${engine}`);
    const told = new Set<string>();
    for (const [kind, { call }] of differentKinds(faults, faultOf).slice(0, shown)) {
      const verdict = await simplify(engines, call, subject.ulps, (each) => kindOf(faultOf(each)) === kind);
      const text = standalone(verdict.of);
      if (!told.has(text)) lines.push(...differenceLines(verdict));
      told.add(text);
    }
  }
  return lines;
}

/** Of each kind of fault the case that is written shortest, the commonest kinds first. */
function differentKinds(
  faults: readonly Faulty[],
  faultOf: (verdict: Verdict) => Fault,
): readonly (readonly [kind: string, Faulty])[] {
  const lengthOf = ({ verdict }: Faulty): number => standalone(verdict.of).length;
  return [...Map.groupBy(faults, ({ verdict }) => kindOf(faultOf(verdict)))]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .flatMap(([kind, all]) =>
      all
        .toSorted((a, b) => lengthOf(a) - lengthOf(b))
        .slice(0, 1)
        .map((each) => [kind, each] as const),
    );
}

export function differenceLines({ of, zetasql, closure, duckdb, closureFault }: Verdict): readonly string[] {
  const answers = [`zetasql ${shownAnswer(zetasql)}`, `closure ${shownAnswer(closure)}`];
  if (duckdb !== null) answers.push(`duckdb ${shownAnswer(duckdb)}`);
  if (closureFault?.includes('over columns')) answers.push(closureFault);
  return [`  ${standalone(of)}`, `    ${answers.join('; ')}`];
}

export const failed = (tallies: readonly Tally[]): number => tallies.reduce((sum, tally) => sum + failures(tally), 0);
