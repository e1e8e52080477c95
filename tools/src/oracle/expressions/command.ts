import type { Options } from '../arguments.ts';
import { standalone } from '../case.ts';
import { type Engines, startEngines } from '../engines/engines.ts';
import { type Contender, firstAtFault, isFailure, type Verdict } from '../engines/verdict.ts';
import { differenceLines } from '../functions/report.ts';
import { seedFor } from '../functions/run.ts';
import { Draw } from '../random/draw.ts';
import { Catalog, producers, subjectName, unjudged, Validity } from './catalog.ts';
import { drawExpression, type Material } from './draw-expression.ts';
import { type Node, partsOf } from './node.ts';
import { caseOfNode, simplest, smallestAtFault } from './smallest.ts';

const ROUND = 1000;
const DEPTH_MAX = 6;
/** Of the expressions that have no value for their row, or null, so many in a thousand are kept: they hide what is inside of them. */
const DULL_PERMILLE = 250;
/** So many in a thousand are made of what is proven alone, so that DuckDB is asked for them. */
const PROVEN_PERMILLE = 400;
const LENGTH_MAX = 4000;
/** Each takes some rounds of questions. */
const EXPLAINED_MAX = 2000;

interface Sum {
  cases: number;
  values: number;
  nulls: number;
  errors: number;
  unanswered: number;
  pushed: number;
  known: number;
  readonly faulty: { readonly node: Node; readonly contender: Contender }[];
  readonly used: Map<string, number>;
}

/** `npm run oracle -- expressions`: whole random expressions. Answers the exit code. */
export async function expressionsCommand(
  { cases, seed, show }: Options,
  print: (line: string) => void,
): Promise<number> {
  print(`seed ${seed}, ${cases} expressions to depth ${DEPTH_MAX}`);
  const engines = await startEngines();
  try {
    const sum: Sum = {
      cases: 0,
      values: 0,
      nulls: 0,
      errors: 0,
      unanswered: 0,
      pushed: 0,
      known: 0,
      faulty: [],
      used: new Map(),
    };
    const left = await unjudged(engines);
    const expressions = drawAll(engines, seed, left);
    while (sum.cases < cases) {
      const nodes = expressions.take(Math.min(ROUND, cases - sum.cases));
      await judgeRound(engines, [...nodes], sum);
    }
    tell(sum, left, print);
    const failed = await explain(engines, sum, show, print);
    print(`\nseed ${seed}\n${cases - failed} passed, ${failed} failed`);
    return failed === 0 ? 0 : 1;
  } finally {
    await engines.stop();
  }
}

/** Expressions without end. Each has a seed of its own. */
function drawAll(engines: Engines, seed: number, left: ReadonlySet<string>): { take(count: number): Generator<Node> } {
  const validity = new Validity();
  const all: Material = { catalog: new Catalog(false, left), validity };
  const proven: Material = { catalog: new Catalog(true, left), validity };
  let number = 0;
  return {
    *take(count) {
      while (count > 0) {
        const draw = new Draw(seedFor(seed, `${number++}`));
        const isProven = !proven.catalog.isEmpty && draw.chance(PROVEN_PERMILLE);
        const node = drawExpression(draw, isProven ? proven : all, draw.integer(1, DEPTH_MAX));
        const of = caseOfNode(node);
        if (of.text.length > LENGTH_MAX) continue;
        const answer = engines.closure(of);
        const isDull = answer.kind === 'error' || (answer.kind === 'value' && answer.value === null);
        if (answer.kind === 'invalid' || (isDull && !draw.chance(DULL_PERMILLE))) continue;
        count--;
        yield node;
      }
    },
  };
}

async function judgeRound(engines: Engines, nodes: readonly Node[], sum: Sum): Promise<void> {
  const verdicts = await engines.judge(nodes.map((node) => ({ of: caseOfNode(node), ulps: 0 })));
  verdicts.forEach((verdict, at) => {
    const node = nodes[at];
    if (node === undefined) return;
    sum.cases++;
    const { zetasql } = verdict;
    if (zetasql.kind === 'unanswered') sum.unanswered++;
    else if (zetasql.kind !== 'value') sum.errors++;
    else if (zetasql.value === null) sum.nulls++;
    else sum.values++;
    if (verdict.answers.duckdb !== null) sum.pushed++;
    for (const { what } of partsOf(node)) sum.used.set(what, (sum.used.get(what) ?? 0) + 1);
    const contender = firstAtFault(verdict);
    if (contender !== null && isFailure(verdict)) {
      sum.faulty.push({ node, contender });
    }
  });
}

function tell(sum: Sum, left: ReadonlySet<string>, print: (line: string) => void): void {
  const share = (count: number): string => `${((100 * count) / sum.cases).toFixed(1)} %`;
  print(
    `ZetaSQL: ${share(sum.values)} values, ${share(sum.nulls)} null, ${share(sum.errors)} without a value, ${share(sum.unanswered)} unknown. ` +
      `DuckDB was asked for ${share(sum.pushed)}.`,
  );
  const unused = producers(false)
    .flat()
    .map(({ subject }) => subjectName(subject))
    .filter((name) => !sum.used.has(name) && !left.has(name));
  if (left.size > 0) print(`Left out, because ZetaSQL has none or hangs: ${[...left].join(', ')}`);
  print(
    `${sum.used.size} kinds of parts were used; ${unused.length} signatures were not: ${unused.slice(0, 20).join(', ')}${unused.length > 20 ? ', …' : ''}`,
  );
}

/**
 * Finds the smallest part at fault of every expression, and prints the first of each kind of part. Answers how many expressions fail; the others
 * are known to differ.
 */
async function explain(engines: Engines, sum: Sum, show: number, print: (line: string) => void): Promise<number> {
  const told = new Map<string, Set<string>>();
  for (const { node, contender } of shortestFirst(sum.faulty).slice(0, EXPLAINED_MAX)) {
    const isAtFault = (verdict: Verdict): boolean => firstAtFault(verdict) === contender;
    const smallest = await smallestAtFault(engines, node, contender);
    if (smallest.known !== null) sum.known++;
    const key = `${contender}: ${smallest.what}${smallest.known === null ? '' : `, known: ${smallest.known}`}`;
    const texts = told.get(key) ?? new Set();
    told.set(key, texts);
    const shown = texts.size < show ? await simplest(engines, smallest, isAtFault) : smallest.verdict;
    texts.add(differenceLines(shown, contender));
  }
  for (const [what, texts] of told)
    print([`\n${what}: ${texts.size} different`, ...[...texts].slice(0, show)].join('\n'));
  if (sum.faulty.length > EXPLAINED_MAX)
    print(`\n… and ${sum.faulty.length - EXPLAINED_MAX} more expressions that differ`);
  if (sum.known > 0) print(`\n${sum.known} expressions differ as the registry declares`);
  return sum.faulty.length - sum.known;
}

function shortestFirst(faulty: Sum['faulty']): Sum['faulty'] {
  const lengths = new Map(faulty.map((each) => [each, standalone(caseOfNode(each.node)).length]));
  return faulty.toSorted((a, b) => (lengths.get(a) ?? 0) - (lengths.get(b) ?? 0));
}
