import { compareStrings } from '@isochron/schema';
import type { JsonNode } from '../../value.ts';

export type JsonArray = readonly JsonNode[];
export type JsonObject = ReadonlyMap<string, JsonNode>;

/** How deep values may be nested; beyond it a text is refused, so that no text can exhaust the stack. */
export const NESTING_MAX = 1000;

export const isArray = (node: JsonNode): node is JsonArray => Array.isArray(node);
export const isObject = (node: JsonNode): node is JsonObject => node instanceof Map;

/** Members by name, in the order of code points; of two of one name the first counts. */
export function objectOf(members: Iterable<readonly [string, JsonNode]>): JsonObject {
  const object = new Map<string, JsonNode>();
  for (const [name, node] of members) if (!object.has(name)) object.set(name, node);
  return isSorted(object) ? object : new Map([...object].sort(([a], [b]) => compareStrings(a, b)));
}

function isSorted(object: JsonObject): boolean {
  let before: string | undefined;
  for (const name of object.keys()) {
    if (before !== undefined && compareStrings(before, name) > 0) return false;
    before = name;
  }
  return true;
}
