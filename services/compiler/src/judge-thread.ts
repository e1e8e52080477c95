import { Worker } from 'node:worker_threads';
import { IsochronError } from '@isochron/schema';
import type { Case, Judgement } from './judge.ts';
import type { Answer } from './judge-loop.ts';

export interface JudgeOptions {
  /** A case that takes longer is given up, and its thread with it. */
  readonly timeoutMs: number;
  /** Of the thread's heap. */
  readonly heapMib: number;
}

/**
 * Judges cases one after the other on a thread of its own: thousands of definitions take seconds, in which the service goes on answering, and definitions that
 * would take for ever, or all memory, take a thread and no more.
 */
export class JudgeThread {
  readonly #options: JudgeOptions;
  #worker: Worker | null = null;
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: JudgeOptions) {
    this.#options = options;
  }

  async judge(asked: Case, signal: AbortSignal): Promise<Judgement> {
    const turn = this.#last.then(() => {
      signal.throwIfAborted();
      return this.#answer(asked);
    });
    this.#last = turn.catch(() => undefined);
    return judgementOf(await turn);
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
    this.#worker = null;
  }

  async #answer(asked: Case): Promise<Answer> {
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    const worker = this.#running();
    const died = (thrown: unknown) => reject(this.#givenUp(thrown));
    const exited = () => died(new Error('The thread has ended.'));
    worker.once('message', resolve).once('error', died).once('exit', exited);
    const timer = setTimeout(() => reject(this.#late()), this.#options.timeoutMs);
    try {
      worker.postMessage(asked);
      return await promise;
    } catch (thrown) {
      await this.close();
      throw thrown;
    } finally {
      clearTimeout(timer);
      worker.off('message', resolve).off('error', died).off('exit', exited);
    }
  }

  #running(): Worker {
    if (this.#worker !== null) return this.#worker;
    const resourceLimits = { maxOldGenerationSizeMb: this.#options.heapMib };
    const worker = new Worker(new URL('./judge-worker.mjs', import.meta.url), { resourceLimits });
    // A case under way learns of it by itself; without one there is nobody to tell, and the next starts a new thread.
    worker.on('error', () => undefined);
    worker.on('exit', () => {
      if (this.#worker === worker) this.#worker = null;
    });
    worker.unref();
    this.#worker = worker;
    return worker;
  }

  #late(): IsochronError {
    const { timeoutMs } = this.#options;
    return new IsochronError('DEADLINE_EXCEEDED', `Checking the set took more than ${timeoutMs} ms and was given up.`);
  }

  #givenUp(thrown: unknown): unknown {
    const isMemory = thrown instanceof Error && 'code' in thrown && thrown.code === 'ERR_WORKER_OUT_OF_MEMORY';
    if (!isMemory) return thrown;
    const { heapMib } = this.#options;
    return new IsochronError('RESOURCE_EXHAUSTED', `Checking the set took more than ${heapMib} MiB of memory.`, thrown);
  }
}

function judgementOf(answer: Answer): Judgement {
  if (answer.kind === 'judged') return answer.judgement;
  if (answer.kind === 'refused') throw new IsochronError(answer.code, answer.message);
  throw Object.assign(new Error(answer.message), { stack: answer.stack });
}
