import { sha256Hex } from '@isochron/thrift';

/** Data that a hash is taken of. */
export type Hashed = string | number | boolean | null | readonly Hashed[] | { readonly [name: string]: Hashed };

/**
 * 16 hexadecimal digits, equal for equal data on every machine. The names of an object count in their order, which code that writes them out gives;
 * what somebody else has ordered goes through {@link sortedByName} first.
 */
export const hashOf = (value: Hashed): string => sha256Hex(JSON.stringify(value)).slice(0, 16);

/** The entries of a map whose order says nothing. */
export const sortedByName = <Value>(map: Readonly<Record<string, Value>>): readonly (readonly [string, Value])[] =>
  Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1));
