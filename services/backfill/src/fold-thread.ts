import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { GroupByPlan } from '@isochron/compiler';
import { createVector, type Field, IsochronError } from '@isochron/schema';
import type { FoldChunk } from '@isochron/warehouse';
import {
  type Batch,
  batchBuffers,
  copyNumbers,
  type Features,
  type FromFold,
  featureBuffers,
  type ToFold,
} from './fold-messages.ts';
import type { FoldEnds, Folding } from './folding.ts';

const BATCH_ROWS = 16_384;
/** Batches on their way at once: enough that neither side waits for the other, few enough to stay small. */
const BATCHES_MAX = 6;

/** The fold on a thread of its own. Batches of columns are handed over, not copied, and come back empty; features come and go the same way. */
export class FoldThread implements Folding {
  readonly #step: FoldEnds;
  readonly #inputs: readonly Field[];
  readonly #worker: Worker;
  readonly #empty: Batch[] = [];
  readonly #answers: FromFold[] = [];
  #batches = 0;
  #filling: Batch;
  #failure: unknown;
  #isDone = false;
  #wake: () => void = () => undefined;

  constructor(step: FoldEnds, plan: GroupByPlan) {
    this.#step = step;
    this.#inputs = plan.inputs;
    this.#filling = this.#newBatch();
    const { name, features, inputs, accuracy } = plan;
    const workerData = { plan: { name, features, inputs, accuracy }, batchRows: BATCH_ROWS };
    this.#worker = new Worker(new URL('./fold-worker.mjs', import.meta.url), { workerData });
    this.#worker.on('message', (answer: FromFold) => {
      this.#answers.push(answer);
      this.#wake();
    });
    this.#worker.on('error', (thrown) => {
      this.#failure ??= thrown;
      this.#wake();
    });
  }

  async push(chunk: FoldChunk): Promise<void> {
    for (let from = 0; from < chunk.n; ) {
      const to = Math.min(chunk.n, from + BATCH_ROWS - this.#filling.n);
      copyRows(chunk, from, to, this.#filling);
      from = to;
      if (this.#filling.n === BATCH_ROWS) await this.#send();
      await this.#take();
    }
  }

  /** Whether a batch can be sent before another has come back. */
  async hasRoom(): Promise<boolean> {
    // Answers come in only where this thread pauses.
    if (this.#isFull) await setImmediate();
    await this.#take();
    return !this.#isFull;
  }

  get #isFull(): boolean {
    return this.#empty.length === 0 && this.#batches >= BATCHES_MAX;
  }

  async finish(): Promise<void> {
    await this.#send();
    this.#post({ kind: 'end' }, []);
    while (!this.#isDone) await this.#answered();
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  async #send(): Promise<void> {
    const batch = this.#filling;
    this.#post({ kind: 'batch', batch }, batchBuffers(batch));
    while (this.#isFull) await this.#answered();
    this.#filling = this.#empty.pop() ?? this.#newBatch();
  }

  #post(message: ToFold, transfer: readonly ArrayBuffer[]): void {
    this.#worker.postMessage(message, [...transfer]);
  }

  /** Waits for the next answer and takes it in. */
  async #answered(): Promise<void> {
    if (this.#answers.length === 0 && this.#failure === undefined) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    await this.#take();
  }

  async #take(): Promise<void> {
    for (let answer = this.#answers.shift(); answer !== undefined; answer = this.#answers.shift()) {
      switch (answer.kind) {
        case 'empty':
          answer.batch.n = 0;
          forgetNulls(answer.batch);
          this.#empty.push(answer.batch);
          break;
        case 'features':
          await this.#write(answer.features);
          break;
        case 'refused':
          this.#failure ??= new IsochronError(answer.code, answer.message);
          break;
        case 'done':
          this.#isDone = true;
          break;
      }
    }
    if (this.#failure !== undefined) throw this.#failure;
  }

  async #write(features: Features): Promise<void> {
    await this.#step.write(features.rows, features.outputs, features.n);
    this.#post({ kind: 'written', features }, featureBuffers(features));
  }

  #newBatch(): Batch {
    this.#batches++;
    const batch = {
      n: 0,
      key: new Int32Array(BATCH_ROWS),
      ts: new Float64Array(BATCH_ROWS),
      row: new Int32Array(BATCH_ROWS),
      columns: this.#inputs.map(({ type }) => createVector(type, BATCH_ROWS)),
    };
    forgetNulls(batch);
    return batch;
  }
}

function forgetNulls({ columns }: Pick<Batch, 'columns'>): void {
  for (const column of columns) if (column.kind !== 'values') column.valid = null;
}

/** Appends rows [from, to) of a chunk to a batch that has room for them. */
function copyRows({ key, ts, row, inputs }: FoldChunk, from: number, to: number, batch: Batch): void {
  const at = batch.n;
  batch.key.set(key.subarray(from, to), at);
  batch.ts.set(ts.subarray(from, to), at);
  batch.row.set(row.subarray(from, to), at);
  for (const [index, source] of inputs.entries()) copyNumbers(source, from, to, batch.columns[index], at);
  batch.n += to - from;
}
