import type { DataType, StructType, Value } from '@isochron/schema';

/**
 * What makes NaN and the infinities of a result null, inside lists, maps and structs too. Values that hold none are given back as
 * they are.
 */
export function finiteOf(type: DataType): (value: Value) => Value {
  if (!holdsFloats(type)) return (value) => value;
  const clean = presentFinite(type);
  return (value) => (value === null ? null : clean(value));
}

function holdsFloats(type: DataType): boolean {
  switch (type.kind) {
    case 'float':
    case 'double':
      return true;
    case 'list':
      return holdsFloats(type.element);
    case 'map':
      return holdsFloats(type.value);
    case 'struct':
      return type.fields.some((field) => holdsFloats(field.type));
    default:
      return false;
  }
}

/** The `as` hold because the caller says that a value is of the type. */
function presentFinite(type: DataType): (value: Value) => Value {
  switch (type.kind) {
    case 'float':
    case 'double':
      return (value) => (Number.isFinite(value) ? value : null);
    case 'list': {
      const element = finiteOf(type.element);
      return (value) => (value as readonly Value[]).map(element);
    }
    case 'map': {
      const item = finiteOf(type.value);
      return (value) => new Map([...(value as ReadonlyMap<Value, Value>)].map(([key, held]) => [key, item(held)]));
    }
    case 'struct':
      return structFinite(type);
    default:
      return (value) => value;
  }
}

function structFinite(type: StructType): (value: Value) => Value {
  const fields = type.fields.map((field) => ({ name: field.name, clean: finiteOf(field.type) }));
  return (value) => {
    const struct = value as { readonly [field: string]: Value };
    return Object.fromEntries(fields.map(({ name, clean }) => [name, clean(struct[name] ?? null)]));
  };
}

/** A list the other way round, made finite on the way: what rooms that keep the worst first give out. */
export function finiteReversedOf(element: DataType): (list: readonly Value[]) => Value[] {
  if (!holdsFloats(element)) return (list) => list.toReversed();
  const clean = finiteOf(element);
  return (list) => {
    const reversed: Value[] = [];
    for (let at = list.length - 1; at >= 0; at--) reversed.push(clean(list[at] ?? null));
    return reversed;
  };
}
