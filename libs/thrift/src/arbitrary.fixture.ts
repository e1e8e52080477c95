import fc from 'fast-check';
import type { StructDescriptor, TypeDescriptor } from './descriptor.ts';
import * as generated from './generated/index.ts';
import { integerBounds } from './integer-bounds.ts';

/** Every struct and union of the IDL, by name. */
export const everyStruct: readonly StructDescriptor<object>[] = Object.values(generated).flatMap((each) =>
  // What has fields among the generated values is a descriptor.
  typeof each === 'object' && 'fields' in each ? [each as unknown as StructDescriptor<object>] : [],
);

/** How values differ from one another by where they are to be written. */
export interface ArbitraryOptions {
  /** False leaves out NaN and the infinities, which JSON does not have. */
  readonly isBinary: boolean;
  /** Structs deeper than this have as few fields as they may. */
  readonly depthMax?: number;
}

/** Values of a struct: any of its fields, with the extremes of their types. */
export function arbitraryStruct<T extends object>(
  struct: StructDescriptor<T>,
  options: ArbitraryOptions,
): fc.Arbitrary<T> {
  // Each field gets a value of its descriptor's type, which is what T is generated from.
  return structValue(struct, options, 0) as unknown as fc.Arbitrary<T>;
}

function structValue(
  struct: StructDescriptor<unknown>,
  options: ArbitraryOptions,
  depth: number,
): fc.Arbitrary<object> {
  const isDeep = depth > (options.depthMax ?? 2);
  const fields = struct.fields.filter(
    ({ type, requiredness }) => !isDeep || requiredness === 'required' || isFlat(type),
  );
  const arbitraryOf = (type: TypeDescriptor): fc.Arbitrary<unknown> => typedValue(type, options, depth + 1);
  if (struct.kind === 'union') {
    // A union must have a member, however deep it stands; the first leads out soonest.
    const members = isDeep ? struct.fields.slice(0, 1) : struct.fields;
    return fc.oneof(...members.map(({ name, type }) => fc.record({ [name]: arbitraryOf(type) })));
  }
  return fc.record(Object.fromEntries(fields.map(({ name, type }) => [name, arbitraryOf(type)])), {
    requiredKeys: fields.filter(({ requiredness }) => requiredness === 'required').map(({ name }) => name),
  });
}

/** Without structs inside, so that a value can end here. */
function isFlat(type: TypeDescriptor): boolean {
  switch (type.kind) {
    case 'struct':
      return false;
    case 'list':
      return isFlat(type.element);
    case 'map':
      return isFlat(type.value);
    default:
      return true;
  }
}

function typedValue(type: TypeDescriptor, options: ArbitraryOptions, depth: number): fc.Arbitrary<unknown> {
  switch (type.kind) {
    case 'bool':
      return fc.boolean();
    case 'byte':
    case 'i16':
    case 'i32':
    case 'i64':
      return integerOf(type.kind);
    case 'double':
      return fc.oneof(
        fc.double(options.isBinary ? {} : { noNaN: true, noDefaultInfinity: true }),
        fc.constantFrom(-0, 5e-324, 2 ** -1021, 1e16, 1e-5, 123456789),
      );
    case 'string':
      return text;
    case 'bytes':
      return fc.uint8Array({ maxLength: 40 });
    case 'enum':
      return fc.constantFrom(...Object.values(type.enum.numbers));
    case 'list':
      return listOf(typedValue(type.element, options, depth), depth);
    case 'map':
      // Object.fromEntries defines properties, so that even `__proto__` is a key like any other.
      return listOf(fc.tuple(keyOf(type.key), typedValue(type.value, options, depth)), depth).map((entries) =>
        Object.fromEntries(entries),
      );
    case 'struct':
      return structValue(type.struct(), options, depth);
  }
}

/** Short ones, deep inside; else now and then one whose size is about where protocols write it otherwise. */
function listOf<T>(element: fc.Arbitrary<T>, depth: number): fc.Arbitrary<T[]> {
  if (depth >= 2) return fc.array(element, { maxLength: 2 });
  return fc.oneof(
    { weight: 5, arbitrary: fc.array(element, { maxLength: 12 }) },
    { weight: 1, arbitrary: fc.array(element, { minLength: 14, maxLength: 16 }) },
  );
}

/** Well-formed, as UTF-8 has it: half a surrogate pair is a case of its own. */
const text = fc.oneof(
  { weight: 8, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  { weight: 1, arbitrary: fc.constantFrom('', '\ufeff', '\0', '"\\/\u2028', '𝄞', '__proto__', 'ß'.repeat(300)) },
);

/** Keys that are numbers are property names, as JSON and JavaScript have it. */
function keyOf(type: TypeDescriptor): fc.Arbitrary<string> {
  if (type.kind === 'string') return text;
  if (type.kind === 'enum') return fc.constantFrom(...Object.values(type.enum.numbers).map(String));
  return fc.integer().map(String);
}

/** A number where that is exact, as the readers give it. */
function integerOf(kind: keyof typeof integerBounds): fc.Arbitrary<number | bigint> {
  const [least, greatest] = integerBounds[kind];
  const any = fc.bigInt({ min: least, max: greatest });
  const small = fc.bigInt({ min: -100n, max: 100n });
  const edges = fc.constantFrom(least, greatest, 0n, -1n, 63n, 64n, -64n, -65n);
  const far =
    kind === 'i64' ? fc.constantFrom(2n ** 53n, -(2n ** 53n), 2n ** 52n, 2n ** 49n, 2n ** 48n, 2n ** 31n) : small;
  return fc.oneof(any, small, edges, far).map((value) => {
    const near = Number(value);
    return Number.isSafeInteger(near) ? near : value;
  });
}
