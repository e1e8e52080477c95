import type { Value } from '@isochron/schema';

const OBJECT_BYTES = 32;
const ENTRY_BYTES = 24;

/** About how much memory a value takes, rather more than less: two bytes a character, and what objects are made of. */
export function bytesOfValue(value: Value): number {
  switch (typeof value) {
    case 'string':
      return OBJECT_BYTES + 2 * value.length;
    case 'bigint':
      return OBJECT_BYTES;
    case 'object':
      return value === null ? 8 : bytesOfObject(value);
    default:
      return 16;
  }
}

function bytesOfObject(value: NonNullable<Value> & object): number {
  if (value instanceof Uint8Array) return 3 * OBJECT_BYTES + value.length;
  let bytes = 2 * OBJECT_BYTES;
  if (value instanceof Map) {
    for (const [key, item] of value) bytes += ENTRY_BYTES + bytesOfValue(key) + bytesOfValue(item);
  } else {
    for (const item of Object.values(value)) bytes += ENTRY_BYTES + bytesOfValue(item);
  }
  return bytes;
}
