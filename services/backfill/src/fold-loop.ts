import { parentPort, workerData } from 'node:worker_threads';
import { SawtoothFold } from '@isochron/aggregation';
import type { GroupByPlan } from '@isochron/compiler';
import { createVector, IsochronError } from '@isochron/schema';
import { featuresOf } from './features.ts';
import {
  batchBuffers,
  copyNumbers,
  type Features,
  type FromFold,
  featureBuffers,
  type ToFold,
} from './fold-messages.ts';

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
  for (const [at, output] of fold.outputs.entries()) copyNumbers(output, 0, n, features.outputs[at], 0);
  fold.take();
  answer({ kind: 'features', features }, featureBuffers(features));
}

function newFeatures(): Features {
  const outputs = bound.map((feature) => createVector(feature.bound.output, batchRows));
  return { n: 0, rows: new Int32Array(batchRows), outputs };
}
