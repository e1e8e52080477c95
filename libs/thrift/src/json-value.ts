/** A JSON value as read from text. An integer that a number cannot hold is a `bigint`. */
export type JsonValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | readonly JsonValue[]
  | { readonly [name: string]: JsonValue };

export type JsonObject = { readonly [name: string]: JsonValue };

/**
 * Parses JSON without losing digits of large integers. Throws the engine's SyntaxError for text that is not JSON, and its RangeError for what
 * nests some thousand levels deep.
 */
export function parseJson(text: string): JsonValue {
  return JSON.parse(text, exactInteger);
}

export function isJsonObject(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether objects and lists stand in one another more than so many levels deep. It looks no deeper than that. */
export function nestsDeeper(value: JsonValue, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => nestsDeeper(inner, levels - 1));
}

/** The engine hands the text of a number to a reviver as a third argument, which TypeScript's declaration does not have yet. */
function exactInteger(_name: string, value: JsonValue, ...context: readonly { readonly source?: string }[]): JsonValue {
  if (typeof value !== 'number' || !Number.isInteger(value) || Number.isSafeInteger(value)) return value;
  const source = context[0]?.source ?? '';
  return /^-?\d+$/.test(source) ? BigInt(source) : value;
}
