import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { median } from '../contender.ts';
import type { BenchOptions } from '../main.ts';
import { type AccuracyRow, accuracyOf, trialsOf } from './accuracy.ts';
import { javaVersion, prepareJava, runJava } from './java.ts';
import type { AccuracySubject } from './subject.ts';
import { accuracySubjects } from './subjects/index.ts';
import { percent, rounded, table, whole } from './table.ts';

/**
 * How fast sketches are beside the Java library, in turns in one run, and how far off beside what is published, over random streams in one go
 * and merged from parts. Prints two tables of Markdown.
 */
export async function sketchesBench({ quick, runs }: BenchOptions): Promise<void> {
  say(`${cpus().length} cores, Node ${process.versions.node}\n`);
  speed(quick ? 200_000 : 2_000_000, quick ? 20 : 200, quick ? 1 : runs);
  accuracy(quick ? [10, 1000] : [10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000], quick ? 20 : null);
}

interface Figures {
  readonly name: string;
  readonly updateNs: number;
  readonly mergeNs: number;
  readonly bytes: number;
}

function speed(count: number, merges: number, runs: number): void {
  const missing = prepareJava();
  if (missing !== null) say(`SKIPPED: the Java library beside ours, because ${missing}\n`);
  const ours: Figures[] = [];
  const theirs: Figures[] = [];
  const args = [String(count), String(merges)];
  for (let run = 0; run < runs; run++) {
    ours.push(...figuresOf(runOurs(args)));
    if (missing === null) theirs.push(...figuresOf(runJava(args)));
  }
  say(
    `Speed: ${whole(count)} updates of one sketch, ${whole(merges)} merges of sketches of 10,000 items; medians of ${runs} runs in turns` +
      (missing === null ? `; Java ${javaVersion()}, datasketches-java 6.1.1\n` : '\n'),
  );
  const heads = ['sketch', 'update, ns', 'Java', 'ratio', 'merge, µs', 'Java', 'ratio', 'bytes', 'Java'];
  const names = [...new Set(ours.map(({ name }) => name))];
  say(
    `${table(
      heads,
      names.map((name) => speedRow(name, ours, theirs)),
    )}\n`,
  );
}

function speedRow(name: string, ours: readonly Figures[], theirs: readonly Figures[]): string[] {
  const of = (runs: readonly Figures[], figure: 'updateNs' | 'mergeNs' | 'bytes'): number =>
    median(runs.filter((run) => run.name === name).map((run) => run[figure]));
  const shown = (number: number, text: (number: number) => string): string =>
    Number.isNaN(number) ? '–' : text(number);
  const pair = (figure: 'updateNs' | 'mergeNs', unit: number): string[] => {
    const [mine, other] = [of(ours, figure) / unit, of(theirs, figure) / unit];
    return [rounded(mine), shown(other, rounded), shown(mine / other, (ratio) => ratio.toFixed(2))];
  };
  return [
    name,
    ...pair('updateNs', 1),
    ...pair('mergeNs', 1000),
    whole(of(ours, 'bytes')),
    shown(of(theirs, 'bytes'), whole),
  ];
}

function figuresOf(lines: string): Figures[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Figures);
}

function runOurs(args: readonly string[]): string {
  const script = fileURLToPath(new URL('speed-contender.ts', import.meta.url));
  const { stdout, stderr, status } = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${script} failed:\n${stderr}`);
  return stdout;
}

function accuracy(sizes: readonly number[], trials: number | null): void {
  const counted = sizes.map((n) => `${whole(trials ?? trialsOf(n))} of n = ${whole(n)}`).join(', ');
  say(
    'Accuracy: errors as shares of n, beside the published one once a sketch estimates. In each cell: a stream in one go · merged of ' +
      `up to 50 parts of random sizes in random trees; ! beyond what is published. Trials: ${counted}\n`,
  );
  const heads = ['sketch', 'error', 'published', ...sizes.map((n) => `n = ${whole(n)}`)];
  say(
    table(
      heads,
      accuracySubjects.flatMap((subject) => accuracyRows(subject, sizes, trials)),
    ),
  );
}

function accuracyRows(subject: AccuracySubject, sizes: readonly number[], trials: number | null): string[][] {
  const bySize = sizes.map((n) => accuracyOf(subject, n, trials ?? trialsOf(n)));
  return subject.statistics.map(({ title, summary, published }, at) => {
    const greatest = Math.max(...sizes);
    const figures = [...new Set([false, true].map((isMerged) => percent(published(greatest, isMerged))))];
    const cells = bySize.map((rows) => (rows[at]?.figures ?? []).map(accuracyCell).join(' · '));
    return [subject.name, `${title}, ${summary}`, figures.join(' · '), ...cells];
  });
}

const accuracyCell = ({ observed, published }: AccuracyRow['figures'][number]): string =>
  percent(observed) + (observed > published ? ' !' : '');

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};
