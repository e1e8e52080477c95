import type { OperationName } from '@isochron/schema';
import type { Aggregation } from './column-handle.ts';
import type { AggregationDefinition, Place } from './definition.ts';
import { DefinitionError } from './definition-error.ts';
import { make } from './made.ts';
import { operationByMethod } from './operation-methods.ts';
import { placeOfCall } from './place.ts';
import { requiredParameters } from './required-parameters.ts';
import { describe, isRecord } from './written-value.ts';

type Method = (...written: unknown[]) => Aggregation;
type Handle = Readonly<Record<string, Method>>;

/**
 * Answers a handle for every name asked for, of columns that are not there too: an aggregation over one is recorded as written, and the
 * compiler says that there is no such column, with everything else that is wrong.
 */
export function createHandles(): Readonly<Record<string, Handle>> {
  const get = (_: unknown, column: string | symbol) => (typeof column === 'string' ? createHandle(column) : undefined);
  return new Proxy<Record<string, Handle>>({}, { get });
}

function createHandle(column: string): Handle {
  return new Proxy<Record<string, Method>>({}, { get });

  function get(_: unknown, method: string | symbol): Method | undefined {
    if (typeof method === 'symbol') return undefined;
    const operation = operationByMethod.get(method);
    if (operation !== undefined) return createMethod(column, operation);
    const methods = [...operationByMethod.keys()].join(', ');
    throw new DefinitionError(placeOfCall(get), [`${column}.${method} is not an operation; a column has ${methods}.`]);
  }
}

function createMethod(input: string, operation: OperationName): Method {
  return function method(...written) {
    const rest = [...written];
    const args = new Map<string, string>();
    for (const parameter of requiredParameters(operation)) {
      if (typeof rest[0] === 'number') args.set(parameter, String(rest.shift()));
    }
    if (isRecord(rest[0])) {
      for (const [parameter, value] of Object.entries(rest[0])) args.set(parameter, asArgument(value));
      rest.shift();
    }
    return bucketable(placeOfCall(method), input, operation, Object.fromEntries(args), rest.map(asText));
  };
}

function bucketable(
  place: Place,
  input: string,
  operation: OperationName,
  args: Readonly<Record<string, string>>,
  windows: readonly string[],
): Aggregation {
  const written = (buckets: readonly string[]): AggregationDefinition => ({
    kind: 'aggregation',
    place,
    input,
    operation,
    args,
    windows,
    buckets,
  });
  const by = (...columns: readonly string[]): AggregationDefinition => make(written(columns.map(asText)));
  const aggregation = written([]);
  // `by` is not enumerable, so that an aggregation is plain data to whoever copies, compares or prints it.
  Object.defineProperty(aggregation, 'by', { value: by });
  // The line above made it one.
  return make(aggregation as Aggregation);
}

/** Parameters are text in a definition; a list is JSON there. */
function asArgument(value: unknown): string {
  return Array.isArray(value) ? JSON.stringify(value) : asText(value);
}

/** What was written, whatever it is, so that the compiler can show it: a window of 7 is refused as '7'. */
function asText(value: unknown): string {
  return typeof value === 'string' ? value : describe(value);
}
