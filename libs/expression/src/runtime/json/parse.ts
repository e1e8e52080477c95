import { RowFault } from '../../row-fault.ts';
import type { JsonNode } from '../../value.ts';
import { NESTING_MAX, objectOf } from './node.ts';
import { doubleText } from './text.ts';

/** `exact`: a number that a double would change is refused. `round`: it is rounded. */
export type WideNumberMode = 'exact' | 'round';

/** Reads one JSON value, as RFC 8259 has it. A fault for any other text, and where it is nested more than 1000 deep. */
export function parseJson(text: string, mode: WideNumberMode): JsonNode {
  return new JsonReader(text, mode).whole();
}

const SPACE = /[ \t\n\r]*/y;
const NUMBER = /(-?(?:0|[1-9]\d*))(\.\d+)?([eE][+-]?\d+)?/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what ends it
const PLAIN = /[^"\\\u0000-\u001f]*/y;
const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

class JsonReader {
  readonly #text: string;
  readonly #mode: WideNumberMode;
  #at: number;

  constructor(text: string, mode: WideNumberMode) {
    this.#text = text;
    this.#mode = mode;
    // A byte order mark is no part of the value.
    this.#at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  }

  whole(): JsonNode {
    const node = this.#value(0);
    this.#skipSpace();
    return this.#at < this.#text.length ? this.#refuse('the end of the text') : node;
  }

  #value(depth: number): JsonNode {
    this.#skipSpace();
    switch (this.#text[this.#at]) {
      case '{':
        return this.#object(depth + 1);
      case '[':
        return this.#array(depth + 1);
      case '"':
        return this.#string();
      case 't':
        return this.#word('true', true);
      case 'f':
        return this.#word('false', false);
      case 'n':
        return this.#word('null', null);
      default:
        return this.#number();
    }
  }

  #array(depth: number): JsonNode {
    const items: JsonNode[] = [];
    this.#open(depth);
    if (this.#accept(']')) return items;
    for (;;) {
      items.push(this.#value(depth));
      if (this.#accept(']')) return items;
      this.#expect(',');
    }
  }

  #object(depth: number): JsonNode {
    const members: [string, JsonNode][] = [];
    this.#open(depth);
    if (this.#accept('}')) return objectOf(members);
    for (;;) {
      this.#skipSpace();
      if (this.#text[this.#at] !== '"') this.#refuse('the name of a member');
      const name = this.#string();
      this.#expect(':');
      members.push([name, this.#value(depth)]);
      if (this.#accept('}')) return objectOf(members);
      this.#expect(',');
    }
  }

  #open(depth: number): void {
    if (depth > NESTING_MAX) throw new RowFault(`the JSON text is nested more than ${NESTING_MAX} deep`);
    this.#at += 1;
  }

  #string(): string {
    this.#at += 1;
    let value = '';
    for (;;) {
      value += this.#match(PLAIN);
      const character = this.#text[this.#at];
      if (character === '"') {
        this.#at += 1;
        return value;
      }
      if (character !== '\\') return this.#refuse('the end of a string');
      value += this.#escape();
    }
  }

  #escape(): string {
    const letter = this.#text[this.#at + 1] ?? '';
    const simple = ESCAPES[letter];
    if (simple !== undefined) {
      this.#at += 2;
      return simple;
    }
    const first = this.#codeUnit();
    if (first < 0xd800 || first > 0xdfff) return String.fromCharCode(first);
    const second = first < 0xdc00 ? this.#codeUnit() : 0;
    return second >= 0xdc00 && second <= 0xdfff
      ? String.fromCharCode(first, second)
      : this.#refuse('the two halves of a character');
  }

  /** `\uXXXX`, taken. */
  #codeUnit(): number {
    const digits = this.#text.slice(this.#at, this.#at + 6);
    if (!/^\\u[0-9a-fA-F]{4}$/.test(digits)) this.#refuse('an escape such as \\n or \\u00e9');
    this.#at += 6;
    return Number.parseInt(digits.slice(2), 16);
  }

  #number(): JsonNode {
    NUMBER.lastIndex = this.#at;
    const [text, whole, fraction, exponent] = NUMBER.exec(this.#text) ?? [];
    if (text === undefined || whole === undefined) return this.#refuse('a value');
    // What may not follow is told where it stands: `1.` and `01`.
    const next = this.#text[this.#at + text.length] ?? '';
    if (/[.eE\d]/.test(next)) this.#refuse('a number');
    this.#at += text.length;
    return fraction === undefined && exponent === undefined ? this.#wholeNumber(whole) : this.#double(text);
  }

  #wholeNumber(text: string): JsonNode {
    if (text.length < 16) return BigInt(Number(text) + 0);
    const value = text.length > 21 ? undefined : BigInt(text);
    return value !== undefined && value >= -(2n ** 63n) && value < 2n ** 64n ? value : this.#double(text);
  }

  #double(text: string): number {
    const value = Number(text);
    if (!Number.isFinite(value)) throw new RowFault(`${shown(text)} is beyond FLOAT64`);
    if (this.#mode === 'exact' && !isRoundTrip(text, value)) {
      throw new RowFault(`${shown(text)} has more digits than FLOAT64 keeps; wide_number_mode => 'round' rounds it`);
    }
    return value;
  }

  #word<Value extends JsonNode>(word: string, value: Value): Value {
    if (!this.#text.startsWith(word, this.#at)) this.#refuse('a value');
    this.#at += word.length;
    return value;
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0] ?? '';
    this.#at += found.length;
    return found;
  }

  #skipSpace(): void {
    const code = this.#text.charCodeAt(this.#at);
    if (code === 32 || (code < 14 && code > 8)) this.#match(SPACE);
  }

  #accept(character: string): boolean {
    this.#skipSpace();
    if (this.#text[this.#at] !== character) return false;
    this.#at += 1;
    return true;
  }

  #expect(character: string): void {
    if (!this.#accept(character)) this.#refuse(`"${character}"`);
  }

  #refuse(expected: string): never {
    const rest = this.#text.slice(this.#at, this.#at + 20);
    const found = rest === '' ? 'the end' : JSON.stringify(rest);
    throw new RowFault(`found ${found} at ${this.#at} where JSON has ${expected}`);
  }
}

const DIGITS_MAX = 1500;

/** Whether the digits of a number are those that the double is written with. */
export function isRoundTrip(text: string, value: number): boolean {
  return text.length <= DIGITS_MAX && significance(text) === significance(doubleText(value));
}

/** `digits * 10^exponent` without zeros at either end; a zero is 0. */
function significance(text: string): string {
  const [, sign = '', whole = '', fraction = '', power = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(text) ?? [];
  const all = (whole + fraction).replace(/^0+/, '');
  const digits = all.replace(/0+$/, '');
  return digits === '' ? '0' : `${sign}${digits}e${Number(power) - fraction.length + all.length - digits.length}`;
}

const shown = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
