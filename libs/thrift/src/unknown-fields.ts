import type { JsonObject } from './json-value.ts';

/**
 * Fields of a struct that its descriptor does not have, kept as they were read, so that a file of a newer or another version of the
 * IDL is written back whole. They ride along under this symbol; copying a value with `{ ...value }` takes them too.
 */
const unknownFields = Symbol('unknown fields');

export function withUnknownFields(value: object, fields: JsonObject): object {
  return { ...value, [unknownFields]: fields };
}

/** The unknown fields of a value that was read, by name; an empty object when it has none. */
export function unknownFieldsOf(value: object): JsonObject {
  return (value as { readonly [unknownFields]?: JsonObject })[unknownFields] ?? {};
}
