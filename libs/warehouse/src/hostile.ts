import { setTimeout as sleep } from 'node:timers/promises';
import { IsochronError } from '@isochron/schema';
import type { FoldStep, TableDescription, Warehouse } from './warehouse.ts';

/** How often each hostility strikes, from 0 (never) to 1 (always), by a script that the seed alone decides. */
export interface Hostility {
  readonly seed: number;
  /** A call waits up to this long before it starts, and again before its answer comes. */
  readonly delayMsMax: number;
  /** A call that writes does its work and then rejects with UNAVAILABLE, as when the connection breaks before the reply. */
  readonly lostReplies: number;
  /** `describe` answers, once, what it answered before. */
  readonly staleReads: number;
}

/** What the wrapper did, for the message of a test that fails. */
export interface HostileWarehouse extends Warehouse {
  readonly events: readonly string[];
}

/**
 * Any warehouse behind a bad network. It never breaks the contract of the one inside: what it says has happened has happened, and
 * what it denies may have. A caller that repeats a call after UNAVAILABLE, and takes `describe` for the past, must do well on it.
 */
export function hostileWarehouse(inner: Warehouse, hostility: Hostility): HostileWarehouse {
  const random = randomNumbers(hostility.seed);
  const events: string[] = [];
  const earlier = new Map<string, TableDescription | undefined>();

  const delayed = async <T>(work: () => Promise<T>): Promise<T> => {
    await sleep(random() * hostility.delayMsMax);
    const answer = await work();
    await sleep(random() * hostility.delayMsMax);
    return answer;
  };
  const losing = async <T>(
    call: string,
    work: () => Promise<T>,
    forget: (lost: T) => Promise<void> = async () => {},
  ): Promise<T> => {
    const isLost = random() < hostility.lostReplies;
    const answer = await delayed(work);
    if (!isLost) return answer;
    events.push(`lost the reply of ${call}`);
    await forget(answer);
    throw new IsochronError('UNAVAILABLE', `The reply of ${call} was lost; it may have happened. Try again.`);
  };
  const describe = async (table: string): Promise<TableDescription | undefined> => {
    const isStale = random() < hostility.staleReads;
    const now = await delayed(() => inner.describe(table));
    const before = earlier.get(table);
    const wasAsked = earlier.has(table);
    earlier.set(table, now);
    if (!isStale || !wasAsked) return now;
    events.push(`answered describe(${table}) from the past`);
    return before;
  };
  const hostileStep = (step: FoldStep): FoldStep => ({
    counts: step.counts,
    read: () => step.read(),
    readKeys: () => step.readKeys(),
    write: (rows, outputs, n) => step.write(rows, outputs, n),
    publish: (target, form) => losing(`publish to ${target.table}`, () => step.publish(target, form)),
    close: () => step.close(),
  });

  return {
    events,
    tables: () => delayed(() => inner.tables()),
    describe,
    load: (request) => losing(`load of ${request.table}`, () => inner.load(request)),
    project: (request) => losing(`project to ${request.target.table}`, () => inner.project(request)),
    fold: async (request) =>
      hostileStep(
        await losing(
          'fold',
          () => inner.fold(request),
          (step) => step.close(),
        ),
      ),
    assemble: (request) => losing(`assemble to ${request.target.table}`, () => inner.assemble(request)),
    read: (scan) => delayed(() => inner.read(scan)),
    rows: (request) => delayed(() => inner.rows(request)),
    summarize: (table, days, columns) => delayed(() => inner.summarize(table, days, columns)),
    exportTo: (table, days, file) => losing(`export of ${table}`, () => inner.exportTo(table, days, file)),
    close: () => inner.close(),
  };
}

/** A warehouse whose calls are repeated while they are UNAVAILABLE: what a caller of a hostile one does, in its simplest form. */
export function retryingWarehouse(inner: Warehouse, attemptsMax: number): Warehouse {
  const again = async <T>(call: () => Promise<T>): Promise<T> => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await call();
      } catch (thrown) {
        if (attempt === attemptsMax || IsochronError.from(thrown).code !== 'UNAVAILABLE') throw thrown;
      }
    }
  };
  const retryingStep = (step: FoldStep): FoldStep => ({
    counts: step.counts,
    read: () => step.read(),
    readKeys: () => step.readKeys(),
    write: (rows, outputs, n) => step.write(rows, outputs, n),
    publish: (target, form) => again(() => step.publish(target, form)),
    close: () => step.close(),
  });
  return {
    tables: () => again(() => inner.tables()),
    describe: (table) => again(() => inner.describe(table)),
    load: (request) => again(() => inner.load(request)),
    project: (request) => again(() => inner.project(request)),
    fold: async (request) => retryingStep(await again(() => inner.fold(request))),
    assemble: (request) => again(() => inner.assemble(request)),
    read: (scan) => again(() => inner.read(scan)),
    rows: (request) => again(() => inner.rows(request)),
    summarize: (table, days, columns) => again(() => inner.summarize(table, days, columns)),
    exportTo: (table, days, file) => again(() => inner.exportTo(table, days, file)),
    close: () => inner.close(),
  };
}

/** Numbers in [0, 1) from a seed (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
