import { compareOf, type DataType, keyOf, type StructType, type Value } from '@isochron/schema';

/** How two values may differ and still be one answer. */
export interface Likeness {
  /** How far floats and doubles may be apart. */
  readonly tolerance: number;
  /** The same for what stands under a key of a map. */
  readonly byKey?: ReadonlyMap<Value, number>;
  /** Where bytes are images whose order means nothing: whether two hold the same. */
  readonly sameBytes?: (expected: Uint8Array, actual: Uint8Array) => boolean;
  /** True where the outermost list is a set or a heap, whose order means nothing. */
  readonly unordered: boolean;
}

export const exactly: Likeness = { tolerance: 0, unordered: false };

const RELATIVE = 1e-9;

/**
 * Whether two values of a type are the same answer: equal in the canonical order, in whatever order a map has its entries. With a
 * tolerance, floats and doubles may also be 1e-9 of themselves apart, for sums of large numbers have larger last digits.
 */
export function sameValue(type: DataType, expected: Value, actual: Value, likeness: Likeness = exactly): boolean {
  if (expected === null || actual === null) return expected === actual;
  switch (type.kind) {
    case 'float':
    case 'double':
      return sameNumber(Number(expected), Number(actual), likeness.tolerance);
    case 'list':
      return sameList(type.element, expected as readonly Value[], actual as readonly Value[], likeness);
    case 'map':
      return sameMap(type, expected as ReadonlyMap<Value, Value>, actual as ReadonlyMap<Value, Value>, likeness);
    case 'struct':
      return sameStruct(type, expected as StructValue, actual as StructValue, likeness);
    case 'binary':
      // Values are of their type.
      if (likeness.sameBytes?.(expected as Uint8Array, actual as Uint8Array) === true) return true;
      return compareOf(type)(expected, actual) === 0;
    default:
      return compareOf(type)(expected, actual) === 0;
  }
}

type StructValue = { readonly [field: string]: Value };

function sameNumber(expected: number, actual: number, tolerance: number): boolean {
  if (Object.is(expected, actual) || expected === actual) return true;
  if (tolerance === 0 || !Number.isFinite(expected) || !Number.isFinite(actual)) return false;
  return Math.abs(expected - actual) <= Math.max(tolerance, RELATIVE * Math.abs(expected));
}

/** The elements of a set may hold lists themselves, and those are in order. */
function sameList(
  element: DataType,
  expected: readonly Value[],
  actual: readonly Value[],
  likeness: Likeness,
): boolean {
  if (expected.length !== actual.length) return false;
  const inOrder = (list: readonly Value[]) => (likeness.unordered ? list.toSorted(compareOf(element)) : list);
  const right = inOrder(actual);
  const inner = { ...likeness, unordered: false };
  return inOrder(expected).every((value, index) => sameValue(element, value, right[index] ?? null, inner));
}

type MapOf = { readonly key: DataType; readonly value: DataType };

function sameMap(
  type: MapOf,
  expected: ReadonlyMap<Value, Value>,
  actual: ReadonlyMap<Value, Value>,
  likeness: Likeness,
): boolean {
  if (expected.size !== actual.size) return false;
  const key = keyOf(type.key);
  const right = new Map([...actual].map(([name, value]) => [key(name), value]));
  return [...expected].every(([name, value]) => {
    const inner = { ...likeness, tolerance: likeness.byKey?.get(name) ?? likeness.tolerance };
    return right.has(key(name)) && sameValue(type.value, value, right.get(key(name)) ?? null, inner);
  });
}

function sameStruct(type: StructType, expected: StructValue, actual: StructValue, likeness: Likeness): boolean {
  const inner = { ...likeness, unordered: false };
  return type.fields.every(({ name, type: field }) =>
    sameValue(field, expected[name] ?? null, actual[name] ?? null, inner),
  );
}
