import { backfillBench } from './backfill/bench.ts';
import { compileBench } from './compile/bench.ts';
import { expressionsBench } from './expressions/bench.ts';
import { fetchBench } from './fetch/sections.ts';
import { sketchesBench } from './sketches/bench.ts';
import { soakBench } from './soak/bench.ts';
import { uploadBench } from './upload/bench.ts';

export interface BenchOptions {
  /** Under a minute, on smaller data. */
  readonly quick: boolean;
  readonly runs: number;
  /** Which of a bench's sections to run; null: all. */
  readonly only: string | null;
  /** What else to measure in the same run; null: nothing. */
  readonly peer: string | null;
}

/** A bench prints what it does and ends in one line: its name, figures, ratios. */
export type Bench = (options: BenchOptions) => Promise<void>;

const benches: Readonly<Record<string, Bench>> = {
  backfill: backfillBench,
  compile: compileBench,
  expressions: expressionsBench,
  fetch: fetchBench,
  sketches: sketchesBench,
  soak: soakBench,
  upload: uploadBench,
};

const [name, ...flags] = process.argv.slice(2);
const bench = name === undefined ? undefined : benches[name];
if (bench === undefined) {
  process.stderr.write(
    `usage: npm run bench -- NAME [--quick] [--runs N] [--only SECTION] [--peer NAME]\nbenches: ${Object.keys(benches).join(', ')}\n`,
  );
  process.exit(2);
}
const option = (flag: string): string | null => {
  const at = flags.indexOf(flag);
  return at === -1 ? null : (flags[at + 1] ?? '');
};
const quick = flags.includes('--quick');
const runs = Number(option('--runs') ?? (quick ? 1 : 5));
if (!Number.isInteger(runs) || runs < 1) {
  process.stderr.write('--runs wants a whole number from 1 on\n');
  process.exit(2);
}
await bench({ quick, runs, only: option('--only'), peer: option('--peer') });
