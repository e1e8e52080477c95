import type { DataType, Decimal, StructType, Value } from './data-type.ts';
import { type Compare, compareOf } from './order.ts';

/**
 * Which of two equal values is kept: 0 rather than -0, and the decimal of smaller scale; in a list, struct or map the first place
 * where they differ decides, and maps that differ in nothing but the order of their entries go by the first key that differs.
 * So the value kept out of many equal ones does not depend on their order. `a` and `b` must be equal by {@link compareOf}.
 */
export function keepOf(type: DataType): (a: Value, b: Value) => Value {
  if (!hasEqualForms(type)) return (a) => a;
  const order = formOrder(type);
  return (a, b) => (order(a, b) <= 0 ? a : b);
}

/** Whether two values of this type may be equal and yet differ: true of floats, doubles, decimals, maps and what contains them. */
export function hasEqualForms(type: DataType): boolean {
  switch (type.kind) {
    case 'float':
    case 'double':
    case 'decimal':
    case 'map':
      return true;
    case 'list':
      return hasEqualForms(type.element);
    case 'struct':
      return type.fields.some((field) => hasEqualForms(field.type));
    default:
      return false;
  }
}

/** An order among equal values, the one to keep first. The `as` hold because equal values are both null or both of the type. */
function formOrder(type: DataType): Compare {
  switch (type.kind) {
    case 'float':
    case 'double':
      return (a, b) => Number(Object.is(a, -0)) - Number(Object.is(b, -0));
    case 'decimal':
      return (a, b) => (a === null || b === null ? 0 : (a as Decimal).scale - (b as Decimal).scale);
    case 'list':
      return listOrder(formOrder(type.element));
    case 'map':
      return mapOrder(type.key, type.value);
    case 'struct':
      return structOrder(type);
    default:
      return () => 0;
  }
}

function listOrder(element: Compare): Compare {
  return (a, b) => {
    if (a === null || b === null) return 0;
    const right = b as readonly Value[];
    for (const [at, value] of (a as readonly Value[]).entries()) {
      const order = element(value, right[at] ?? null);
      if (order !== 0) return order;
    }
    return 0;
  };
}

function structOrder(type: StructType): Compare {
  const fields = type.fields.map((field) => ({ name: field.name, order: formOrder(field.type) }));
  return (a, b) => {
    if (a === null || b === null) return 0;
    const left = a as { readonly [field: string]: Value };
    const right = b as { readonly [field: string]: Value };
    for (const { name, order } of fields) {
      const form = order(left[name] ?? null, right[name] ?? null);
      if (form !== 0) return form;
    }
    return 0;
  };
}

function mapOrder(keyType: DataType, valueType: DataType): Compare {
  const compareKeys = compareOf(keyType);
  const keyForm = formOrder(keyType);
  const valueForm = formOrder(valueType);
  return (a, b) => {
    if (a === null || b === null) return 0;
    const left = [...(a as ReadonlyMap<Value, Value>)];
    const right = [...(b as ReadonlyMap<Value, Value>)];
    const leftSorted = left.toSorted((x, y) => compareKeys(x[0], y[0]));
    const rightSorted = right.toSorted((x, y) => compareKeys(x[0], y[0]));
    return (
      firstDifference(leftSorted, rightSorted, (x, y) => keyForm(x[0], y[0]) || valueForm(x[1], y[1])) ||
      firstDifference(left, right, (x, y) => compareKeys(x[0], y[0]))
    );
  };
}

function firstDifference<T>(left: readonly T[], right: readonly T[], order: (a: T, b: T) => number): number {
  for (const [at, value] of left.entries()) {
    const other = right[at];
    const form = other === undefined ? 0 : order(value, other);
    if (form !== 0) return form;
  }
  return 0;
}
