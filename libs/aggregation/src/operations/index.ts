import { type OperationName, operationNumbers } from '@isochron/schema';
import type { Operation } from '../operation.ts';
import { approxFrequentK } from './approx-frequent-k/operation.ts';
import { approxHeavyHittersK } from './approx-heavy-hitters-k/operation.ts';
import { approxPercentile } from './approx-percentile/operation.ts';
import { approxUniqueCount } from './approx-unique-count/operation.ts';
import { average } from './average/operation.ts';
import { bottomK } from './bottom-k/operation.ts';
import { boundedUniqueCount } from './bounded-unique-count/operation.ts';
import { count } from './count/operation.ts';
import { first } from './first/operation.ts';
import { firstK } from './first-k/operation.ts';
import { histogram } from './histogram/operation.ts';
import { kurtosis } from './kurtosis/operation.ts';
import { last } from './last/operation.ts';
import { lastK } from './last-k/operation.ts';
import { max } from './max/operation.ts';
import { min } from './min/operation.ts';
import { skew } from './skew/operation.ts';
import { sum } from './sum/operation.ts';
import { topK } from './top-k/operation.ts';
import { uniqueCount } from './unique-count/operation.ts';
import { uniqueTopK } from './unique-top-k/operation.ts';
import { variance } from './variance/operation.ts';

/** Every operation there is: one line a room. */
export const operations = {
  MIN: min,
  MAX: max,
  FIRST: first,
  LAST: last,
  UNIQUE_COUNT: uniqueCount,
  APPROX_UNIQUE_COUNT: approxUniqueCount,
  COUNT: count,
  SUM: sum,
  AVERAGE: average,
  VARIANCE: variance,
  SKEW: skew,
  KURTOSIS: kurtosis,
  APPROX_PERCENTILE: approxPercentile,
  LAST_K: lastK,
  FIRST_K: firstK,
  TOP_K: topK,
  BOTTOM_K: bottomK,
  HISTOGRAM: histogram,
  APPROX_FREQUENT_K: approxFrequentK,
  APPROX_HEAVY_HITTERS_K: approxHeavyHittersK,
  UNIQUE_TOP_K: uniqueTopK,
  BOUNDED_UNIQUE_COUNT: boundedUniqueCount,
} satisfies Record<OperationName, Operation>;

export const operationOf = (name: OperationName): Operation => operations[name];

/** In the order of their numbers. The numbers have no other keys, being generated beside the names. */
export const operationNames = Object.keys(operationNumbers) as readonly OperationName[];
