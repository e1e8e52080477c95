import { standalone } from '../case.ts';
import type { Engines } from '../engines/engines.ts';
import { type Contender, contenders, firstAtFault, type Verdict } from '../engines/verdict.ts';
import { type Fault, kindOf } from '../same-answer.ts';
import { shownAnswer } from '../text/answer.ts';
import { simplify } from './simplify.ts';
import { type Faulty, faultsOf, type Tally } from './tally.ts';

/** The table: what stands over a column, and what it counts. */
const columns: readonly (readonly [title: string, of: (tally: Tally) => number])[] = [
  ['signatures', () => 1],
  ['cases', ({ cases }) => cases],
  ['values', ({ values }) => values],
  ['refused', ({ refused }) => refused],
  ['unknown', ({ unanswered }) => unanswered],
  ['closure', (tally) => faultsOf(tally, 'closure')],
  ['bigquery', (tally) => faultsOf(tally, 'bigquery')],
  ['pushed', ({ pushed }) => pushed],
  ['duckdb', (tally) => faultsOf(tally, 'duckdb')],
  ['lenient', ({ lenient }) => lenient],
  ['known', ({ known }) => known],
];

const NAME_WIDTH = 28;
const WIDTH = 10;

export const head = line(
  'function',
  columns.map(([title]) => title),
);

export function tableLine(name: string, tallies: readonly Tally[]): string {
  const totals = columns.map(([, of]) => tallies.reduce((sum, tally) => sum + of(tally), 0));
  return line(
    name,
    totals.map((total) => (total === 0 ? '.' : `${total}`)),
  );
}

function line(name: string, cells: readonly string[]): string {
  return name.padEnd(NAME_WIDTH) + cells.map((cell) => cell.padStart(WIDTH)).join('');
}

export const legend = `values: ZetaSQL has one, not null. refused: no engine has such an expression. unknown: ZetaSQL cannot say.
closure, bigquery, duckdb: differences in the closure, our text for BigQuery, and that for DuckDB. pushed: texts for DuckDB that are more than a value.
lenient: refused for the bare word NULL, by ZetaSQL or by us, and the same with CAST(NULL AS …). known: differences that the registry declares.`;

const titles: Readonly<Record<Contender, (isProven: boolean) => string>> = {
  closure: () => 'the closure',
  bigquery: () => 'the text for BigQuery',
  duckdb: (isProven) => (isProven ? 'DuckDB' : 'DuckDB (not proven)'),
};

/** The first differences of a signature, each made as simple as can be. Where a contender is at fault before another, it alone is told. */
export async function differences(engines: Engines, tally: Tally, shown: number): Promise<readonly string[]> {
  const { subject } = tally;
  const lines: string[] = [];
  for (const contender of contenders) {
    const faulty = tally.faulty.filter(({ verdict }) => firstAtFault(verdict) === contender);
    if (faulty.length === 0) continue;
    const title = titles[contender](subject.isProven);
    lines.push(`${subject.name}${subject.signature}: ${faulty.length} of ${tally.cases} differ in ${title}`);
    const faultOf = (verdict: Verdict): Fault =>
      firstAtFault(verdict) === contender ? verdict.faults[contender] : null;
    const told = new Set<string>();
    for (const [kind, { call }] of differentKinds(faulty, faultOf).slice(0, shown)) {
      const verdict = await simplify(engines, call, subject.ulps, (each) => kindOf(faultOf(each)) === kind);
      const text = differenceLines(verdict, contender);
      if (!told.has(text)) lines.push(text);
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

/** The expression, what each engine answers, and what is wrong where the answers do not show it. */
export function differenceLines(verdict: Verdict, contender: Contender): string {
  const { of, zetasql, answers, faults } = verdict;
  const told = [`zetasql ${shownAnswer(zetasql)}`, ...answerTexts(answers)];
  const fault = faults[contender];
  if (fault?.includes('over columns')) told.push(fault);
  return `  ${standalone(of)}\n    ${told.join('; ')}`;
}

const answerTexts = (answers: Verdict['answers']): readonly string[] =>
  contenders.flatMap((contender) => {
    const answer = answers[contender];
    return answer === null ? [] : [`${contender} ${shownAnswer(answer)}`];
  });
