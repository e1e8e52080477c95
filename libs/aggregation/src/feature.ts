import type { Field, OperationName } from '@isochron/schema';
import type { Arguments, Bound } from './operation.ts';

/** One output column of a GroupBy: an operation over an input column, in one window, in the buckets of one column or none. */
export interface FeatureSpec {
  /** `delay_average_7d`, `late_sum_7d_by_destination`. */
  readonly name: string;
  readonly operation: OperationName;
  readonly args: Arguments;
  /** The name of the input column. */
  readonly input: string;
  /** The name of the string column whose values are the buckets. */
  readonly bucket: string | null;
  /** null: since ever. */
  readonly windowMs: number | null;
}

/** A feature settled on the row it reads. Features that share `state` (same operation, arguments, input and bucket) share states. */
export interface Feature {
  readonly spec: FeatureSpec;
  /** Positions in the row's schema. */
  readonly input: number;
  readonly bucket: number | null;
  /** The operation with its buckets, lists and maps around it. */
  readonly bound: Bound;
  /** Equal for features that differ in window alone. */
  readonly state: string;
}

/** The columns a fold reads, in order. */
export type RowSchema = readonly Field[];
