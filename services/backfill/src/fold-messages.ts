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

/** Copies rows [from, to) of a column of numbers to the rows from `at` on of one of the same kind. */
export function copyNumbers(source: Vector, from: number, to: number, target: Vector | undefined, at: number): void {
  if (source.kind === 'longs' && target?.kind === 'longs')
    target.words.set(source.words.subarray(2 * from, 2 * to), 2 * at);
  else if (source.kind === 'doubles' && target?.kind === 'doubles') target.data.set(source.data.subarray(from, to), at);
  else if (source.kind === 'ints' && target?.kind === 'ints') target.data.set(source.data.subarray(from, to), at);
  else throw new Error(`${source.kind} do not go into ${target?.kind ?? 'nothing'} as numbers`);
  if (source.valid !== null) {
    // Until the first null there is nothing to say, and the fold's loops have nothing to ask.
    target.valid ??= new Uint8Array(target.data.length).fill(1, 0, at);
    target.valid.set(source.valid.subarray(from, to), at);
  } else target.valid?.fill(1, at, at + to - from);
}

export const batchBuffers = ({ key, ts, row, columns }: Batch): ArrayBuffer[] => [
  key.buffer,
  ts.buffer,
  row.buffer,
  ...buffersOf(columns),
];

export const featureBuffers = ({ rows, outputs }: Features): ArrayBuffer[] => [rows.buffer, ...buffersOf(outputs)];
