import { type OperationName, operationNumbers } from '@isochron/schema';

/** Every operation by the name of its method on a column: `lastK` -> `LAST_K`. */
export const operationByMethod: ReadonlyMap<string, OperationName> = new Map(
  operationNamesOf(operationNumbers).map((name) => [methodName(name), name]),
);

/** `BOUNDED_UNIQUE_COUNT` -> `boundedUniqueCount`. */
export function methodName(operation: OperationName): string {
  return operation.toLowerCase().replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
}

function operationNamesOf(numbers: Readonly<Record<OperationName, number>>): OperationName[] {
  // Object.keys forgets the key type; the numbers have no other keys, being generated beside the names.
  return Object.keys(numbers) as OperationName[];
}
