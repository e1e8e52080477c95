import { parseArgs } from 'node:util';
import { type DialectName, dialectNames } from '@isochron/expression';

export const usage = `npm run oracle -- functions [--dialect spark] [--function NAME]... [--cases N] [--pushed N] [--seed S] [--show N]
npm run oracle -- expressions [--cases N] [--seed S] [--show N]
npm run oracle -- evaluate EXPRESSION...
npm run oracle -- compiled DIR

functions   puts random calls of every signature of the registry (or of the functions named) to ZetaSQL, to our closure, with the
            arguments as columns and as literals, to ZetaSQL as our text for BigQuery, and to DuckDB where there is a text for it;
            prints a table and the first differences
expressions does the same with random whole expressions, and prints the smallest part of each that differs
compiled    prints what becomes of the selects, wheres, times and derivations of compiled definitions, read as Spark SQL and as GoogleSQL,
            with types of columns guessed from their use
evaluate    prints what each engine makes of expressions without columns; WITH(c0 AS 1, c0 + 1) names columns

  --dialect spark   the functions of Spark SQL that have a text in GoogleSQL: our closure is the judge, of that text in ZetaSQL and in DuckDB
  --function NAME   a function (ROUND), an operator ($add), a cast (CAST, or "CAST(STRING"); may be given many times. Default: all
  --cases N         cases a signature (default 200), or expressions in all (default 5000)
  --pushed N        of signatures that are declared proven, cases go on until so many were pushed down to DuckDB; fewer is a failure. Default: 0
  --seed S          a whole number; the same seed makes the same cases. Default: a new one, which is printed
  --show N          differences shown of a signature and an engine. Default: 3, or 1 where no function is named
  --help            this text

The last line is "N passed, N failed"; exit code 0: all passed; 1: some failed; 2: the call was wrong.
The first run installs ZetaSQL (about 350 MB) into oracle/zetasql/node_modules.`;

export interface Options {
  readonly dialect: DialectName;
  readonly functions: readonly string[];
  readonly cases: number;
  /** How often a signature that is proven must be pushed down. */
  readonly pushed: number;
  readonly seed: number;
  readonly show: number;
}

export type Call =
  | { readonly kind: 'functions' | 'expressions'; readonly options: Options }
  | { readonly kind: 'evaluate'; readonly expressions: readonly string[] }
  | { readonly kind: 'compiled'; readonly folder: string }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly message: string };

/** Reads the command line; `newSeed` where it gives none. */
export function parseCall(args: readonly string[], newSeed: number): Call {
  // Expressions may begin with a minus.
  if (args[0] === 'evaluate' && args.length > 1 && args[1] !== '--help') {
    return { kind: 'evaluate', expressions: args.slice(1).filter((each) => each !== '--') };
  }
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        function: { type: 'string', multiple: true, default: [] },
        cases: { type: 'string' },
        pushed: { type: 'string', default: '0' },
        seed: { type: 'string', default: `${newSeed}` },
        show: { type: 'string' },
        dialect: { type: 'string', default: 'googlesql' },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) return { kind: 'help' };
    const [command, ...rest] = positionals;
    const [folder, ...more] = rest;
    if (command === 'compiled' && folder !== undefined && more.length === 0) return { kind: 'compiled', folder };
    if ((command !== 'functions' && command !== 'expressions') || rest.length > 0)
      return { kind: 'wrong', message: `What to do with "${positionals.join(' ')}"?` };
    const options: Options = {
      dialect: dialectOf(values.dialect),
      functions: values.function,
      cases: whole('--cases', values.cases ?? `${defaultCases[command]}`, 1),
      pushed: whole('--pushed', values.pushed, 0),
      seed: whole('--seed', values.seed, 0),
      show: whole('--show', values.show ?? (values.function.length > 0 ? '3' : '1'), 0),
    };
    return { kind: command, options };
  } catch (error) {
    // The parser throws a TypeError with a sentence about the argument, and so does `whole`.
    if (!(error instanceof TypeError)) throw error;
    return { kind: 'wrong', message: error.message };
  }
}

const defaultCases = { functions: 200, expressions: 5000 } as const;

function whole(flag: string, text: string, least: number): number {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value >= least && text.trim() !== '') return value;
  throw new TypeError(`${flag} wants a whole number from ${least} on, not "${text}".`);
}

function dialectOf(text: string): DialectName {
  const dialect = dialectNames.find((name) => name === text);
  if (dialect !== undefined) return dialect;
  throw new TypeError(`--dialect wants one of ${dialectNames.join(', ')}, not "${text}".`);
}
