import { RowFault } from '../../row-fault.ts';
import type { JsonNode } from '../../value.ts';
import { isArray, isObject, objectOf } from './node.ts';
import type { StrictStep } from './path.ts';

/** What stands at the end of a path after a change; undefined takes it away. */
type Change = (node: JsonNode | undefined) => JsonNode | undefined;

/**
 * The value with what a path leads to changed. Where `grows`, what the path lacks is made: members, and elements with nulls before them; a null is
 * taken for an empty object or array. Where a step does not fit what is there, nothing changes.
 */
function changed(
  node: JsonNode | undefined,
  steps: readonly StrictStep[],
  grows: boolean,
  change: Change,
): JsonNode | undefined {
  const [step, ...rest] = steps;
  if (step === undefined) return change(node);
  const isOpen = grows && (node === undefined || node === null);
  if (typeof step === 'string') {
    if (!isOpen && !(node !== undefined && isObject(node))) return node;
    return withMember(node !== undefined && isObject(node) ? node : new Map(), step, rest, grows, change);
  }
  if (!isOpen && !(node !== undefined && isArray(node))) return node;
  return withElement(node !== undefined && isArray(node) ? node : [], step, rest, grows, change);
}

function withMember(
  object: ReadonlyMap<string, JsonNode>,
  name: string,
  rest: readonly StrictStep[],
  grows: boolean,
  change: Change,
): JsonNode {
  const old = object.get(name);
  if (old === undefined && !grows) return object;
  const value = changed(old, rest, grows, change);
  if (value === old) return object;
  const others = [...object].filter(([each]) => each !== name);
  return objectOf(value === undefined ? others : [...others, [name, value] as const]);
}

function withElement(
  array: readonly JsonNode[],
  index: number,
  rest: readonly StrictStep[],
  grows: boolean,
  change: Change,
): JsonNode {
  if (index >= array.length && !grows) return array;
  const value = changed(array[index], rest, grows, change);
  if (value === undefined) return array.toSpliced(index, 1);
  return index < array.length ? array.with(index, value) : [...padded(array, index), value];
}

/** No array of JSON grows beyond this. */
const ELEMENTS_MAX = 1_000_000;

/** With nulls up to a length. */
function padded(array: readonly JsonNode[], length: number): readonly JsonNode[] {
  if (length > ELEMENTS_MAX)
    throw new RowFault(`a JSON array would have more than ${ELEMENTS_MAX} elements: ${length}`);
  return [...array, ...Array.from({ length: Math.max(0, length - array.length) }, () => null)];
}

/** What a path leads to, set; it is made where it is missing. */
export const set = (node: JsonNode, steps: readonly StrictStep[], value: JsonNode): JsonNode =>
  changed(node, steps, true, () => value) ?? null;

/** Without what a path leads to. */
export const remove = (node: JsonNode, steps: readonly StrictStep[]): JsonNode =>
  changed(node, steps, false, () => undefined) ?? null;

/** With values at the end of the array that a path leads to; a null there becomes one. */
export const append = (node: JsonNode, steps: readonly StrictStep[], values: readonly JsonNode[]): JsonNode =>
  changed(node, steps, false, (array) =>
    array === null ? values : array !== undefined && isArray(array) ? [...array, ...values] : array,
  ) ?? null;

/** With values before the element that a path leads to; nulls fill what lies between. A null becomes an array. */
export function insert(node: JsonNode, steps: readonly StrictStep[], values: readonly JsonNode[]): JsonNode {
  const index = steps.at(-1);
  if (typeof index !== 'number') return node;
  const change = (array: JsonNode | undefined): JsonNode | undefined =>
    array === null || (array !== undefined && isArray(array))
      ? padded(array ?? [], index).toSpliced(index, 0, ...values)
      : array;
  return changed(node, steps.slice(0, -1), false, change) ?? null;
}

export interface Stripping {
  readonly includeArrays: boolean;
  readonly removeEmpty: boolean;
}

/** What a path leads to without members that are null, and elements too; with `removeEmpty` without empty objects and arrays. */
export const stripNulls = (node: JsonNode, steps: readonly StrictStep[], options: Stripping): JsonNode =>
  stripAt(node, steps, options);

function stripAt(node: JsonNode, [step, ...rest]: readonly StrictStep[], options: Stripping): JsonNode {
  if (step === undefined) {
    const left = stripped(node, options);
    return isEmptied(left, options) ? null : left;
  }
  if (typeof step === 'string') {
    const inner = isObject(node) ? node.get(step) : undefined;
    if (inner === undefined || !isObject(node)) return node;
    return objectOf([...node].map(([name, value]) => [name, name === step ? stripAt(inner, rest, options) : value]));
  }
  return isArray(node) && step < node.length ? node.with(step, stripAt(node[step] ?? null, rest, options)) : node;
}

function stripped(node: JsonNode, options: Stripping): JsonNode {
  const isLeft = (value: JsonNode): boolean => value !== null && !isEmptied(value, options);
  if (isObject(node)) {
    const members = Array.from(node, ([name, value]) => [name, stripped(value, options)] as const);
    return objectOf(members.filter(([, value]) => isLeft(value)));
  }
  if (!isArray(node)) return node;
  const items = node.map((item) => stripped(item, options));
  return options.includeArrays ? items.filter(isLeft) : items;
}

/** Whether a value goes for being empty; an array only where arrays are looked into. */
const isEmptied = (node: JsonNode, { includeArrays, removeEmpty }: Stripping): boolean =>
  removeEmpty && ((includeArrays && isArray(node) && node.length === 0) || (isObject(node) && node.size === 0));
