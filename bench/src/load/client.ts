import { createGrpcDriver } from './grpc-driver.ts';
import { createHttpDriver } from './http-driver.ts';
import type { Driver, Job, JobResult } from './job.ts';
import { Latencies } from './latencies.ts';

/** The client's process: is sent jobs, one at a time, and answers what came of each. Connections stay open between them. */
const drivers: Readonly<Record<Job['protocol'], Driver>> = { grpc: createGrpcDriver(), http: createHttpDriver() };

process.on('message', (job: Job) => {
  void run(job).then((result) => process.send?.(result));
});
process.on('disconnect', () => process.exit(0));
process.send?.('ready');

async function run(job: Job): Promise<JobResult> {
  const driver = drivers[job.protocol];
  const latencies = new Latencies();
  let sent = 0;
  let errors = 0;
  let firstError: string | null = null;
  let lastAnswer: Uint8Array | null = null;
  const cpu = process.cpuUsage();
  const started = performance.now();
  const until = started + job.durationMs;
  const lane = async (): Promise<void> => {
    while (performance.now() < until && sent < (job.requestsMax ?? Infinity)) {
      const body = job.bodies[sent++ % job.bodies.length] as Uint8Array;
      const before = performance.now();
      try {
        lastAnswer = await driver.send(job, body);
        latencies.add(performance.now() - before);
      } catch (thrown) {
        errors++;
        firstError ??= thrown instanceof Error ? thrown.message : String(thrown);
      }
    }
  };
  await Promise.all(Array.from({ length: job.concurrency }, lane));
  const ms = performance.now() - started;
  const { user, system } = process.cpuUsage(cpu);
  const [p50Ms = Number.NaN, p99Ms = Number.NaN, p999Ms = Number.NaN] = latencies.within([0.5, 0.99, 0.999]);
  return { requests: sent, errors, firstError, ms, p50Ms, p99Ms, p999Ms, cpuMicros: user + system, lastAnswer };
}
