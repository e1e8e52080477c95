import type { Options } from '../arguments.ts';
import { type Engines, startEngines } from '../engines/engines.ts';
import { wrongLiterals } from '../literals/check.ts';
import { differences, head, legend, tableLine } from './report.ts';
import { runSubject } from './run.ts';
import { sparkSubjects } from './spark-subject.ts';
import { type Subject, subjects } from './subject.ts';
import { failures, faultsOf, type Tally } from './tally.ts';

/** `npm run oracle -- functions`. Answers the exit code. */
export async function functionsCommand(options: Options, print: (line: string) => void): Promise<number> {
  const chosen = choose(options.functions, options.dialect === 'spark' ? sparkSubjects() : subjects());
  if (typeof chosen === 'string') {
    print(chosen);
    return 2;
  }
  print(`seed ${options.seed}, ${options.cases} cases a signature\n`);
  const engines = await startEngines();
  try {
    return await runAll(engines, chosen, options, print);
  } finally {
    await engines.stop();
  }
}

async function runAll(
  engines: Engines,
  chosen: ReadonlyMap<string, readonly Subject[]>,
  options: Options,
  print: (line: string) => void,
): Promise<number> {
  const { seed, show, pushed } = options;
  const wrong = await wrongLiterals(engines, seed, LITERALS_OF_TYPE);
  if (wrong.length > 0)
    print(`ZetaSQL reads literals otherwise than they are written here:\n${wrong.slice(0, 10).join('\n')}\n`);
  print(head);
  const all: Tally[] = [];
  for (const [name, signatures] of chosen) {
    const tallies: Tally[] = [];
    for (const subject of signatures) tallies.push(await runSubject(engines, subject, options));
    print(tableLine(name, tallies));
    all.push(...tallies);
  }
  print(`\n${legend}`);
  for (const tally of all) {
    const lines = await differences(engines, tally, show);
    if (lines.length > 0) print(`\n${lines.join('\n')}`);
  }
  tellKnown(all, print);
  const short = all.filter((tally) => tally.subject.isProven && tally.pushed < pushed);
  if (short.length > 0) print(`\nDeclared proven, and pushed down fewer than ${pushed} times:`);
  for (const { subject, pushed: found, cases } of short)
    print(`  ${subject.name}${subject.signature}: ${found} of ${cases} cases`);
  const failed = all.reduce((sum, tally) => sum + failures(tally), 0) + wrong.length + short.length;
  const total = all.reduce((sum, tally) => sum + tally.cases, 0) + wrong.length + short.length;
  print(`\nseed ${seed}\n${total - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

const LITERALS_OF_TYPE = 40;

/** What the registry declares to be different, and how often it was, and the texts for DuckDB that could be proven. */
function tellKnown(all: readonly Tally[], print: (line: string) => void): void {
  for (const { subject, known } of all) {
    if (known > 0 && subject.differs !== null) {
      print(`\n${subject.name}${subject.signature}: ${known} known to differ: ${subject.differs.reason}`);
    }
  }
  const unjudged = all.filter(
    ({ subject, cases, unanswered }) => subject.dialect === undefined && cases > 0 && unanswered === cases,
  );
  if (unjudged.length > 0) {
    const names = unjudged.map(({ subject }) => `${subject.name}${subject.signature}`);
    print(`\nNever judged, because ZetaSQL has no such function, or no maps:\n  ${names.join('\n  ')}`);
  }
  const provable = all.filter(
    (tally) =>
      tally.subject.dialect === undefined &&
      !tally.subject.isProven &&
      tally.pushed > 0 &&
      faultsOf(tally, 'duckdb') === 0 &&
      failures(tally) === 0,
  );
  if (provable.length > 0) print('\nThe same in DuckDB, and not yet declared proven:');
  for (const { subject, pushed, cases } of provable)
    print(`  ${subject.name}${subject.signature}: ${pushed} of ${cases} cases pushed`);
}

/** Signatures by name, or what is wrong with the names asked for. `CAST(STRING` chooses among casts. */
function choose(names: readonly string[], all: readonly Subject[]): ReadonlyMap<string, readonly Subject[]> | string {
  const isAsked = (subject: Subject, name: string): boolean =>
    subject.name.toLowerCase() === name.toLowerCase() ||
    (name.includes('(') && `${subject.name}${subject.signature}`.toLowerCase().startsWith(name.toLowerCase()));
  const unknown = names.find((name) => !all.some((subject) => isAsked(subject, name)));
  if (unknown !== undefined) {
    return `The registry has no ${unknown}. It has: ${[...new Set(all.map(({ name }) => name))].join(', ')}.`;
  }
  const asked = names.length === 0 ? all : all.filter((subject) => names.some((name) => isAsked(subject, name)));
  return Map.groupBy(asked, ({ name }) => name);
}
