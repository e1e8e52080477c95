import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryStruct, everyStruct } from './arbitrary.fixture.ts';
import type { StructDescriptor, TypeDescriptor } from './descriptor.ts';
import { md5Digest } from './digest.ts';
import { queryStruct } from './generated/index.ts';
import { isJsonObject, type JsonObject, type JsonValue, parseJson } from './json-value.ts';
import { fromJson, readJson } from './read-json.ts';
import { toJson, toPrettyJson } from './write-json.ts';

/** Fields of a newer version: any names, any JSON. */
const newer = fc.array(
  fc.dictionary(
    fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('__proto__', 'constructor', 'toString', 'newer', '')),
    fc.jsonValue().map((value) => parseJson(JSON.stringify(value))),
    { maxKeys: 3 },
  ),
  { minLength: 1, maxLength: 7 },
);

test.each(everyStruct)('$name keeps fields that it does not have, wherever they stand', (struct) => {
  fc.assert(
    fc.property(arbitraryStruct(struct, { isBinary: false }), newer, (value, extras) => {
      const plain = parseJson(toJson(struct, value));
      const extended = new Extension(extras);
      const json = extended.struct(struct, plain);
      const reading = fromJson(struct, json, { fork: 'zipline' });
      if (reading.kind === 'refused') throw new Error(JSON.stringify(reading.problems));
      expect(parseJson(toJson(struct, reading.value))).toEqual(json);
      expect(parseJson(toPrettyJson(struct, reading.value))).toEqual(json);
      expect(reading.unknownFields).toHaveLength(extended.count);
      expect(md5Digest(struct, reading.value)).toBe(md5Digest(struct, value));
    }),
    { numRuns: 10 },
  );
});

/** Puts the next of the extra fields into each struct that it meets. */
class Extension {
  count = 0;
  readonly #extras: readonly JsonObject[];
  #structs = 0;

  constructor(extras: readonly JsonObject[]) {
    this.#extras = extras;
  }

  struct(struct: StructDescriptor<unknown>, json: JsonValue): JsonValue {
    if (!isJsonObject(json)) throw new TypeError(`${struct.name} is an object`);
    const fields = struct.fields.filter(({ name }) => Object.hasOwn(json, name));
    const known = fields.map(({ name, type }) => [name, this.#type(type, json[name] ?? null)] as const);
    const next = this.#extras[this.#structs++ % this.#extras.length] ?? {};
    const extra = Object.entries(next).filter(([name]) => struct.fields.every((field) => field.name !== name));
    this.count += extra.length;
    return Object.fromEntries([...extra, ...known]);
  }

  #type(type: TypeDescriptor, json: JsonValue): JsonValue {
    switch (type.kind) {
      case 'struct':
        return this.struct(type.struct(), json);
      case 'list':
        return (json as readonly JsonValue[]).map((element) => this.#type(type.element, element));
      case 'map':
        return Object.fromEntries(
          Object.entries(json as JsonObject).map(([key, content]) => [key, this.#type(type.value, content)]),
        );
      default:
        return json;
    }
  }
}

test('numbers of unknown fields stay what they are', () => {
  const text = '{"newer":[-0,9007199254740993,1e-7,123456789012345680000,1e999,-1e999]}';
  const reading = readJson(queryStruct, text);
  expect(reading.kind === 'read' && toJson(queryStruct, reading.value)).toBe(
    '{"newer":[-0,9007199254740993,1e-7,123456789012345680000,1e999,-1e999]}',
  );
});
