import { setTimeout as pause } from 'node:timers/promises';

export interface Serving {
  /** Sent to who started the process. */
  readonly ready: unknown;
  /** Does what it is asked beside load, and answers what came of it. */
  readonly asked?: (question: string) => Promise<unknown>;
  stop(): Promise<void>;
}

/** The server's end of `startServer`: says that it is ready, and what it has used when it is asked; ends when nobody is there to ask. */
export function serve({ ready, asked, stop }: Serving): void {
  process.on('message', (question: string) => {
    void answerTo(question, asked).then((answer) => process.send?.(answer));
  });
  process.on('disconnect', () => {
    void stop().then(() => process.exit(0));
  });
  process.send?.(ready);
}

async function answerTo(question: string, asked: Serving['asked']): Promise<unknown> {
  if (question === 'settled-usage') await collect();
  if (question === 'usage' || question === 'settled-usage') return usage();
  if (asked === undefined) throw new Error(`nobody knows what ${question} means`);
  return asked(question);
}

/** Finalizers, and memory outside of the heap, need turns of the loop between. */
async function collect(): Promise<void> {
  for (let time = 0; time < 4; time++) {
    globalThis.gc?.();
    await pause(50);
  }
}

function usage() {
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed, external } = process.memoryUsage();
  return { cpuMicros: user + system, rssBytes: rss, heapBytes: heapUsed + external };
}
