import type { OperationName } from '@isochron/schema';
import type { AggregationDefinition } from './definition.ts';
import type { RefusedOperation } from './refused-operation.ts';

/** `'30m'`, `'7h'`, `'7d'`: whole minutes, hours or days. */
export type Window = `${number}m` | `${number}h` | `${number}d`;

/**
 * Parameters of an operation by name, `{ k: 16 }`, `{ percentiles: [0.5, 0.99] }`. They may stand before the windows; those without a default are
 * arguments of their own.
 */
export type Parameters = Readonly<Record<string, string | number | readonly number[]>>;

/** One aggregation as written. It is frozen data but for the method `by`. */
export interface BucketedAggregation extends AggregationDefinition {}

export interface Aggregation<Bucket extends string = string> extends AggregationDefinition {
  /** A feature for each of these columns: a map from its values to the aggregation over the events that have the value. */
  by(...columns: readonly [Bucket, ...(readonly Bucket[])]): BucketedAggregation;
}

/**
 * What can be done with a column, a method an operation: `LAST_K` is `lastK`. A method takes the operation's required parameters, then, if
 * others are wanted, one object with them by name, then windows; without windows the aggregation is over all time:
 * `delay.average('1h', '7d')`, `delay.lastK(10)`, `carrier.boundedUniqueCount({ k: 16 }, '7d')`.
 *
 * `Type` is the column's GoogleSQL type, which decides what is offered; `Bucket` are the columns that `by` may name.
 */
export type ColumnHandle<Type extends string, Bucket extends string> = {
  readonly [Name in Exclude<OperationName, RefusedOperation<Type>> as MethodName<Name>]: Method<Name, Bucket>;
};

/** `BOUNDED_UNIQUE_COUNT` -> `boundedUniqueCount`. */
export type MethodName<Name extends string> = Name extends `${infer Head}_${infer Tail}`
  ? `${Lowercase<Head>}${Capitalize<MethodName<Tail>>}`
  : Lowercase<Name>;

/** Operations named for a K need it said; the approximate ones have a default. */
type Method<Name extends OperationName, Bucket extends string> = Name extends `APPROX_${string}`
  ? (first?: Window | Parameters, ...windows: readonly Window[]) => Aggregation<Bucket>
  : Name extends `${string}_K`
    ? (k: number, first?: Window | Parameters, ...windows: readonly Window[]) => Aggregation<Bucket>
    : (first?: Window | Parameters, ...windows: readonly Window[]) => Aggregation<Bucket>;
