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
 * Of an approximate operation it is the exact answer; {@link isAnswer} knows how far from it one may be. Throws a RangeError where a sum of longs has no 64 bits.
 */
export function oracle(question: OracleQuestion, events: readonly OracleEvent[]): Value {
  return answerOf(question, seenBy(question, events));
}

/**
 * Whether `actual` is an answer: equal to the oracle's, doubles at most `tolerance` (absolute) apart; of an approximate operation also one
 * that is as near as its published bound promises. `output` is the type of the feature.
 */
export function isAnswer(
  question: OracleQuestion,
  events: readonly OracleEvent[],
  output: DataType,
  actual: Value,
  tolerance = 0,
): boolean {
  const seen = seenBy(question, events);
  const wanted = answerOf(question, seen);
  if (equalValues(output, wanted, actual, tolerance)) return true;
  const { isNear } = operationOf(question.operation);
  if (isNear === undefined || actual === null || seen === null) return false;
  const [input, args] = [innermost(question), argumentsOf(question)];
  const near = (group: readonly OracleEvent[], value: Value): boolean =>
    group.length > 0 && value !== null && isNear(value, group, input, args);
  if (!(seen instanceof Map)) return near(seen as readonly OracleEvent[], actual);
  // The type of a feature with keys is a map.
  const [left, right] = [wanted, actual] as ReadonlyMap<Value, Value>[];
  const inner = output.kind === 'map' ? output.value : output;
  return (
    [...seen].every(([key, group]) => {
      const value = right?.get(key) ?? null;
      return equalValues(inner, left?.get(key) ?? null, value, tolerance) || near(group, value);
    }) && right?.size === seen.size
  );
}

/** The events as the operation itself sees them, none of them null; by key of buckets or maps. Null where there is no key to speak of. */
type Seen = readonly OracleEvent[] | ReadonlyMap<string, readonly OracleEvent[]> | null;

function seenBy(question: OracleQuestion, events: readonly OracleEvent[]): Seen {
  const present = events.filter((event) => event.value !== null);
  if (question.bucketed) {
    const elements = present.flatMap((event) => (hasElements(question) ? elementsOf(event) : [event]));
    const known = elements.filter((event) => (event.bucket ?? null) !== null);
    return known.length === 0 ? null : Map.groupBy(known, (event) => event.bucket as string);
  }
  if (hasElements(question)) return present.flatMap(elementsOf);
  if (!hasEntries(question)) return present;
  return present.length === 0 ? null : Map.groupBy(present.flatMap(entriesOf), (event) => event.bucket as string);
}

/** Whether a list is taken element by element. */
function hasElements({ operation, input }: OracleQuestion): boolean {
  return !operationOf(operation).timed && input.kind === 'list' && elements.includes(input.element.kind);
}

/** Whether a map is taken key by key. */
function hasEntries({ operation, input }: OracleQuestion): boolean {
  return !operationOf(operation).timed && input.kind === 'map' && input.key.kind === 'string';
}

function elementsOf({ value, ...event }: OracleEvent): OracleEvent[] {
  return (value as readonly Value[]).flatMap((item) => (item === null ? [] : [{ ...event, value: item }]));
}

/** The key of an entry stands where the bucket of an event does. */
function entriesOf({ ts, value }: OracleEvent): OracleEvent[] {
  const entries = [...(value as ReadonlyMap<Value, Value>)];
  return entries.flatMap(([key, item]) => (item === null ? [] : [{ ts, value: item, bucket: key as string }]));
}

function innermost(question: OracleQuestion): DataType {
  const { input } = question;
  if (input.kind === 'list' && hasElements(question)) return input.element;
  return input.kind === 'map' && hasEntries(question) ? input.value : input;
}

function answerOf(question: OracleQuestion, seen: Seen): Value {
  if (seen === null) return null;
  const { definition } = operationOf(question.operation);
  const [input, args] = [innermost(question), argumentsOf(question)];
  const answer = (group: readonly OracleEvent[]): Value =>
    group.length === 0 ? null : withoutInfinities(definition(group, input, args));
  // Array.isArray does not narrow a readonly array away.
  if (!(seen instanceof Map)) return answer(seen as readonly OracleEvent[]);
  return new Map([...seen].map(([key, group]) => [key, answer(group)]));
}

function argumentsOf({ operation, args }: OracleQuestion): Arguments {
  const complete = completeArguments(operation, operationOf(operation), args);
  if (isRefusal(complete)) throw new RangeError(complete.refusal);
  return complete;
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
