import { setTimeout as pause } from 'node:timers/promises';
import { IsochronError } from '@isochron/schema';
import type { Health } from './health.ts';
import type { Logger } from './logger.ts';

/** What takes requests and can stop doing so. */
export interface Draining {
  /** Takes no more, waits for what is under way, at most so long. */
  drain(timeoutMs: number): Promise<void>;
}

/** A service that has started. */
export interface Running {
  readonly logger: Logger;
  readonly health: Health;
  readonly servers: readonly Draining[];
  /** How long it goes on taking requests once it is no longer ready, so that whoever sends them learns of it. */
  readonly drainDelayMs: number;
  /** How long requests under way are waited for. */
  readonly drainTimeoutMs: number;
  /** Stores and the like, after the last request. */
  close(): Promise<void>;
}

/**
 * Stops a service so that no accepted request is lost, in this order: it is not ready any more; it waits until that is known; its servers take nothing more and
 * finish what is under way; what they used is closed.
 */
export async function stop({ logger, health, servers, drainDelayMs, drainTimeoutMs, close }: Running): Promise<void> {
  health.drain();
  logger.info({ drainDelayMs, drainTimeoutMs }, 'stopping: not ready any more');
  await pause(drainDelayMs);
  await Promise.all(servers.map((server) => server.drain(drainTimeoutMs)));
  await close();
  logger.info('stopped');
}

const STOPPED_AT_ONCE = 130;

/**
 * The main of a service: starts it, and stops it on SIGTERM or SIGINT; a second signal ends it at once. What cannot be started is said in a sentence, exit code 2 if it was
 * told wrongly, else 1. A rejection that nobody handles ends the process: what we got wrong crashes.
 */
export async function run(start: () => Promise<Running>): Promise<void> {
  const signal = nextSignal();
  let running: Running;
  try {
    running = await start();
  } catch (thrown) {
    if (!(thrown instanceof IsochronError)) throw thrown;
    process.stderr.write(`error: ${thrown.message}\n`);
    // Whatever of it runs already does not keep it.
    process.exit(thrown.code === 'INVALID_ARGUMENT' ? 2 : 1);
  }
  running.logger.info({ signal: await signal }, 'told to stop');
  void nextSignal().then(() => process.exit(STOPPED_AT_ONCE));
  await stop(running);
  process.exit(0);
}

async function nextSignal(): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>();
  const told = (signal: string) => resolve(signal);
  process.once('SIGTERM', told).once('SIGINT', told);
  const signal = await promise;
  process.off('SIGTERM', told).off('SIGINT', told);
  return signal;
}
