import { parentPort, workerData } from 'node:worker_threads';
import { SawtoothFold } from '@isochron/aggregation';
import type { GroupByPlan } from '@isochron/compiler';
import { IsochronError, type Vector } from '@isochron/schema';
import { featuresOf } from './features.ts';
import { buffersOf, type FromFold, type ToFold } from './fold-messages.ts';

/** Folds the batches that a `FoldThread` sends, in order. */
if (parentPort === null) throw new Error('this is the thread of a fold; it is not run by itself');
const port = parentPort;
// Written by FoldThread.
const { plan, batchRows } = workerData as {
  plan: Pick<GroupByPlan, 'name' | 'features' | 'inputs' | 'accuracy'>;
  batchRows: number;
};
const fold = new SawtoothFold(featuresOf(plan), { accuracy: plan.accuracy, rowsMax: batchRows });

const answer = (message: FromFold, transfer: readonly ArrayBuffer[] = []): void =>
  port.postMessage(message, [...transfer]);

port.on('message', (message: ToFold) => {
  try {
    if (message.kind === 'batch') {
      const { batch } = message;
      fold.push(batch);
      handOver();
      answer({ kind: 'empty', batch }, [
        batch.key.buffer,
        batch.ts.buffer,
        batch.row.buffer,
        ...buffersOf(batch.columns),
      ]);
    } else {
      handOver();
      answer({ kind: 'done' });
    }
  } catch (thrown) {
    if (!(thrown instanceof IsochronError)) throw thrown;
    answer({ kind: 'refused', code: thrown.code, message: thrown.message });
  }
});

function handOver(): void {
  const n = fold.held;
  if (n === 0) return;
  const rows = fold.rows.slice(0, n);
  const outputs = fold.outputs.map((vector) => copyOf(vector, n));
  fold.take();
  answer({ kind: 'features', rows, outputs, n }, [rows.buffer, ...buffersOf(outputs)]);
}

function copyOf(vector: Vector, n: number): Vector {
  const valid = vector.kind === 'values' || vector.valid === null ? null : vector.valid.slice(0, n);
  switch (vector.kind) {
    case 'ints':
      return { kind: 'ints', data: vector.data.slice(0, n), valid };
    case 'doubles':
      return { kind: 'doubles', data: vector.data.slice(0, n), valid };
    case 'longs': {
      const data = vector.data.slice(0, n);
      return { kind: 'longs', data, words: new Int32Array(data.buffer), valid };
    }
    case 'values':
      throw new Error('a fold of values does not run on a thread');
  }
}
