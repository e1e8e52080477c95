import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

export interface CompilerError {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export interface CompilerRun {
  readonly errors: readonly CompilerError[];
  /** `Instantiations`, `Check time`: what `--extendedDiagnostics` prints, as numbers (times in seconds). */
  readonly figures: ReadonlyMap<string, number>;
}

const compiler = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc');

/** Runs the TypeScript compiler over a project, as an editor would; the errors are those in the file of this name. */
export function runCompiler(project: string, author: string): CompilerRun {
  const run = spawnSync(process.execPath, [compiler, '-p', project, '--pretty', 'false', '--extendedDiagnostics'], {
    encoding: 'utf8',
  });
  if (run.error !== undefined) throw run.error;
  const errors = [...run.stdout.matchAll(/^(.+)\((\d+),(\d+)\): error (TS\d+: .*)$/gm)].map(
    ([, file = '', line, column, message = '']) => ({ file, line: Number(line), column: Number(column), message }),
  );
  const figures = new Map(
    [...run.stdout.matchAll(/^([A-Z][\w /]+):\s+([\d.]+)[sK]?$/gm)].map(([, name = '', figure]) => [
      name,
      Number(figure),
    ]),
  );
  return { errors: errors.filter(({ file }) => basename(file) === author), figures };
}
