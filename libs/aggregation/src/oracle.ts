import { compareOf, type DataType, keyOf, type OperationName, type Value, type ValueKey } from '@isochron/schema';
import { isRefusal } from './accepts.ts';
import { completeArguments } from './arguments.ts';
import type { Arguments, Occurrence } from './operation.ts';
import { operationOf } from './operations/index.ts';

/** One event as the oracle reads it. `bucket` is looked at only where the feature is bucketed. */
export interface OracleEvent extends Occurrence {
  readonly bucket?: string | null;
}

export interface OracleQuestion {
  readonly operation: OperationName;
  /** As the author wrote them; a default stands in for what is missing. */
  readonly args: Arguments;
  /** The type of the input column. */
  readonly input: DataType;
  readonly bucketed: boolean;
}

const elements: readonly DataType['kind'][] = [
  'boolean',
  'short',
  'int',
  'long',
  'float',
  'double',
  'string',
  'binary',
];

/**
 * What the feature must be over exactly these events, in any order: brute force over plain values, to be checked by eye. It shares
 * the canonical order and the text of values with the kernel, and nothing else. Events outside of the window are for the caller to leave out.
 * Throws a RangeError for operations that are not built, and where a sum of longs has no 64 bits.
 */
export function oracle(question: OracleQuestion, events: readonly OracleEvent[]): Value {
  const { input, bucketed } = question;
  const whole = operationOf(question.operation)?.timed === true;
  if (bucketed) {
    const known = events.filter((event) => event.value !== null && (event.bucket ?? null) !== null);
    const list = !whole && input.kind === 'list' && elements.includes(input.element.kind);
    const counted = list
      ? known.filter((event) => (event.value as readonly Value[]).some((item) => item !== null))
      : known;
    return perKey(
      counted,
      (event) => event.bucket as string,
      (group) => oracle({ ...question, bucketed: false }, group),
    );
  }
  const present = events.filter((event) => event.value !== null);
  if (!whole && input.kind === 'list' && elements.includes(input.element.kind)) {
    const flat = present.flatMap(({ ts, value }) => (value as readonly Value[]).map((item) => ({ ts, value: item })));
    return oracle({ ...question, input: input.element }, flat);
  }
  if (!whole && input.kind === 'map' && input.key.kind === 'string') {
    if (present.length === 0) return null;
    const flat = present.flatMap(({ ts, value }) =>
      [...(value as ReadonlyMap<Value, Value>)].map(([key, item]) => ({ ts, value: item, bucket: key as string })),
    );
    const entries = flat.filter((event) => event.value !== null);
    const answer = perKey(
      entries,
      (event) => event.bucket,
      (group) => scalar({ ...question, input: input.value }, group),
    );
    return answer ?? new Map();
  }
  return scalar(question, present);
}

function scalar({ operation, args, input }: OracleQuestion, events: readonly OracleEvent[]): Value {
  if (events.length === 0) return null;
  const room = operationOf(operation);
  if (room === null) throw new RangeError(`${operation} is not built and has no definition`);
  const complete = completeArguments(operation, room, args);
  if (isRefusal(complete)) throw new RangeError(complete.refusal);
  return withoutInfinities(room.definition(events, input, complete));
}

function perKey<E extends OracleEvent>(
  events: readonly E[],
  key: (event: E) => string,
  answer: (group: readonly E[]) => Value,
): Value {
  if (events.length === 0) return null;
  return new Map([...Map.groupBy(events, key)].map(([name, group]) => [name, answer(group)]));
}

function withoutInfinities(value: Value): Value {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (Array.isArray(value)) return value.map(withoutInfinities);
  if (value instanceof Map) return new Map([...value].map(([key, item]) => [key, withoutInfinities(item)]));
  if (value === null || typeof value !== 'object' || value instanceof Uint8Array || 'unscaled' in value) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, withoutInfinities(item as Value)]));
}

/**
 * Whether two values of a type are the same answer: equal in the canonical order, or, where the type holds floats or doubles,
 * numbers at most `tolerance` (absolute) apart.
 */
export function equalValues(type: DataType, expected: Value, actual: Value, tolerance = 0): boolean {
  if (expected === null || actual === null) return expected === actual;
  switch (type.kind) {
    case 'float':
    case 'double':
      return Object.is(expected, actual) || Math.abs(Number(expected) - Number(actual)) <= tolerance;
    case 'list': {
      const [left, right] = [expected as readonly Value[], actual as readonly Value[]];
      const same = (item: Value, at: number) => equalValues(type.element, item, right[at] ?? null, tolerance);
      return left.length === right.length && left.every(same);
    }
    case 'map': {
      const byKey = (map: Value) =>
        new Map([...(map as ReadonlyMap<Value, Value>)].map(([key, item]) => [keyOf(type.key)(key), item]));
      const [left, right]: Map<ValueKey, Value>[] = [byKey(expected), byKey(actual)];
      if (left === undefined || right === undefined || left.size !== right.size) return false;
      return [...left].every(
        ([key, item]) => right.has(key) && equalValues(type.value, item, right.get(key) ?? null, tolerance),
      );
    }
    case 'struct': {
      const [left, right] = [expected, actual] as { readonly [field: string]: Value }[];
      return type.fields.every((field) =>
        equalValues(field.type, left?.[field.name] ?? null, right?.[field.name] ?? null, tolerance),
      );
    }
    default:
      return compareOf(type)(expected, actual) === 0;
  }
}
