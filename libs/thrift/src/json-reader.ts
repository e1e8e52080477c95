import type { EnumDescriptor, FieldDescriptor, StructDescriptor, TypeDescriptor } from './descriptor.ts';
import { type Fork, ForkEvidence, isDisputed, numberOf } from './fork.ts';
import { type IntegerKind, integerBounds } from './integer-bounds.ts';
import { isJsonObject, type JsonValue } from './json-value.ts';
import { withUnknownFields } from './unknown-fields.ts';

export interface ReadingProblem {
  /** Where: `joinParts[2].groupBy.keyColumns`; empty for the whole. */
  readonly path: string;
  /** What is wrong there, without the path: `99 is not an Operation`. */
  readonly message: string;
}

interface DisputedNumber {
  readonly path: string;
  readonly enumName: string;
  readonly number: number;
}

/** Collects problems and unknown fields on its way. After a problem it answers undefined and goes on beside it. */
export class JsonReader {
  readonly problems: ReadingProblem[] = [];
  readonly unknownFields: string[] = [];
  readonly evidence = new ForkEvidence();
  /** Numbers that another fork means otherwise, as they stand. */
  readonly disputed: DisputedNumber[] = [];
  readonly #fork: Fork;

  constructor(fork: Fork) {
    this.#fork = fork;
  }

  struct(struct: StructDescriptor<unknown>, json: JsonValue, path: string): object | undefined {
    if (!isJsonObject(json)) return this.#refuse(path, `${shown(json)} is not ${withArticle(struct.name)}`);
    const known = new Map(struct.fields.map((field) => [field.name, field]));
    const fields: [string, unknown][] = [];
    const kept: [string, JsonValue][] = [];
    for (const [name, content] of Object.entries(json)) {
      const field = known.get(name);
      if (content !== null) this.evidence.field(struct.name, name, childPath(path, name));
      if (field === undefined) this.unknownFields.push(childPath(path, name));
      if (field === undefined || content === null) kept.push([name, content]);
      else fields.push([name, this.#type(field.type, content, childPath(path, name))]);
    }
    this.#checkPresence(
      struct,
      fields.map(([name]) => name),
      Object.keys(json),
      path,
    );
    // Object.fromEntries defines properties, so that even `__proto__` is a name like any other.
    const value = Object.fromEntries(fields);
    return kept.length === 0 ? value : withUnknownFields(value, Object.fromEntries(kept));
  }

  /** A union whose only member is one of a newer version has none that means anything here. */
  #checkPresence(
    struct: StructDescriptor<unknown>,
    present: readonly string[],
    given: readonly string[],
    path: string,
  ): void {
    const missing = struct.fields.filter((field) => field.requiredness === 'required' && !present.includes(field.name));
    for (const field of missing) this.#refuse(path, `${withArticle(struct.name)} needs ${field.name}`);
    if (struct.kind !== 'union' || present.length === 1) return;
    const found = given.length === 0 ? 'none' : given.join(' and ');
    this.#refuse(path, `${withArticle(struct.name)} has exactly one of ${names(struct.fields)}, and here is ${found}`);
  }

