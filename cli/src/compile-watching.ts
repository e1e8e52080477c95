import { type ChildProcess, spawn } from 'node:child_process';
import type { Context } from './context.ts';
import { ended } from './ended.ts';
import { watchSources } from './watch-sources.ts';

/** Beyond it a compilation hangs, in an author's endless loop say, and is ended once its sources change. */
const HANGS_AFTER_MS = 60_000;

/**
 * Compiles, and again whenever a source changes, until the signal. Each time in a process of its own: modules that were imported once are not read again, and
 * whatever an author's module does (throw, exit, never end) it does there. `args`: of the command that compiles once.
 */
export async function compileWatching(context: Context, args: readonly string[]): Promise<void> {
  const { output, repository, signal } = context;
  let change = Promise.withResolvers<void>();
  const stopped = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
  const unwatch = await watchSources(repository, () => change.resolve());
  try {
    while (!signal.aborted) {
      change = Promise.withResolvers<void>();
      await compileOnce(context, args, change.promise);
      if (!signal.aborted) output.say(`Watching ${repository}: compiles again when a source changes, until Ctrl-C.`);
      await Promise.race([change.promise, stopped]);
    }
  } finally {
    await unwatch();
  }
}

/** One compilation to its end; a change ends it where it hangs. In JSON it is one line, whatever became of it. */
async function compileOnce({ output }: Context, args: readonly string[], change: Promise<void>): Promise<void> {
  const isJson = output.format === 'json';
  // In a group of its own, so that Ctrl-C lets it finish what it writes.
  const child = spawn(process.execPath, [...process.execArgv, ...args], {
    stdio: ['ignore', isJson ? 'pipe' : 'inherit', isJson ? 'pipe' : 'inherit'],
    detached: true,
  });
  const hanging = endIfHanging(child, change);
  const endAtOnce = (): void => void child.kill('SIGKILL');
  process.once('exit', endAtOnce);
  try {
    const { code, stdout, stderr } = await ended(child);
    if (!isJson) return;
    process.stderr.write(stderr);
    if (stdout !== '') process.stdout.write(stdout);
    else output.result('', { isWritten: false, error: stderr.trim() || `The compilation ended with ${code}.` });
  } finally {
    hanging.stop();
    process.off('exit', endAtOnce);
  }
}

function endIfHanging(child: ChildProcess, change: Promise<void>): { readonly stop: () => void } {
  const patience = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => patience.resolve(true), HANGS_AFTER_MS);
  void Promise.all([patience.promise, change]).then(([hangs]) => (hangs ? child.kill('SIGKILL') : undefined));
  return {
    stop: () => {
      clearTimeout(timer);
      patience.resolve(false);
    },
  };
}
