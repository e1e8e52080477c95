import type { JsonNode } from '../../value.ts';
import { isArray, isObject } from './node.ts';

/**
 * A JSONPath as steps from the root: the name of a member, or, in an array, the number of an element. `standard` paths quote names as `."a b"`,
 * `legacy` ones as `['a b']` and may end in a dot.
 */
export type PathDialect = 'standard' | 'legacy';

/** A path, or what is wrong with it. */
export type ParsedPath = { readonly steps: readonly string[] } | { readonly fault: string };

const KEY = /\.([\p{L}\p{N}_\-:\t\n\f\r ]+)/uy;
const OFFSET = {
  standard: /\[[\t\n\f\r ]*([\p{N}_-]+)[\t\n\f\r ]*\]/uy,
  legacy: /\[[\t\n\f\r ]*([\p{L}\p{N}_-]+)[\t\n\f\r ]*\]/uy,
};
const QUOTED = {
  standard: /\."((?:[^\\"]|\\.)*)"/suy,
  legacy: /\[[\t\n\f\r ]*'((?:[^\\']|\\.)*)'[\t\n\f\r ]*\]/suy,
};
const QUOTE = { standard: '"', legacy: "'" };

export function parsePath(text: string, dialect: PathDialect): ParsedPath {
  if (!text.startsWith('$')) return { fault: `a JSONPath starts with $, and "${text}" does not` };
  const steps: string[] = [];
  let at = 1;
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const [all, step] = pattern.exec(text) ?? [];
    at += all?.length ?? 0;
    return step;
  };
  for (;;) {
    const step = take(KEY) ?? take(OFFSET[dialect]) ?? unescaped(take(QUOTED[dialect]), QUOTE[dialect]);
    if (step === undefined) break;
    steps.push(step);
  }
  const rest = text.slice(at);
  if (rest === '' || (rest === '.' && dialect === 'legacy')) return { steps };
  return { fault: `the JSONPath "${text}" cannot be read at "${rest}"` };
}

const unescaped = (step: string | undefined, quote: string): string | undefined =>
  step?.replaceAll(`\\${quote}`, quote);

/** A step of a path that changes a value: a name is a member's, a number an element's. */
export type StrictStep = string | number;
export type ParsedStrictPath = { readonly steps: readonly StrictStep[] } | { readonly fault: string };

const STRICT_OFFSET = /\[[\t\n\f\r ]*(\d+)[\t\n\f\r ]*\]/uy;

export function parseStrictPath(text: string): ParsedStrictPath {
  if (!text.startsWith('$')) return { fault: `a JSONPath starts with $, and "${text}" does not` };
  const steps: StrictStep[] = [];
  for (let at = 1; at < text.length; ) {
    const found = [KEY, QUOTED.standard, STRICT_OFFSET].map((pattern) => {
      pattern.lastIndex = at;
      return pattern.exec(text);
    });
    const [key, name, offset] = found.map((each) => each?.[1]);
    const step = key ?? unescaped(name, '"') ?? (offset === undefined ? undefined : Number(offset));
    if (step === undefined) return { fault: `the JSONPath "${text}" cannot be read at "${text.slice(at)}"` };
    if (typeof step === 'number' && BigInt(offset ?? '') >= 2n ** 63n)
      return { fault: `the offset ${offset} has more than 64 bits` };
    steps.push(step);
    at += found.find((each) => each !== null)?.[0].length ?? 1;
  }
  return { steps };
}

/** The value that a path leads to; undefined where there is none. */
export function follow(node: JsonNode, steps: readonly string[]): JsonNode | undefined {
  let reached: JsonNode = node;
  for (const step of steps) {
    const next: JsonNode | undefined = isObject(reached)
      ? reached.get(step)
      : isArray(reached)
        ? elementNamed(reached, step)
        : undefined;
    if (next === undefined) return undefined;
    reached = next;
  }
  return reached;
}

function elementNamed(array: readonly JsonNode[], step: string): JsonNode | undefined {
  const index = /^[\t\n\v\f\r ]*[+-]?\d+[\t\n\v\f\r ]*$/.test(step) ? Number(step) : -1;
  return array[index];
}
