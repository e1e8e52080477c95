import { type OperationName, operationNumbers } from '@isochron/schema';
import type { Operation } from '../operation.ts';
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

/** The approximate operations have numbers in the IDL but no rooms yet; the compiler refuses them. */
export type BuiltOperationName = Exclude<OperationName, `APPROX_${string}`>;

/** Every operation there is: one line a room. */
export const operations = {
  MIN: min,
  MAX: max,
  FIRST: first,
  LAST: last,
  UNIQUE_COUNT: uniqueCount,
  COUNT: count,
  SUM: sum,
  AVERAGE: average,
  VARIANCE: variance,
  SKEW: skew,
  KURTOSIS: kurtosis,
  LAST_K: lastK,
  FIRST_K: firstK,
  TOP_K: topK,
  BOTTOM_K: bottomK,
  HISTOGRAM: histogram,
  UNIQUE_TOP_K: uniqueTopK,
  BOUNDED_UNIQUE_COUNT: boundedUniqueCount,
} satisfies Record<BuiltOperationName, Operation>;

/** Whether an operation has a room; false of the approximate ones. */
export function isBuilt(name: OperationName): name is BuiltOperationName {
  return name in operations;
}

/** The operation of a name; null where it is not built. */
export function operationOf(name: OperationName): Operation | null {
  return isBuilt(name) ? operations[name] : null;
}

export const builtOperationNames = (Object.keys(operationNumbers) as OperationName[]).filter(isBuilt);
