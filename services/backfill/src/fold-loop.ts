import { parentPort, workerData } from 'node:worker_threads';
import { SawtoothFold } from '@isochron/aggregation';
import type { GroupByPlan } from '@isochron/compiler';
import { createVector, IsochronError, type Vector } from '@isochron/schema';
import { featuresOf } from './features.ts';
import { batchBuffers, type Features, type FromFold, featureBuffers, type ToFold } from './fold-messages.ts';

/** Folds the batches that a `FoldThread` sends, in order. */
if (parentPort === null) throw new Error('this is the thread of a fold; it is not run by itself');
const port = parentPort;
// Written by FoldThread.
const { plan, batchRows } = workerData as {
  plan: Pick<GroupByPlan, 'name' | 'features' | 'inputs' | 'accuracy'>;
  batchRows: number;
};
const bound = featuresOf(plan);
const fold = new SawtoothFold(bound, { accuracy: plan.accuracy, rowsMax: batchRows });

const answer = (message: FromFold, transfer: readonly ArrayBuffer[] = []): void =>
  port.postMessage(message, [...transfer]);

/** What was handed over before and has come back. */
const spare: Features[] = [];

port.on('message', (message: ToFold) => {
  try {
    switch (message.kind) {
      case 'batch':
        fold.push(message.batch);
        handOver();
        answer({ kind: 'empty', batch: message.batch }, batchBuffers(message.batch));
        break;
      case 'written':
        spare.push(message.features);
        break;
      case 'end':
        answer({ kind: 'done' });
        break;
    }
  } catch (thrown) {
    if (!(thrown instanceof IsochronError)) throw thrown;
    answer({ kind: 'refused', code: thrown.code, message: thrown.message });
  }
});

function handOver(): void {
  const n = fold.held;
  if (n === 0) return;
  const features = spare.pop() ?? newFeatures();
  features.n = n;
  features.rows.set(fold.rows.subarray(0, n));
  for (const [at, output] of fold.outputs.entries()) copyNumbers(output, features.outputs[at], n);
  fold.take();
  answer({ kind: 'features', features }, featureBuffers(features));
}

function newFeatures(): Features {
  const outputs = bound.map((feature) => createVector(feature.bound.output, batchRows));
  return { n: 0, rows: new Int32Array(batchRows), outputs };
}

function copyNumbers(from: Vector, to: Vector | undefined, n: number): void {
  if (from.kind === 'longs' && to?.kind === 'longs') to.words.set(from.words.subarray(0, 2 * n));
  else if (from.kind === 'doubles' && to?.kind === 'doubles') to.data.set(from.data.subarray(0, n));
  else if (from.kind === 'ints' && to?.kind === 'ints') to.data.set(from.data.subarray(0, n));
  else throw new Error('a fold of values does not run on a thread');
  if (from.valid === null) {
    to.valid = null;
    return;
  }
  to.valid ??= new Uint8Array(batchRows);
  to.valid.set(from.valid.subarray(0, n));
}
