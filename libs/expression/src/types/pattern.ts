import { type Coercions, distance, type Given, googleCoercions, superType } from './coercion.ts';
import { INT64, type SqlType, STRING, sameType, scalarKinds } from './sql-type.ts';

/**
 * A signature as people read it: `(STRING, INT64, optional INT64) -> STRING`, `(repeated T1) -> T1`, `(ARRAY<T1>, (T1) -> BOOL) -> ARRAY<T1>`.
 * T1, T2, … stand for any one type; `PART` for the name of a part of a date, `WORD<NFC, NFD>` for one of these bare words; `optional`, `repeated`
 * and `name =>` go before a type. `ANY` is any type, another in each place; parameters at the end that are all `repeated` repeat together, as key and
 * value do. `TEXT` is STRING, and takes besides what a CAST makes a STRING of, but for BYTES and JSON.
 * `NUM` stands for any of INT64, FLOAT64, NUMERIC, BIGNUMERIC, the same in every place.
 */
export interface SignatureType {
  readonly params: readonly Param[];
  readonly result: Pattern;
}

export interface Param {
  readonly pattern: Pattern;
  readonly occurs: 'once' | 'optional' | 'repeated';
  /** Given as `name => value`; empty for a parameter that goes by its place. */
  readonly name: string;
}

export type Pattern =
  | { readonly kind: 'exact'; readonly type: SqlType }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'array'; readonly element: Pattern }
  | { readonly kind: 'map'; readonly key: Pattern; readonly value: Pattern }
  | { readonly kind: 'part' }
  | { readonly kind: 'any' }
  | { readonly kind: 'word'; readonly words: readonly string[] }
  | { readonly kind: 'text' }
  | { readonly kind: 'lambda'; readonly params: readonly Pattern[]; readonly result: Pattern };

/** What the variables of a signature stand for in one call. */
export type Bindings = ReadonlyMap<string, SqlType>;

/** Reads a signature's text. A text that can't be read is a mistake of ours, and throws. */
export function parseSignature(text: string): SignatureType {
  const reader = new PatternReader(text);
  const { params, result } = reader.signature();
  reader.end();
  return { params, result };
}

