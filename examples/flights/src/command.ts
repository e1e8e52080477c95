import { execFile, spawn } from 'node:child_process';
import { constants } from 'node:os';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** The feature repository: commands run here, so that its state is in `.isochron` beside `features/` unless ISOCHRON_HOME says otherwise. */
export const repository = fileURLToPath(new URL('..', import.meta.url));

/** The flights, as a path typed from the repository. */
export const data = relative(
  repository,
  fileURLToPath(new URL('../data/flights-3m.parquet', import.meta.resolve('vega-datasets'))),
);

export const days = ['--start', '2001-06-24', '--end', '2001-06-30'] as const;

export const main = fileURLToPath(import.meta.resolve('@isochron/cli/main'));

export const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** Shows a command as it would be typed in the repository, then runs it; ends this process with its exit code if it fails. */
export async function isochron(...args: readonly string[]): Promise<void> {
  say(`\n$ npx isochron ${args.map(quoted).join(' ')}`);
  const code = await run(args);
  if (code !== 0) process.exit(code);
}

/** What a command prints in JSON. */
export async function jsonOf<T>(...args: readonly string[]): Promise<T> {
  const { stdout } = await promisify(execFile)(process.execPath, [main, ...args, '--format', 'json'], {
    cwd: repository,
    maxBuffer: 16 * 1024 * 1024,
  });
  return JSON.parse(stdout) as T;
}

/** Which columns a table has that is already backfilled. */
export async function columnsOf(table: string): Promise<readonly string[]> {
  // What `show` prints of a definition: its plan, and its table with the columns.
  const shown = await jsonOf<{ readonly table: { readonly columns: readonly { readonly name: string }[] } }>(
    'show',
    table,
  );
  return shown.table.columns.map(({ name }) => name);
}

/**
 * Ctrl-C reaches the whole foreground group: the command stops by itself, and we only wait for it. Away from a terminal a signal is sent
 * to us alone, so it is passed on.
 */
function run(args: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, [main, ...args], { cwd: repository, stdio: 'inherit' });
  const interrupt = (): void => {
    if (!process.stdin.isTTY) child.kill('SIGINT');
  };
  const terminate = (): void => {
    child.kill('SIGTERM');
  };
  process.on('SIGINT', interrupt).on('SIGTERM', terminate);
  return new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal])));
  }).finally(() => {
    process.off('SIGINT', interrupt).off('SIGTERM', terminate);
  });
}

const quoted = (word: string): string => (/^[\w./\\:,=-]+$/.test(word) ? word : `"${word}"`);
