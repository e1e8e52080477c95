import { parseArgs } from 'node:util';
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

const USAGE = `usage: npm run bench -- NAME [--quick] [--runs N] [--only SECTION] [--peer NAME]
benches: ${Object.keys(benches).join(', ')}
`;

await run(process.argv.slice(2));

async function run(args: string[]): Promise<void> {
  const asked = askedFor(args);
  if (asked instanceof Error) return refuse(asked.message);
  const { values, positionals } = asked;
  const { help, quick, only = null, peer = null } = values;
  if (help) {
    process.stdout.write(USAGE);
    return;
  }
  const [name = 'nothing', ...more] = positionals;
  const bench = benches[name];
  if (bench === undefined) return refuse(`There is no bench ${name}.`);
  if (more.length > 0) return refuse(`One bench at a time, not ${positionals.join(' ')}.`);
  const runs = Number(values.runs ?? (quick ? 1 : 5));
  if (!Number.isInteger(runs) || runs < 1) return refuse(`--runs wants a whole number from 1 on, not ${values.runs}.`);
  await bench({ quick, runs, only, peer });
}

/** The error says which flag is not known, or has no value. */
function askedFor(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h', default: false },
        quick: { type: 'boolean', default: false },
        runs: { type: 'string' },
        only: { type: 'string' },
        peer: { type: 'string' },
      },
    });
  } catch (thrown) {
    return thrown instanceof Error ? thrown : new Error(String(thrown));
  }
}

function refuse(why: string): void {
  process.stderr.write(`${why}\n${USAGE}`);
  process.exitCode = 2;
}
