import {
  type DataKind,
  type DataType,
  type ListType,
  mapType,
  type OperationName,
  stringType,
  typeText,
} from '@isochron/schema';
import { isRefusal } from './accepts.ts';
import { completeArguments } from './arguments.ts';
import { ElementwiseStates } from './elementwise.ts';
import type { Feature, FeatureSpec, RowSchema } from './feature.ts';
import { BucketedStates, MappedStates } from './keyed-states.ts';
import type { Arguments, Bound, Operation, Refusal } from './operation.ts';
import { operationOf } from './operations/index.ts';

/** Lists of these are taken apart by the operations that are not timed; any other list is one value. */
const elementKinds: readonly DataKind[] = ['boolean', 'short', 'int', 'long', 'float', 'double', 'string', 'binary'];

/** Settles a feature on the columns of its input, or says in a sentence what is wrong with it. */
export function bindFeature(spec: FeatureSpec, schema: RowSchema): Feature | Refusal {
  const input = columnOf(schema, spec.input);
  if (isRefusal(input)) return input;
  const bucket = spec.bucket === null ? null : columnOf(schema, spec.bucket);
  if (bucket !== null && isRefusal(bucket)) return bucket;
  if (bucket !== null && bucket.type.kind !== 'string') {
    return { refusal: `The bucket ${spec.bucket} is ${typeText(bucket.type)}; a bucket must be a string.` };
  }
  const bound = bindColumn(spec.operation, input.type, spec.args, bucket !== null);
  if (isRefusal(bound)) return bound;
  return { spec, input: input.at, bucket: bucket?.at ?? null, bound, state: stateKey(spec) };
}

/**
 * Settles an operation on a type of input, with the wrapping that the type needs: a list is taken element by element, a map from
 * strings key by key, unless the operation is timed; `bucketed` puts one state a bucket around it. Maps cannot be bucketed, except
 * whole.
 */
export function bindColumn(name: OperationName, input: DataType, args: Arguments, bucketed: boolean): Bound | Refusal {
  const operation = operationOf(name);
  if (isTime(input) && !operation.takesTimes) return refuseTime(name, input);
  const complete = completeArguments(name, operation, args);
  if (isRefusal(complete)) return complete;
  if (!operation.timed && input.kind === 'map' && input.key.kind === 'string') {
    return bucketed
      ? { refusal: `${name} takes a map key by key and cannot be bucketed as well; its input is ${typeText(input)}.` }
      : mapped(name, operation, input, input.value, complete);
  }
  if (!operation.timed && input.kind === 'list' && elementKinds.includes(input.element.kind)) {
    return elementwise(operation, input, complete, bucketed);
  }
  const bound = operation.bind(input, complete);
  return isRefusal(bound) || !bucketed ? bound : inBuckets(bound);
}

/** The arguments that were not given are at their defaults, so that features that mean the same share states. */
function stateKey({ operation, args, input, bucket }: FeatureSpec): string {
  const complete = completeArguments(operation, operationOf(operation), args);
  return JSON.stringify([operation, Object.entries(complete).sort(), input, bucket]);
}

function columnOf(schema: RowSchema, name: string): { readonly at: number; readonly type: DataType } | Refusal {
  const at = schema.findIndex((field) => field.name === name);
  const field = schema[at];
  if (field !== undefined) return { at, type: field.type };
  return { refusal: `There is no column ${name}; the columns are ${schema.map((known) => known.name).join(', ')}.` };
}

/**
 * Features that were bound before, when `of` was planned, on the same row schema. One that does not bind is a fault of ours: it throws an Error.
 */
export function boundFeatures(of: string, specs: readonly FeatureSpec[], schema: RowSchema): readonly Feature[] {
  return specs.map((spec) => {
    const feature = bindFeature(spec, schema);
    if (isRefusal(feature)) throw new Error(`${of}: ${spec.name} was planned but does not bind: ${feature.refusal}`);
    return feature;
  });
}

const isTime = (type: DataType): boolean => type.kind === 'date' || type.kind === 'timestamp';

const refuseTime = (name: string, type: DataType): Refusal => ({
  refusal: `${name} does not take a ${type.kind}; convert it to a long first, for example with UNIX_MILLIS.`,
});

function mapped(
  name: string,
  operation: Operation,
  input: DataType,
  value: DataType,
  args: Arguments,
): Bound | Refusal {
  if (isTime(value) && !operation.takesTimes) return refuseTime(name, value);
  const inner = operation.bind(value, args);
  if (isRefusal(inner)) return { refusal: `${inner.refusal} (The values of ${typeText(input)} are taken key by key.)` };
  return {
    ...inner,
    input,
    output: mapType(stringType, inner.output),
    ir: mapType(stringType, inner.ir),
    states: (slots) => new MappedStates(slots, inner.states, inner.output, value),
  };
}

function elementwise(operation: Operation, input: ListType, args: Arguments, bucketed: boolean): Bound | Refusal {
  const element = operation.bind(input.element, args);
  if (isRefusal(element)) {
    return { refusal: `${element.refusal} (The elements of ${typeText(input)} are taken one by one.)` };
  }
  const inner = bucketed ? inBuckets(element) : element;
  return { ...inner, input, states: (slots) => new ElementwiseStates(inner.states(slots), input.element) };
}

const inBuckets = (inner: Bound): Bound => ({
  ...inner,
  output: mapType(stringType, inner.output),
  ir: mapType(stringType, inner.ir),
  states: (slots) => new BucketedStates(slots, inner.states, inner.output),
});
