import type { Vector } from '@isochron/schema';

/** Where the computed rows of a fold are until they are published. */
export interface KeptRows {
  /** Whether a day's rows come out in order of their numbers. */
  readonly isOrdered: boolean;
  /** `rows` are the rows' numbers; each comes once. The arrays may be reused afterwards. */
  write(rows: Int32Array, outputs: readonly Vector[], n: number): void;
  /** Nothing more comes. */
  finish(): void;
  /** SQL for the rows of a day that were written: their number `rn`, and the outputs `f0`, … in their forms. */
  relationOf(day: number): string;
  close(): Promise<void>;
}

/** The numbers of a day's rows: `first`, `first + step`, … below `end`. */
export interface DayNumbers {
  readonly first: number;
  readonly end: number;
  readonly step: number;
}
