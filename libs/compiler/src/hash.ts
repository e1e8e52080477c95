import { sha256Hex } from '@isochron/thrift';

/** Data that a hash is taken of. */
export type Hashed = string | number | boolean | null | readonly Hashed[] | { readonly [name: string]: Hashed };

/** 16 hexadecimal digits, equal for equal data whatever the order of names in its objects, and on every machine. */
export const hashOf = (value: Hashed): string => sha256Hex(canonical(value)).slice(0, 16);

function canonical(value: Hashed): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonical).join(',')}]`;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${entries.map(([name, content]) => `${JSON.stringify(name)}:${canonical(content)}`).join(',')}}`;
}

/** `Array.isArray` does not narrow a readonly array. */
const isList = (value: Hashed): value is readonly Hashed[] => Array.isArray(value);
