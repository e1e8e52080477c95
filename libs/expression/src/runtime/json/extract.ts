import { RowFault } from '../../row-fault.ts';
import { NESTING_MAX } from './node.ts';
import { quotedForScripts } from './text.ts';

/** What is taken of a text at the end of a path: any value as JSON text, a scalar as text, or an array's elements as either. */
export type Wanted = 'value' | 'scalar' | 'elements' | 'scalar elements';

/** Found at the end of the path: `value` null for JSON's null, and for what is not as wanted. */
interface Found {
  readonly value: string | readonly (string | null)[] | null;
}

/**
 * Reads a text only as far as the end of a path, which may leave what comes after it unread, and takes more than JSON: single quotes, a comma before a
 * closing bracket, missing elements as null, JavaScript's escapes. So ZetaSQL does; its halves of characters beyond 16 bits are U+FFFD each.
 * Null where the text cannot be read that far, or nothing is there. A fault where it is nested more than 1000 deep.
 */
export function extract(text: string, steps: readonly string[], wanted: Wanted): Found['value'] {
  const reader = new PathReader(text, steps, wanted);
  try {
    reader.value(0, true);
  } catch (thrown) {
    if (!(thrown instanceof Stop)) throw thrown;
  }
  return reader.found?.value ?? null;
}

/** Ends the reading, with what was found or without. */
class Stop extends Error {}
/** One for all, as none is ever looked at. */
const STOP = new Stop();

const SPACE = /[ \t\n\v\f\r]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?/y;

class PathReader {
  found: Found | null = null;
  readonly #text: string;
  readonly #steps: readonly string[];
  readonly #wanted: Wanted;
  #at = 0;

  constructor(text: string, steps: readonly string[], wanted: Wanted) {
    this.#text = text;
    this.#steps = steps;
    this.#wanted = wanted;
  }

  /** A value, `onPath` where all steps so far, `depth` of them, lead to it. */
  value(depth: number, onPath: boolean): void {
    const isEnd = onPath && depth === this.#steps.length;
    this.#skipSpace();
    const opening = this.#text[this.#at];
    if (opening !== '{' && opening !== '[') {
      const scalar = this.#scalar();
      if (isEnd) this.#stop(this.#ofScalar(scalar));
      return;
    }
    if (isEnd) this.#stop(this.#ofContainer(opening, depth));
    const step = onPath ? this.#steps[depth] : undefined;
    if (opening === '{') this.#members(depth, (name) => this.value(depth + 1, name === step));
    else {
      const wanted = step === undefined ? undefined : indexOf(step);
      this.#elements(depth, (index) => this.value(depth + 1, index === wanted));
    }
  }

