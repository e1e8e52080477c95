import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Job, JobResult } from './job.ts';

/** A client in a process of its own. */
export interface LoadClient {
  run(job: Job): Promise<JobResult>;
  stop(): Promise<void>;
}

export async function startLoadClient(): Promise<LoadClient> {
  const child = fork(fileURLToPath(new URL('./client.ts', import.meta.url)), { serialization: 'advanced' });
  const exited = once(child, 'exit');
  await once(child, 'message');
  return {
    run: async (job) => {
      const answered = once(child, 'message');
      child.send(job);
      const [result] = await Promise.race([
        answered,
        exited.then(([code]): never => {
          throw new Error(`the client ended with ${code}`);
        }),
      ]);
      // What `client.ts` sends, and nothing else.
      return result as JobResult;
    },
    stop: async () => {
      if (child.connected) child.disconnect();
      await exited;
    },
  };
}
