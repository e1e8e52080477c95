import type { StructDescriptor, TypeDescriptor } from './descriptor.ts';
import { type Fork, numberIn } from './fork.ts';
import { canonicalStyle, compiledStyle, type JsonStyle } from './json-style.ts';
import type { JsonValue } from './json-value.ts';
import { unknownFieldsOf } from './unknown-fields.ts';

/**
 * The canonical text of a value: names sorted by UTF-16 code unit, maps too, no spaces, enums as their numbers, booleans as 0 and 1,
 * doubles with a point (`5.0`). Fields that were unknown when the value was read are written as they were.
 */
export function toJson<T extends object>(struct: StructDescriptor<T>, value: T, options: WritingOptions = {}): string {
  return structText(struct, value, { style: canonicalStyle, unknown: true, fork: options.fork ?? 'zipline' }, '');
}

export interface WritingOptions {
  /** Whose numbers are written; ours are zipline's. Throws INVALID_ARGUMENT for an operation that the fork does not have. */
  readonly fork?: Fork;
  /** What was written before with equal options. Not given: nothing. */
  readonly known?: WrittenTexts;
}

/**
 * The texts of structs that stand in others, by the value: what many values hold in common is written once. A value must not change after it was written,
 * nor stand for two structs.
 */
export type WrittenTexts = WeakMap<object, { readonly margin: string; readonly text: string }>;

/**
 * The canonical text without unknown fields, which digests are taken of: what we do not understand cannot change what we compute, and
 * the existing system's digests leave it out too.
 */
export function toDigestedJson<T extends object>(
  struct: StructDescriptor<T>,
  value: T,
  style = canonicalStyle,
): string {
  return structText(struct, value, { style, unknown: false, fork: 'zipline' }, '');
}

/** The text of a compiled file: the same values, two spaces a level, no newline at the end. */
export function toPrettyJson<T extends object>(
  struct: StructDescriptor<T>,
  value: T,
  options: WritingOptions = {},
): string {
  const { fork = 'zipline', known } = options;
  return structText(struct, value, { style: compiledStyle, unknown: true, fork, ...(known && { known }) }, '');
}

interface Writing {
  readonly style: JsonStyle;
  readonly unknown: boolean;
  readonly fork: Fork;
  readonly known?: WrittenTexts;
}

function structText(struct: StructDescriptor<unknown>, value: object, writing: Writing, margin: string): string {
  // Generated types have exactly the fields of their descriptor, so a value can be asked for them by name.
  const fields = value as Readonly<Record<string, unknown>>;
  const entries: Entry[] = [];
  const inner = deeper(writing, margin);
  for (const field of struct.fields) {
    const content = fields[field.name];
    if (content !== undefined) entries.push([field.name, typeText(field.type, content, writing, inner)]);
  }
  if (writing.unknown) {
    for (const [name, content] of Object.entries(unknownFieldsOf(value))) {
      // A field that was null when it was read may have been set since.
      const isSet = Object.hasOwn(value, name) && fields[name] !== undefined;
      if (!isSet) entries.push([name, unknownText(content, writing, inner)]);
    }
  }
  return objectText(entries, writing, margin);
}

/** `value` has the type that `type` describes, because its struct's generated type says so. */
function typeText(type: TypeDescriptor, value: unknown, writing: Writing, margin: string): string {
  switch (type.kind) {
    case 'bool':
      return value === true ? '1' : '0';
    case 'byte':
    case 'i16':
    case 'i32':
    case 'i64':
      return String(value);
    case 'enum':
      return String(numberIn(writing.fork, type.enum.name, Number(value)));
    case 'double':
      return writing.style.double(Number(value));
    case 'string':
      return writing.style.string(String(value));
    case 'bytes': {
      const signed = Array.from(value as Uint8Array, (byte) => String((byte << 24) >> 24));
      return arrayText(signed, writing, margin);
    }
    case 'list': {
      const inner = deeper(writing, margin);
      const elements = (value as readonly unknown[]).map((element) => typeText(type.element, element, writing, inner));
      return arrayText(elements, writing, margin);
    }
    case 'map': {
      const inner = deeper(writing, margin);
      const entries = Object.entries(value as Readonly<Record<string, unknown>>);
      return objectText(
        entries.map(([key, content]) => [key, typeText(type.value, content, writing, inner)]),
        writing,
        margin,
      );
    }
    case 'struct':
      return innerText(type.struct(), value as object, writing, margin);
  }
}

function innerText(struct: StructDescriptor<unknown>, value: object, writing: Writing, margin: string): string {
  const { known } = writing;
  if (known === undefined) return structText(struct, value, writing, margin);
  const before = known.get(value);
  if (before?.margin === margin) return before.text;
  const text = structText(struct, value, writing, margin);
  known.set(value, { margin, text });
  return text;
}

function unknownText(value: JsonValue, writing: Writing, margin: string): string {
  if (typeof value === 'string') return writing.style.string(value);
  if (typeof value === 'number') return numberText(value);
  if (typeof value !== 'object' || value === null) return String(value);
  const inner = deeper(writing, margin);
  if (Array.isArray(value))
    return arrayText(
      value.map((element) => unknownText(element, writing, inner)),
      writing,
      margin,
    );
  return objectText(
    Object.entries(value).map(([name, content]) => [name, unknownText(content, writing, inner)]),
    writing,
    margin,
  );
}

/** A number as any reader of JSON takes it for the same one; what is beyond a double was read as infinite. */
function numberText(value: number): string {
  if (Object.is(value, -0)) return '-0';
  return Number.isFinite(value) ? String(value) : `${value < 0 ? '-' : ''}1e999`;
}

type Entry = readonly [name: string, text: string];

function objectText(entries: readonly Entry[], writing: Writing, margin: string): string {
  // Comparing strings with < compares their UTF-16 code units, which is the order wanted here.
  const sorted = [...entries].sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0));
  const colon = writing.style.indent === null ? ':' : ': ';
  return enclosed(
    '{',
    sorted.map(([name, text]) => `${writing.style.string(name)}${colon}${text}`),
    '}',
    writing,
    margin,
  );
}

function arrayText(elements: readonly string[], writing: Writing, margin: string): string {
  return enclosed('[', elements, ']', writing, margin);
}

function enclosed(open: string, parts: readonly string[], close: string, writing: Writing, margin: string): string {
  if (writing.style.indent === null || parts.length === 0) return `${open}${parts.join(',')}${close}`;
  const inner = deeper(writing, margin);
  return `${open}\n${inner}${parts.join(`,\n${inner}`)}\n${margin}${close}`;
}

function deeper(writing: Writing, margin: string): string {
  return margin + ' '.repeat(writing.style.indent ?? 0);
}
