import type { FoldBatch } from '@isochron/aggregation';
import type { StatusCode, Vector } from '@isochron/schema';

/** A batch that is filled again and again. */
export interface Batch extends FoldBatch {
  n: number;
  readonly key: Int32Array<ArrayBuffer>;
  readonly ts: Float64Array<ArrayBuffer>;
  readonly row: Int32Array<ArrayBuffer>;
}

/** The features of left rows, in memory that is filled again and again. */
export interface Features {
  n: number;
  readonly rows: Int32Array<ArrayBuffer>;
  readonly outputs: readonly Vector[];
}

/** What the fold's thread is told: rows to fold, features that were written, and that there is no more. */
export type ToFold =
  | { readonly kind: 'batch'; readonly batch: Batch }
  | { readonly kind: 'written'; readonly features: Features }
  | { readonly kind: 'end' };

/** What it answers: a batch it has read, features of left rows, a value that cannot be told, and that all is written. */
export type FromFold =
  | { readonly kind: 'empty'; readonly batch: Batch }
  | { readonly kind: 'features'; readonly features: Features }
  | { readonly kind: 'refused'; readonly code: StatusCode; readonly message: string }
  | { readonly kind: 'done' };

/** The memory of columns of numbers, each buffer once. */
export function buffersOf(vectors: readonly Vector[]): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>();
  for (const vector of vectors) {
    if (vector.kind === 'values') throw new Error('values have no memory of their own to hand over');
    // All are made by createVector or copied, so none is shared memory.
    buffers.add(vector.data.buffer as ArrayBuffer);
    if (vector.valid !== null) buffers.add(vector.valid.buffer as ArrayBuffer);
  }
  return [...buffers];
}

export const batchBuffers = ({ key, ts, row, columns }: Batch): ArrayBuffer[] => [
  key.buffer,
  ts.buffer,
  row.buffer,
  ...buffersOf(columns),
];

export const featureBuffers = ({ rows, outputs }: Features): ArrayBuffer[] => [rows.buffer, ...buffersOf(outputs)];