  #stop(value: Found['value']): never {
    this.found = { value };
    throw STOP;
  }

  #ofScalar(scalar: Scalar): Found['value'] {
    if (scalar.kind === 'null' || this.#wanted === 'elements' || this.#wanted === 'scalar elements') return null;
    return scalar.kind === 'string' && this.#wanted === 'value' ? quotedForScripts(scalar.text) : scalar.text;
  }

  #ofContainer(opening: '{' | '[', depth: number): Found['value'] {
    if (this.#wanted === 'value') return this.#jsonText(depth);
    if (opening === '{' || this.#wanted === 'scalar') return null;
    const elements: (string | null)[] = [];
    let isScalar = true;
    this.#elements(depth, () => {
      if (this.#wanted === 'elements') {
        elements.push(this.#jsonText(depth + 1));
        return;
      }
      this.#skipSpace();
      if (this.#text[this.#at] === '{' || this.#text[this.#at] === '[') {
        isScalar = false;
        this.#jsonText(depth + 1);
        return;
      }
      const scalar = this.#scalar();
      elements.push(scalar.kind === 'null' ? null : scalar.text);
    });
    return isScalar ? elements : null;
  }

  /** The value that comes next as JSON text without white space. */
  #jsonText(depth: number): string {
    this.#skipSpace();
    const opening = this.#text[this.#at];
    const parts: string[] = [];
    if (opening === '{') {
      this.#members(depth, (name) => parts.push(`${quotedForScripts(name)}:${this.#jsonText(depth + 1)}`));
      return `{${parts.join(',')}}`;
    }
    if (opening === '[') {
      this.#elements(depth, () => parts.push(this.#jsonText(depth + 1)));
      return `[${parts.join(',')}]`;
    }
    const scalar = this.#scalar();
    return scalar.kind === 'string' ? quotedForScripts(scalar.text) : scalar.text;
  }

  #members(depth: number, each: (name: string) => void): void {
    this.#open(depth);
    if (this.#accept('}')) return;
    do {
      if (this.#accept('}')) return;
      const quote = this.#text[this.#at];
      if (quote !== '"' && quote !== "'") throw STOP;
      const name = this.#string(quote);
      if (!this.#accept(':')) throw STOP;
      each(name);
    } while (this.#accept(','));
    if (!this.#accept('}')) throw STOP;
  }

  #elements(depth: number, each: (index: number) => void): void {
    this.#open(depth);
    if (this.#accept(']')) return;
    let index = 0;
    do {
      if (index > 0 && this.#accept(']')) return;
      each(index++);
    } while (this.#accept(','));
    if (!this.#accept(']')) throw STOP;
  }

  #open(depth: number): void {
    if (depth >= NESTING_MAX) throw new RowFault(`the JSON text is nested more than ${NESTING_MAX} deep`);
    this.#at += 1;
  }

  #scalar(): Scalar {
    const start = this.#text[this.#at];
    if (start === '"' || start === "'") return { kind: 'string', text: this.#string(start) };
    // What is missing between commas counts as null.
    if (start === ',' || start === ']') return MISSING;
    for (const word of WORDS) {
      if (!this.#text.startsWith(word.text, this.#at)) continue;
      this.#at += word.text.length;
      return word;
    }
    NUMBER.lastIndex = this.#at;
    const [text, fraction, exponent] = NUMBER.exec(this.#text) ?? [];
    if (text === undefined) throw STOP;
    // A number that breaks off is none; one that goes on after it is whole is cut there.
    const next = this.#text[this.#at + text.length];
    if (exponent === undefined && (next === 'e' || next === 'E' || (next === '.' && fraction === undefined)))
      throw STOP;
    this.#at += text.length;
    return { kind: 'other', text };
  }

  #string(quote: string): string {
    let value = '';
    let from = ++this.#at;
    for (; this.#at < this.#text.length; this.#at++) {
      const character = this.#text[this.#at];
      if (character === quote) {
        value += this.#text.slice(from, this.#at++);
        return value;
      }
      if (character !== '\\') continue;
      value += this.#text.slice(from, this.#at) + this.#escape();
      from = this.#at + 1;
    }
    throw STOP;
  }

  /** What an escape stands for; leaves off at its last character. */
  #escape(): string {
    const letter = this.#text[++this.#at];
    if (letter === undefined) throw STOP;
    if (letter === 'u' || letter === 'x') return this.#hexadecimal(letter === 'u' ? 4 : 2);
    if (letter >= '0' && letter <= '7') {
      const digits = /^[0-7]{1,3}/.exec(this.#text.slice(this.#at, this.#at + 3))?.[0] ?? letter;
      this.#at += digits.length - 1;
      return String.fromCodePoint(Number.parseInt(digits, 8));
    }
    return Object.hasOwn(ESCAPES, letter) ? (ESCAPES[letter] ?? letter) : letter;
  }

  #hexadecimal(length: number): string {
    const digits = this.#text.slice(this.#at + 1, this.#at + 1 + length);
    if (digits.length < length || !/^[0-9a-fA-F]+$/.test(digits)) throw STOP;
    this.#at += length;
    const code = Number.parseInt(digits, 16);
    return code >= 0xd800 && code <= 0xdfff ? '\ufffd' : String.fromCharCode(code);
  }

  #skipSpace(): void {
    const code = this.#text.charCodeAt(this.#at);
    if (code !== 32 && !(code < 14 && code > 8)) return;
    SPACE.lastIndex = this.#at;
    this.#at += SPACE.exec(this.#text)?.[0].length ?? 0;
  }

  #accept(character: string): boolean {
    this.#skipSpace();
    if (this.#text[this.#at] !== character) return false;
    this.#at += 1;
    return true;
  }
}

interface Scalar {
  readonly kind: 'string' | 'null' | 'other';
  readonly text: string;
}

const MISSING: Scalar = { kind: 'null', text: 'null' };
const WORDS: readonly Scalar[] = [{ kind: 'other', text: 'true' }, { kind: 'other', text: 'false' }, MISSING];
const ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

/** The number that a step begins with, as C's `%u` reads it: modulo 2^32; undefined where it begins with none. */
function indexOf(step: string): number | undefined {
  const [, sign, digits] = /^[\t\n\v\f\r ]*([+-]?)(\d+)/.exec(step) ?? [];
  if (digits === undefined) return undefined;
  const magnitude = BigInt(digits);
  const bounded = magnitude >= 2n ** 64n ? 2n ** 64n - 1n : sign === '-' ? -magnitude : magnitude;
  return Number(BigInt.asUintN(32, bounded));
}
