import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { median, type Run, runContender } from '../contender.ts';
import type { BenchOptions } from '../main.ts';
import { rounded, table, whole } from '../sketches/table.ts';
import { generateRepository } from './repository.ts';

/**
 * A repository of 2,000 definitions of all kinds: importing its modules alone (the floor), compiling it in memory, and the command as a person types
 * it, on a repository that was never compiled and on one that is current. Each in a process of its own, in turns.
 */
export async function compileBench({ quick, runs }: BenchOptions): Promise<void> {
  const folder = fileURLToPath(new URL('../../.data/compile', import.meta.url));
  const { definitions, files } = generateRepository(folder, quick ? 10 : 100);
  say(`${cpus().length} cores, Node ${process.versions.node}; ${whole(definitions)} definitions in ${files} files\n`);
  const isochron = (...args: readonly string[]): Run => runCommand(folder, args);
  isochron('load', 'orders', 'orders.csv', '--time', 'bought');
  isochron('load', 'users', 'users.csv', '--time', 'seen');
  const contenders: Readonly<Record<string, () => Run>> = {
    'floor: import the modules': () => runContender(script('load-contender.ts'), [folder]),
    'compile in memory': () => runContender(script('compile-contender.ts'), [folder]),
    'isochron compile, all new': () => {
      rmSync(`${folder}/compiled`, { recursive: true, force: true });
      return isochron('compile');
    },
    'isochron compile, nothing new': () => isochron('compile'),
  };
  const measured = new Map(Object.keys(contenders).map((name): [string, Run[]] => [name, []]));
  // The first turn warms the file system and Node's cache of compiled code.
  for (let turn = -1; turn < runs; turn++) {
    for (const [name, run] of Object.entries(contenders)) {
      const result = run();
      if (turn >= 0) measured.get(name)?.push(result);
    }
  }
  const floor = median((measured.get('floor: import the modules') ?? []).map(({ ms }) => ms));
  const rows = [...measured].map(([name, results]) => {
    const ms = median(results.map((each) => each.ms));
    const mib = median(results.map(({ peakMib }) => peakMib));
    return [name, rounded(ms / 1000), (ms / floor).toFixed(2), whole(Math.round(mib))];
  });
  say(table(['', 's', 'x floor', 'peak MiB'], rows));
}

const script = (name: string): string => fileURLToPath(new URL(`./${name}`, import.meta.url));

/** The whole command, from the start of its process to its end. */
function runCommand(folder: string, args: readonly string[]): Run {
  const started = performance.now();
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    [
      '--import',
      fileURLToPath(new URL('./peak.mjs', import.meta.url)),
      fileURLToPath(new URL('../../../cli/src/main.ts', import.meta.url)),
      ...args,
      '--home',
      `${folder}/.isochron`,
    ],
    { cwd: folder, encoding: 'utf8' },
  );
  const ms = performance.now() - started;
  if (status !== 0) throw new Error(`isochron ${args.join(' ')} failed:\n${stderr}${stdout}`);
  const peakMib = Number(/peak MiB: (\d+)/.exec(stderr)?.[1] ?? Number.NaN);
  return { ms, cpuMs: Number.NaN, peakMib, rows: 0 };
}

const say = (text: string): void => void process.stdout.write(`${text}\n`);
