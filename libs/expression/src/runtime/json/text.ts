import type { JsonNode } from '../../value.ts';
import { grisu } from './grisu.ts';
import { isArray, isObject, objectOf } from './node.ts';

/** A JSON value as text: no white space, members in the order of their names. */
export function jsonText(node: JsonNode): string {
  if (isArray(node)) return `[${node.map(jsonText).join(',')}]`;
  if (isObject(node)) {
    const members = Array.from(objectOf(node), ([name, value]) => `${quoted(name)}:${jsonText(value)}`);
    return `{${members.join(',')}}`;
  }
  return scalarText(node);
}

/** The same with a line for each member and element, indented by two spaces a level from `indent` on; the first line is not indented. */
export function prettyText(node: JsonNode, indent = ''): string {
  const inner = `${indent}  `;
  if (isArray(node)) {
    const items = node.map((item) => prettyText(item, inner));
    return items.length === 0 ? '[]' : `[\n${inner}${items.join(`,\n${inner}`)}\n${indent}]`;
  }
  if (isObject(node)) {
    const members = Array.from(objectOf(node), ([name, value]) => `${quoted(name)}: ${prettyText(value, inner)}`);
    return members.length === 0 ? '{}' : `{\n${inner}${members.join(`,\n${inner}`)}\n${indent}}`;
  }
  return scalarText(node);
}

function scalarText(node: null | boolean | number | bigint | string): string {
  if (typeof node === 'string') return quoted(node);
  return typeof node === 'number' ? doubleText(node) : String(node);
}

/** A double: with a point or an exponent, so that it is told from a whole number. */
export function doubleText(value: number): string {
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  if (value === 0) return `${sign}0.0`;
  const { digits, exponent } = grisu(Math.abs(value));
  // Where the point stands, counted from before the first digit.
  const point = digits.length + exponent;
  if (point > 15 || point <= -4) {
    const fraction = digits.length > 1 ? `.${digits.slice(1)}` : '';
    return `${sign}${digits[0]}${fraction}e${exponentText(point - 1)}`;
  }
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  if (digits.length <= point) return `${sign}${digits.padEnd(point, '0')}.0`;
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

const exponentText = (exponent: number): string =>
  `${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is escaped
const SPECIAL = /["\\\u0000-\u001f]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is escaped
const EACH_SPECIAL = /["\\\u0000-\u001f]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is escaped
const EACH_SPECIAL_OR_LINE = /["\\\u0000-\u001f\u2028\u2029]/g;

const SHORT: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

const escaped = (character: string): string =>
  SHORT[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** A text in quotes, as the text of a JSON value has it. */
export const quoted = (text: string): string =>
  SPECIAL.test(text) ? `"${text.replace(EACH_SPECIAL, escaped)}"` : `"${text}"`;

/** A text in quotes, as it is written out of SQL's own strings: the separators of lines and paragraphs are escaped too. */
export const quotedForScripts = (text: string): string => `"${text.replace(EACH_SPECIAL_OR_LINE, escaped)}"`;
