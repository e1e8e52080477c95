import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Run } from '../contender.ts';

/** The whole command, from the start of its process to its end, in a repository whose warehouse and store lie in it. */
export const isochronIn =
  (folder: string) =>
  (...args: readonly string[]): Run => {
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
  };
