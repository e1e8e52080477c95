import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';

/** What a server's process has used so far. */
export interface Usage {
  readonly cpuMicros: number;
  readonly rssBytes: number;
  /** Of these, what is no page of a file: pages of a store that is mapped come and go with what is read. */
  readonly anonymousBytes: number;
  /** The most it held at once. */
  readonly peakRssBytes: number;
  /** Of JavaScript, with what is waiting to be collected; NaN for a server that has none. */
  readonly heapBytes: number;
}

/** A server in a process of its own. */
export interface Server<Ready> {
  readonly pid: number;
  /** What it said when it was ready: where it listens. */
  readonly ready: Ready;
  usage(): Promise<Usage>;
  /** After everything that nobody holds was collected. */
  settledUsage(): Promise<Usage>;
  /** Has it do something that its script knows, and answers what came of it. */
  ask(question: string): Promise<unknown>;
  stop(): Promise<void>;
}

/** Forks a script that calls `serve` of `serving-process.ts`. */
export async function startServer<Ready>(
  script: string,
  args: readonly string[],
  execArgv: readonly string[] = [],
): Promise<Server<Ready>> {
  const child = fork(script, args, { serialization: 'advanced', execArgv: ['--expose-gc', ...execArgv] });
  const exited = once(child, 'exit');
  const answer = async (): Promise<unknown> => {
    const [message] = await Promise.race([
      once(child, 'message'),
      exited.then(([code]): never => {
        throw new Error(`${script} ended with ${code}`);
      }),
    ]);
    return message;
  };
  const ask = (question: string): Promise<unknown> => {
    const answered = answer();
    child.send(question);
    return answered;
  };
  // What the script gives to `serve`.
  const ready = (await answer()) as Ready;
  const pid = pidOf(child);
  const usageOf = async (question: string): Promise<Usage> => {
    // What `serving-process.ts` answers.
    const used = (await ask(question)) as Pick<Usage, 'cpuMicros' | 'rssBytes' | 'heapBytes'>;
    return { ...used, anonymousBytes: memoryOf(pid, 'RssAnon'), peakRssBytes: memoryOf(pid, 'VmHWM') };
  };
  return {
    pid,
    ready,
    usage: () => usageOf('usage'),
    settledUsage: () => usageOf('settled-usage'),
    ask,
    stop: async () => {
      if (child.connected) child.disconnect();
      await exited;
    },
  };
}

function pidOf({ pid }: ChildProcess): number {
  if (pid === undefined) throw new Error('the server was not started');
  return pid;
}

/** As the kernel has it, which only Linux says; NaN elsewhere or where the process has ended. */
export function memoryOf(pid: number, name: 'VmRSS' | 'RssAnon' | 'VmHWM'): number {
  try {
    const text = readFileSync(`/proc/${pid}/status`, 'utf8');
    return 1024 * Number(new RegExp(`${name}:\\s+(\\d+)`).exec(text)?.[1] ?? Number.NaN);
  } catch {
    return Number.NaN;
  }
}
