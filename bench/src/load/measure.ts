import { median } from '../contender.ts';
import type { Job, JobResult } from './job.ts';
import type { LoadClient } from './load-client.ts';
import type { Usage } from './server.ts';

/** Whose processor time and memory are read before and after. */
export interface Used {
  usage(): Promise<Usage>;
}

/** What one server did under one load. */
export interface Measured {
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly p999Ms: number;
  readonly requestsPerSecond: number;
  /** Of the server's process, all threads and the kernel's work for it. */
  readonly serverMicros: number;
  readonly clientMicros: number;
  readonly answerBytes: number;
  readonly requests: number;
  readonly errors: number;
  readonly firstError: string | null;
  readonly peakRssMib: number;
}

/** One turn of a job: warmed up by a part of it, then measured. */
export async function measure(client: LoadClient, server: Used, job: Job): Promise<Measured> {
  await client.run({ ...job, durationMs: job.durationMs / 4 });
  const before = await server.usage();
  const result = await client.run(job);
  const after = await server.usage();
  return measuredOf(result, before, after);
}

function measuredOf(result: JobResult, before: Usage, after: Usage): Measured {
  const { requests, errors, firstError, ms, p50Ms, p99Ms, p999Ms, cpuMicros, lastAnswer } = result;
  return {
    ...{ p50Ms, p99Ms, p999Ms, answerBytes: lastAnswer?.length ?? 0, requests, errors, firstError },
    requestsPerSecond: (1000 * (requests - errors)) / ms,
    serverMicros: (after.cpuMicros - before.cpuMicros) / requests,
    clientMicros: cpuMicros / requests,
    peakRssMib: after.peakRssBytes / 2 ** 20,
  };
}

/** Turns of one job as one: medians, sums of requests and errors. */
export function medianOf(turns: readonly Measured[]): Measured {
  const of = (pick: (turn: Measured) => number): number => median(turns.map(pick));
  const sum = (pick: (turn: Measured) => number): number => turns.reduce((total, turn) => total + pick(turn), 0);
  return {
    p50Ms: of((turn) => turn.p50Ms),
    p99Ms: of((turn) => turn.p99Ms),
    p999Ms: of((turn) => turn.p999Ms),
    requestsPerSecond: of((turn) => turn.requestsPerSecond),
    serverMicros: of((turn) => turn.serverMicros),
    clientMicros: of((turn) => turn.clientMicros),
    answerBytes: of((turn) => turn.answerBytes),
    requests: sum((turn) => turn.requests),
    errors: sum((turn) => turn.errors),
    firstError: turns.find(({ firstError }) => firstError !== null)?.firstError ?? null,
    peakRssMib: Math.max(...turns.map(({ peakRssMib }) => peakRssMib)),
  };
}