class PatternReader {
  readonly #tokens: readonly string[];
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
    this.#tokens = text.match(/->|=>|[A-Za-z_]\w*|[<>(),]/g) ?? [];
  }

  signature(): SignatureType {
    this.#expect('(');
    const params: Param[] = [];
    while (this.#peek() !== ')') {
      if (params.length > 0) this.#expect(',');
      params.push(this.#param());
    }
    this.#expect(')');
    this.#expect('->');
    return { params, result: this.#pattern() };
  }

  end(): void {
    if (this.#at < this.#tokens.length) this.#refuse();
  }

  #param(): Param {
    const word = this.#peek();
    const occurs = word === 'optional' || word === 'repeated' ? word : 'once';
    if (occurs !== 'once') this.#at += 1;
    const name = this.#tokens[this.#at + 1] === '=>' ? this.#take() : '';
    if (name !== '') this.#expect('=>');
    return { occurs, name, pattern: this.#pattern() };
  }

  #pattern(): Pattern {
    if (this.#peek() === '(') {
      this.#take();
      const params: Pattern[] = [];
      while (this.#peek() !== ')') {
        if (params.length > 0) this.#expect(',');
        params.push(this.#pattern());
      }
      this.#expect(')');
      this.#expect('->');
      return { kind: 'lambda', params, result: this.#pattern() };
    }
    const word = this.#take();
    if (word === 'PART') return { kind: 'part' };
    if (word === 'ANY') return { kind: 'any' };
    if (word === 'TEXT') return { kind: 'text' };
    if (word === 'WORD') return { kind: 'word', words: this.#words() };
    if (word === 'NUM' || /^T\d$/.test(word)) return { kind: 'variable', name: word };
    if (word === 'ARRAY') {
      this.#expect('<');
      const element = this.#pattern();
      this.#expect('>');
      return { kind: 'array', element };
    }
    if (word === 'MAP') {
      this.#expect('<');
      const key = this.#pattern();
      this.#expect(',');
      const value = this.#pattern();
      this.#expect('>');
      return { kind: 'map', key, value };
    }
    const kind = scalarKinds.find((each) => each === word);
    return kind === undefined ? this.#refuse() : { kind: 'exact', type: { kind } };
  }

  #words(): readonly string[] {
    this.#expect('<');
    const words = [this.#take()];
    while (this.#peek() === ',') {
      this.#take();
      words.push(this.#take());
    }
    this.#expect('>');
    return words;
  }

  #peek(): string {
    return this.#tokens[this.#at] ?? '';
  }

  #take(): string {
    this.#at += 1;
    return this.#tokens[this.#at - 1] ?? '';
  }

  #expect(token: string): void {
    if (this.#take() !== token) this.#refuse();
  }

  #refuse(): never {
    throw new Error(`The signature "${this.#text}" cannot be read at token ${this.#at}.`);
  }
}

/** The type that a pattern is, under bindings; undefined while a variable of it is not bound. */
export function typeOfPattern(pattern: Pattern, bindings: Bindings): SqlType | undefined {
  switch (pattern.kind) {
    case 'exact':
      return pattern.type;
    case 'variable':
      return bindings.get(pattern.name);
    case 'array': {
      const element = typeOfPattern(pattern.element, bindings);
      return element === undefined ? undefined : { kind: 'ARRAY', element };
    }
    case 'map': {
      const key = typeOfPattern(pattern.key, bindings);
      const value = typeOfPattern(pattern.value, bindings);
      return key === undefined || value === undefined ? undefined : { kind: 'MAP', key, value };
    }
    case 'text':
      return STRING;
    case 'part':
    case 'any':
    case 'word':
    case 'lambda':
      return undefined;
  }
}

/** What a variable is given in one place; `isExact` inside an array or a map, whose elements never change by themselves. */
interface Sighting {
  readonly given: Given;
  readonly isExact: boolean;
}

/**
 * Binds the variables of patterns to the types that are given in their places, and says how far the arguments are from what results;
 * undefined where they don't fit. Lambdas are left out: what they take is bound by the other arguments first.
 */
export function bind(
  pairs: readonly { readonly pattern: Pattern; readonly given: Given }[],
  coercions: Coercions = googleCoercions,
): { readonly bindings: Map<string, SqlType>; readonly cost: number } | undefined {
  const sightings = new Map<string, Sighting[]>();
  for (const { pattern, given } of pairs) if (!collect(pattern, given, false, sightings)) return undefined;
  const bindings = new Map<string, SqlType>();
  for (const [name, seen] of sightings) {
    const type = settle(name, seen, coercions);
    if (type === undefined) return undefined;
    bindings.set(name, type);
  }
  let cost = 0;
  for (const { pattern, given } of pairs) {
    const type = typeOfPattern(pattern, bindings);
    if (type === undefined) continue;
    const far = pattern.kind === 'text' ? textDistance(given) : distance(given, type, coercions);
    if (far === undefined) return undefined;
    // A signature that says the type itself is nearer than one that takes any.
    cost += far * 4 + (pattern.kind === 'exact' || pattern.kind === 'text' ? 0 : 1);
  }
  return { bindings, cost };
}

/** What is no STRING yet is farther from one than from anything it becomes without a CAST. */
function textDistance({ type, literal }: Given): number | undefined {
  if (type.kind === 'STRING' || literal === 'null') return 0;
  return ['BYTES', 'JSON', 'ARRAY', 'STRUCT', 'MAP'].includes(type.kind) ? undefined : 10;
}

function settle(name: string, seen: readonly Sighting[], coercions: Coercions): SqlType | undefined {
  const exact = seen.find(({ isExact, given }) => isExact && given.literal !== 'null')?.given.type;
  const type =
    exact ??
    superType(
      seen.map(({ given }) => given),
      coercions,
    );
  if (type === undefined) return undefined;
  if (name === 'NUM' && !isNumber(type)) return seen.every(({ given }) => given.literal === 'null') ? INT64 : undefined;
  const fits = seen.every(({ given, isExact }) =>
    isExact ? given.literal === 'null' || sameType(given.type, type) : distance(given, type, coercions) !== undefined,
  );
  return fits ? type : undefined;
}

const isNumber = ({ kind }: SqlType): boolean =>
  kind === 'INT64' || kind === 'FLOAT64' || kind === 'NUMERIC' || kind === 'BIGNUMERIC';

/** Notes what each variable of a pattern is given. An argument NULL leaves the variables inside an array or a map unsaid. */
function collect(pattern: Pattern, given: Given, isExact: boolean, sightings: Map<string, Sighting[]>): boolean {
  switch (pattern.kind) {
    case 'exact':
      return isExact ? sameType(given.type, pattern.type) : true;
    case 'text':
      return !isExact;
    case 'part':
    case 'any':
    case 'word':
    case 'lambda':
      return true;
    case 'variable': {
      const seen = sightings.get(pattern.name);
      if (seen === undefined) sightings.set(pattern.name, [{ given, isExact }]);
      else seen.push({ given, isExact });
      return true;
    }
    case 'array':
      if (given.literal === 'null' || given.literal === 'empty')
        return collect(pattern.element, { type: INT64, literal: 'null' }, false, sightings);
      if (given.type.kind !== 'ARRAY') return false;
      return collect(pattern.element, { type: given.type.element, literal: 'none' }, true, sightings);
    case 'map':
      if (given.literal === 'null') {
        const unsaid = { type: INT64, literal: 'null' } as const;
        return collect(pattern.key, unsaid, false, sightings) && collect(pattern.value, unsaid, false, sightings);
      }
      if (given.type.kind !== 'MAP') return false;
      return (
        collect(pattern.key, { type: given.type.key, literal: 'none' }, true, sightings) &&
        collect(pattern.value, { type: given.type.value, literal: 'none' }, true, sightings)
      );
  }
}
