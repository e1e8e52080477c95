import type { OperationName } from '@isochron/schema';

const arithmetic = ['SUM', 'AVERAGE', 'VARIANCE', 'SKEW', 'KURTOSIS', 'APPROX_PERCENTILE'] as const;
const ordered = ['MIN', 'MAX', 'TOP_K', 'BOTTOM_K'] as const;
const distinct = ['UNIQUE_COUNT', 'BOUNDED_UNIQUE_COUNT'] as const;
const approximate = ['APPROX_UNIQUE_COUNT', 'APPROX_FREQUENT_K', 'APPROX_HEAVY_HITTERS_K'] as const;
const allButPresence = [...arithmetic, ...ordered, ...distinct, 'HISTOGRAM', 'UNIQUE_TOP_K'] as const;

/**
 * Operations that the editor does not offer on columns of a type. This is help while typing, not the rule: what a room's `bind` accepts is
 * the rule, and the compiler asks it. An operation that is not listed is offered on every type, so a new one needs no line here.
 */
export const refusedOperations = {
  BOOL: ['AVERAGE', 'VARIANCE', 'SKEW', 'KURTOSIS', 'APPROX_PERCENTILE', ...ordered, ...distinct, 'UNIQUE_TOP_K'],
  INT64: [],
  FLOAT64: ['UNIQUE_TOP_K'],
  NUMERIC: ['UNIQUE_TOP_K'],
  STRING: arithmetic,
  BYTES: [...arithmetic, ...ordered, 'UNIQUE_TOP_K'],
  DATE: allButPresence,
  TIMESTAMP: allButPresence,
  STRUCT: [...arithmetic, ...ordered, ...distinct, ...approximate],
} as const satisfies Readonly<Record<string, readonly OperationName[]>>;

type Refusals = typeof refusedOperations;

/** The operations not offered on a column of this type; of a list they are those of its elements, of an expression none. */
export type RefusedOperation<Type extends string> = Type extends keyof Refusals
  ? Refusals[Type][number]
  : Type extends `ARRAY<${infer Element}>`
    ? RefusedOperation<Element>
    : Type extends `STRUCT<${string}`
      ? Refusals['STRUCT'][number]
      : Type extends `NUMERIC(${string}` | `BIGNUMERIC${string}`
        ? Refusals['NUMERIC'][number]
        : never;
