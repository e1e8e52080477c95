import type { JsonObject } from './json-value.ts';

/**
 * What a struct's JSON says beyond its set fields, kept as it was read, so that a file of a newer or another version of the IDL is written back
 * whole: fields that the descriptor does not have, and fields that were null. It rides along under this symbol; copying a value with
 * `{ ...value }` takes it too.
 */
const unknownFields = Symbol('unknown fields');

export function withUnknownFields(value: object, fields: JsonObject): object {
  return { ...value, [unknownFields]: fields };
}

/** The fields that came with a value and that its type does not have, by name, and those that were null; an empty object when there are none. */
export function unknownFieldsOf(value: object): JsonObject {
  // Only `withUnknownFields` knows the symbol, and it puts nothing else there.
  return (value as { readonly [unknownFields]?: JsonObject })[unknownFields] ?? {};
}
