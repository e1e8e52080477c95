import { operationOf } from '@isochron/aggregation';
import type { OperationName } from '@isochron/schema';

/**
 * The parameters that are arguments of their own, in order: those its room gives no default. None of an operation without a room yet.
 */
export function requiredParameters(operation: OperationName): readonly string[] {
  const parameters = operationOf(operation)?.parameters ?? [];
  return parameters.filter((parameter) => parameter.defaultText === null).map((parameter) => parameter.name);
}
