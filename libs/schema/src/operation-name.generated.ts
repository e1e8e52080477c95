// Generated from thrift/api.thrift by tools/src/generate.ts. Do not edit.

/** Every aggregation operation with its number in the IDL. */
export const operationNumbers = {
  MIN: 0,
  MAX: 1,
  FIRST: 2,
  LAST: 3,
  UNIQUE_COUNT: 4,
  APPROX_UNIQUE_COUNT: 5,
  COUNT: 6,
  SUM: 7,
  AVERAGE: 8,
  VARIANCE: 9,
  SKEW: 10,
  KURTOSIS: 11,
  APPROX_PERCENTILE: 12,
  LAST_K: 13,
  FIRST_K: 14,
  TOP_K: 15,
  BOTTOM_K: 16,
  HISTOGRAM: 17,
  APPROX_FREQUENT_K: 18,
  APPROX_HEAVY_HITTERS_K: 19,
  UNIQUE_TOP_K: 20,
  BOUNDED_UNIQUE_COUNT: 1001,
} as const;

export type OperationName = keyof typeof operationNumbers;