  #type(type: TypeDescriptor, json: JsonValue, path: string): unknown {
    switch (type.kind) {
      case 'bool':
        if (json === true || json === 1) return true;
        if (json === false || json === 0) return false;
        return this.#refuse(path, `${shown(json)} is not true or false`);
      case 'byte':
      case 'i16':
      case 'i32':
      case 'i64':
        return this.#integer(type.kind, json, path);
      case 'double':
        return this.#double(json, path);
      case 'string':
        return typeof json === 'string' ? json : this.#refuse(path, `${shown(json)} is not text`);
      case 'bytes':
        return this.#bytes(json, path);
      case 'enum':
        return this.#enum(type.enum, json, path);
      case 'list':
        return this.#elements(type.element, json, path);
      case 'map':
        return this.#map(type.key, type.value, json, path);
      case 'struct':
        return this.struct(type.struct(), json, path);
    }
  }

  #integer(kind: IntegerKind, json: JsonValue, path: string): number | bigint | undefined {
    const integer = asInteger(json, kind === 'i64');
    if (integer === null) return this.#refuse(path, `${shown(json)} is not an integer`);
    const [least, greatest] = integerBounds[kind];
    if (integer < least || integer > greatest) {
      return this.#refuse(path, `${integer} is beyond ${kind}, which goes from ${least} to ${greatest}`);
    }
    const near = Number(integer);
    return Number.isSafeInteger(near) ? near : integer;
  }

  #double(json: JsonValue, path: string): number | undefined {
    if (typeof json !== 'number' && typeof json !== 'bigint')
      return this.#refuse(path, `${shown(json)} is not a number`);
    const near = Number(json);
    return Number.isFinite(near) ? near : this.#refuse(path, 'the number is beyond double');
  }

  #bytes(json: JsonValue, path: string): Uint8Array | undefined {
    const elements = this.#elements({ kind: 'byte' }, json, path);
    return elements === undefined ? undefined : Uint8Array.from(elements as readonly number[]);
  }

  #enum(descriptor: EnumDescriptor, json: JsonValue, path: string): number | undefined {
    if (typeof json === 'string' && Object.hasOwn(descriptor.numbers, json)) return descriptor.numbers[json];
    if (typeof json !== 'number') return this.#refuse(path, `${shown(json)} is not ${withArticle(descriptor.name)}`);
    const number = numberOf(this.#fork, descriptor.name, json);
    if (typeof number === 'string') return this.#refuse(path, number);
    if (!Object.values(descriptor.numbers).includes(number))
      return this.#refuse(path, `${json} is not ${withArticle(descriptor.name)}`);
    if (isDisputed(descriptor.name, json)) this.disputed.push({ path, enumName: descriptor.name, number: json });
    this.evidence.number(descriptor.name, json, path);
    return number;
  }

  #elements(type: TypeDescriptor, json: JsonValue, path: string): readonly unknown[] | undefined {
    if (!isList(json)) return this.#refuse(path, `${shown(json)} is not a list`);
    return json.map((element, index) => this.#type(type, element, `${path}[${index}]`));
  }

  #map(keyType: TypeDescriptor, valueType: TypeDescriptor, json: JsonValue, path: string): object | undefined {
    if (!isJsonObject(json)) return this.#refuse(path, `${shown(json)} is not a map`);
    const entries = Object.entries(json).map(([key, content]) => {
      const child = childPath(path, key);
      return [this.#key(keyType, key, child), this.#type(valueType, content, child)] as const;
    });
    return Object.fromEntries(entries);
  }

  /** Keys that are numbers stand in JSON as text. Property names are text in JavaScript too, so only their spelling is settled here. */
  #key(type: TypeDescriptor, key: string, path: string): string {
    if (type.kind === 'string') return key;
    const number = /^-?\d+$/.test(key) ? Number(key) : key;
    return String(this.#type(type, number, path));
  }

  #refuse(path: string, message: string): undefined {
    this.problems.push({ path, message });
  }
}

/** A fraction and, unless text is allowed, text are no integers. */
function asInteger(json: JsonValue, textAllowed: boolean): bigint | null {
  if (typeof json === 'bigint') return json;
  if (typeof json === 'number') return Number.isInteger(json) ? BigInt(json) : null;
  if (typeof json === 'string' && textAllowed && /^-?\d+$/.test(json)) return BigInt(json);
  return null;
}

/** Array.isArray does not narrow a readonly array. */
function isList(json: JsonValue): json is readonly JsonValue[] {
  return Array.isArray(json);
}

function childPath(path: string, name: string): string {
  if (!/^[A-Za-z_]\w*$/.test(name)) return `${path}[${JSON.stringify(name)}]`;
  return path === '' ? name : `${path}.${name}`;
}

function names(fields: readonly FieldDescriptor[]): string {
  return fields.map((field) => field.name).join(', ');
}

/** The start of the offending value as JSON. */
function shown(json: JsonValue): string {
  const text = JSON.stringify(json, (_name, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
  return text.length <= 60 ? text : `${text.slice(0, 57)}...`;
}

function withArticle(name: string): string {
  return `${/^[AEIOU]/.test(name) ? 'an' : 'a'} ${name}`;
}
