import { spawnSync } from 'node:child_process';

/** What one run of a contender came to. */
export interface Run {
  readonly ms: number;
  /** Of all its threads together: what a machine that is also busy with others changes much less than the time. */
  readonly cpuMs: number;
  /** The most memory its process held at once, in mebibytes. */
  readonly peakMib: number;
  readonly rows: number;
}

/** Runs a script in a process of its own, so that memory and warm-up are its own; the script ends by calling {@link report}. */
export function runContender<T extends Run = Run>(script: string, args: readonly string[]): T {
  const { stdout, stderr, status } = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });
  const last = stdout.trimEnd().split('\n').at(-1) ?? '';
  if (status !== 0 || !last.startsWith('{')) throw new Error(`${script} ${args.join(' ')} failed:\n${stderr}${stdout}`);
  // The script says which figures it gives beside those of every run.
  return JSON.parse(last) as T;
}

/** The moment that what is measured begins. */
export interface Started {
  readonly ms: number;
  readonly cpu: NodeJS.CpuUsage;
}

export const startRun = (): Started => ({ ms: performance.now(), cpu: process.cpuUsage() });

/** Prints what `runContender` reads: the time and the processor's since the start, the memory of this process, and other figures. */
export function report(started: Started, rows: number, more: Readonly<Record<string, number>> = {}): void {
  const { user, system } = process.cpuUsage(started.cpu);
  const run: Run = {
    ms: performance.now() - started.ms,
    cpuMs: (user + system) / 1000,
    peakMib: process.resourceUsage().maxRSS / 1024,
    rows,
  };
  process.stdout.write(`${JSON.stringify({ ...run, ...more })}\n`);
}

export const median = (values: readonly number[]): number => {
  const ordered = [...values].sort((a, b) => a - b);
  const middle = ordered.length >> 1;
  const upper = ordered[middle] ?? Number.NaN;
  return ordered.length % 2 === 1 ? upper : ((ordered[middle - 1] ?? Number.NaN) + upper) / 2;
};
