import { operationOf } from '@isochron/aggregation';
import type { OperationName } from '@isochron/schema';

/** The parameters that are arguments of their own, in order: those its room gives no default. */
export function requiredParameters(operation: OperationName): readonly string[] {
  return operationOf(operation)
    .parameters.filter((parameter) => parameter.defaultText === null)
    .map((parameter) => parameter.name);
}
