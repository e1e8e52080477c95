import { execFile } from 'node:child_process';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { median } from '../contender.ts';
import type { BenchOptions } from '../main.ts';
import { type AccuracyRow, trialsOf } from './accuracy.ts';
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
  await speed(quick ? 200_000 : 2_000_000, quick ? 20 : 200, quick ? 1 : runs);
  await accuracy(quick ? [10, 1000] : [10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000], quick ? 20 : null);
}

interface Figures {
  readonly name: string;
  readonly updateNs: number;
  readonly fewNs: number;
  readonly mergeNs: number;
  readonly bytes: number;
}

async function speed(count: number, merges: number, runs: number): Promise<void> {
  const missing = prepareJava();
  if (missing !== null) say(`SKIPPED: the Java library beside ours, because ${missing}\n`);
  const ours: Figures[] = [];
  const theirs: Figures[] = [];
  const args = [String(count), String(merges)];
  for (let run = 0; run < runs; run++) {
    ours.push(...figuresOf(await outputOf('speed-contender.ts', args)));
    if (missing === null) theirs.push(...figuresOf(runJava(args).trim().split('\n')));
  }
  say(
    `Speed: ${whole(count)} updates of one sketch; those of ${whole(merges)} sketches of 10,000 items each; these merged into one that answers; ` +
      `medians of ${runs} runs in turns` +
      (missing === null ? `; Java ${javaVersion()}, datasketches-java 6.1.1\n` : '\n'),
  );
  const timed = ['update, ns', 'of 10,000, ns', 'merge, µs'];
  const heads = ['sketch', ...timed.flatMap((head) => [head, 'Java', 'ratio']), 'bytes', 'Java'];
  const names = [...new Set(ours.map(({ name }) => name))];
  say(
    `${table(
      heads,
      names.map((name) => speedRow(name, ours, theirs)),
    )}\n`,
  );
}

function speedRow(name: string, ours: readonly Figures[], theirs: readonly Figures[]): string[] {
  const of = (runs: readonly Figures[], figure: Exclude<keyof Figures, 'name'>): number =>
    median(runs.filter((run) => run.name === name).map((run) => run[figure]));
  const shown = (number: number, text: (number: number) => string): string =>
    Number.isNaN(number) ? '–' : text(number);
  const pair = (figure: 'updateNs' | 'fewNs' | 'mergeNs', unit: number): string[] => {
    const [mine, other] = [of(ours, figure) / unit, of(theirs, figure) / unit];
    return [rounded(mine), shown(other, rounded), shown(mine / other, (ratio) => ratio.toFixed(2))];
  };
  return [
    name,
    ...pair('updateNs', 1),
    ...pair('fewNs', 1),
    ...pair('mergeNs', 1000),
    whole(of(ours, 'bytes')),
    shown(of(theirs, 'bytes'), whole),
  ];
}

/** A line of JSON a subject. */
const figuresOf = (lines: readonly string[]): Figures[] => lines.map((line) => JSON.parse(line) as Figures);

/** What a script of this folder prints, line by line. */
async function outputOf(script: string, args: readonly string[]): Promise<string[]> {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [path, ...args]);
  return stdout.trim().split('\n');
}

async function accuracy(sizes: readonly number[], trials: number | null): Promise<void> {
  const counted = sizes.map((n) => `${whole(trials ?? trialsOf(n))} of n = ${whole(n)}`).join(', ');
  say(
    'Accuracy: errors as shares of n, beside the published one once a sketch estimates. In each cell: a stream in one go · merged of ' +
      `up to 50 parts of random sizes in random trees; ! beyond what is published, by more than chance explains. Trials: ${counted}\n`,
  );
  const rows = new Map<string, string[][]>();
  const left = [...accuracySubjects];
  const worker = async (): Promise<void> => {
    for (let subject = left.shift(); subject !== undefined; subject = left.shift()) {
      rows.set(subject.name, await accuracyRows(subject, sizes, trials));
    }
  };
  await Promise.all(cpus().map(worker));
  const heads = ['sketch', 'error', 'published', ...sizes.map((n) => `n = ${whole(n)}`)];
  say(
    table(
      heads,
      accuracySubjects.flatMap(({ name }) => rows.get(name) ?? []),
    ),
  );
}

async function accuracyRows(
  subject: AccuracySubject,
  sizes: readonly number[],
  trials: number | null,
): Promise<string[][]> {
  const args = [subject.name, sizes.join(), ...(trials === null ? [] : [String(trials)])];
  const lines = await outputOf('accuracy-contender.ts', args);
  // What the contender prints: the rows of accuracyOf, a line a size.
  const bySize = lines.map((line) => JSON.parse(line) as AccuracyRow[]);
  return subject.statistics.map(({ title, summary, published }, at) => {
    const greatest = Math.max(...sizes);
    const figures = [...new Set([false, true].map((isMerged) => percent(published(greatest, isMerged))))];
    const cells = bySize.map((rows) => (rows[at]?.figures ?? []).map(accuracyCell).join(' · '));
    return [subject.name, `${title}, ${summary}`, figures.join(' · '), ...cells];
  });
}

const accuracyCell = ({ observed, isBeyond }: AccuracyRow['figures'][number]): string =>
  percent(observed) + (isBeyond ? ' !' : '');

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};
