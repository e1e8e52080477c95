import { sliceVector } from '@isochron/schema';
import type { FoldChunk, FoldStep } from '@isochron/warehouse';

/** What a fold needs of a step: where rows come from, and where features go. */
export type FoldEnds = Pick<FoldStep, 'counts' | 'read' | 'write'>;

/** A fold under way: takes a step's chunks and writes the features of its left rows back to the step. */
export interface Folding {
  /** The chunk may be reused when this has resolved. */
  push(chunk: FoldChunk): Promise<void>;
  /** Resolves when every left row is written. */
  finish(): Promise<void>;
  /** Gives up what is not finished. */
  close(): Promise<void>;
}

/** Rows [from, to) of a chunk, sharing its memory. */
export const chunkRows = ({ key, ts, row, inputs }: FoldChunk, from: number, to: number): FoldChunk => ({
  n: to - from,
  key: key.subarray(from, to),
  ts: ts.subarray(from, to),
  row: row.subarray(from, to),
  inputs: inputs.map((input) => sliceVector(input, from, to)),
});
