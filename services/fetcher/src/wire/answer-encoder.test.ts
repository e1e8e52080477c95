import { FetchResponse, type Value as ValueMessage } from '@isochron/rpc/fetcher';
import {
  binaryType,
  booleanType,
  type DataType,
  type Decimal,
  dateType,
  decimalText,
  decimalType,
  doubleType,
  type Field,
  IsochronError,
  listType,
  longType,
  stringType,
  structType,
  type Value,
} from '@isochron/schema';
import { Status } from '@isochron/serving';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AnswerEncoder } from './answer-encoder.ts';
import { answerSchemaOf, type BlockName, blockOf, blocks } from './answer-schema.ts';
import { arbitrarySample, fetchedOf, type Sample } from './fetched.fixture.ts';
import { dateText } from './value-encoder.ts';

const encoderOf = (fields: readonly Field[]): AnswerEncoder => new AnswerEncoder(answerSchemaOf(fields));

/** A value of a block, as the generated code reads it; without one what protobuf has for nothing. */
function flat(block: BlockName, type: DataType, value: Value): unknown {
  switch (block) {
    case 'doubles':
      return value ?? 0;
    case 'longs':
      return String(value ?? 0);
    case 'bools':
      return value ?? false;
    case 'blobs':
      return Buffer.from((value as Uint8Array | null) ?? []);
    case 'strings':
      return value === null ? '' : textOf(type, value);
    case 'values':
      return nested(type, value);
  }
}

const textOf = ({ kind }: DataType, value: Value): string => {
  if (kind === 'date') return dateText(value as number);
  return kind === 'decimal' ? decimalText(value as Decimal) : (value as string);
};

/** A message `Value`, by the meaning that `fetcher.proto` gives it. */
function nested(type: DataType, value: Value): ValueMessage {
  if (value === null) return { kind: undefined };
  switch (type.kind) {
    case 'list':
      return kind('list', { items: (value as readonly Value[]).map((each) => nested(type.element, each)) });
    case 'map': {
      const entries = [...(value as ReadonlyMap<Value, Value>)];
      const keys = entries.map(([key]) => nested(type.key, key));
      return kind('map', { keys, values: entries.map(([, each]) => nested(type.value, each)) });
    }
    case 'struct': {
      const struct = value as { readonly [name: string]: Value };
      return kind('struct', { fields: type.fields.map(({ name, type: own }) => nested(own, struct[name] ?? null)) });
    }
    default: {
      const names = { doubles: 'double', longs: 'long', strings: 'string', bools: 'bool', blobs: 'blob', values: '' };
      const block = blockOf(type);
      return kind(names[block], flat(block, type, value));
    }
  }
}

const kind = (name: string, value: unknown): ValueMessage => ({ kind: { $case: name, value } }) as ValueMessage;

/** The answer by the generated types. */
function messageOf({ fields, values, statuses, agesMs }: Sample, hash: string, named: boolean): unknown {
  const message: Record<string, unknown> = { schemaHash: hash, rows: values.length, atMs: 1_705_276_800_000 };
  for (const block of blocks) {
    const own = fields.flatMap(({ type }, at) => (blockOf(type) === block ? [at] : []));
    if (own.length === 0) continue;
    message[block] = {
      values: values.flatMap((row) => own.map((at) => flat(block, (fields[at] as Field).type, row[at] ?? null))),
      statuses: Buffer.from(statuses.flatMap((row) => own.map((at) => row[at] ?? 0))),
      names: named ? own.map((at) => fields[at]?.name) : [],
    };
  }
  const ages = agesMs.map((age) => (Number.isNaN(age) ? -1 : age));
  message['parts'] = [
    {
      name: 'part',
      generation: 7,
      batchEndMs: -1,
      agesMs: new Set(ages).size === 1 ? ages.slice(0, 1) : ages,
      fault: { code: 'DATA_LOSS', message: 'A row is damaged: \u{1f600}.' },
    },
  ];
  return message;
}

test('answers of any types are what the generated code reads', () => {
  fc.assert(
    fc.property(arbitrarySample, fc.boolean(), (sample, named) => {
      const encoder = encoderOf(sample.fields);
      const read = FetchResponse.decode(encoder.encode(fetchedOf(sample), named));
      expect(read).toEqual(messageOf(sample, encoder.schema.hash, named));
    }),
    { numRuns: 100 },
  );
});

test('lengths at which a varint grows are written right, in blocks, texts and lists', () => {
  for (const length of [0, 1, 126, 127, 128, 129, 16_382, 16_383, 16_384, 16_385, 2_097_151, 2_097_152]) {
    const fields = [
      { name: 'text', type: stringType },
      { name: 'blob', type: binaryType },
      { name: 'list', type: listType(booleanType) },
    ];
    const values = [
      ['x'.repeat(length), new Uint8Array(length).fill(3), Array<Value>(Math.min(length, 20_000)).fill(true)],
    ];
    const sample = { fields, values, statuses: [[1, 1, 1]], agesMs: [5] };
    const encoder = encoderOf(fields);
    const read = FetchResponse.decode(encoder.encode(fetchedOf(sample), true));
    expect(read.strings?.values[0]?.length).toBe(length);
    expect(Buffer.from(read.blobs?.values[0] ?? []).equals(Buffer.alloc(length, 3))).toBe(true);
    const list = read.values?.values[0]?.kind;
    expect(list?.$case === 'list' && list.value.items.length).toBe(Math.min(length, 20_000));
  }
});

test('an answer that cannot be written leaves nothing behind for the next', () => {
  const fields = [{ name: 'day', type: stringType }];
  const broken = fetchedOf({ fields, values: [['x']], statuses: [[Status.PRESENT]], agesMs: [0] });
  const [vector] = broken.vectors;
  if (vector?.kind === 'values') vector.data[0] = 5;
  const encoder = encoderOf(fields);
  const whole = fetchedOf({ fields, values: [['whole']], statuses: [[Status.PRESENT]], agesMs: [0] });
  const before = encoder.encode(whole, true);
  expect(() => encoder.encode(broken, true)).toThrow();
  expect(encoder.encode(whole, true).equals(before)).toBe(true);
});

test('what failed of derivations is told', () => {
  const fields = [{ name: 'a', type: doubleType }];
  const fetched = fetchedOf({ fields, values: [[1]], statuses: [[1]], agesMs: [0] });
  fetched.derivationError = new IsochronError('INVALID_ARGUMENT', 'no.');
  const { derivationFault } = FetchResponse.decode(encoderOf(fields).encode(fetched, false));
  expect(derivationFault).toEqual({ code: 'INVALID_ARGUMENT', message: 'no.' });
});

test('the hash of a schema tells apart whatever reads an answer otherwise', () => {
  const point = (...names: readonly string[]) =>
    structType(
      'Point',
      names.map((name) => ({ name, type: longType })),
    );
  const types: readonly DataType[] = [
    ...[longType, doubleType, dateType, decimalType(10, 2), decimalType(10, 3)],
    ...[point('x', 'y'), point('y', 'x'), point('x'), structType('Point', [{ name: 'x', type: doubleType }])],
    ...[listType(point('x')), listType(point('y')), listType(longType)],
  ];
  const hashes = types.map((type) => answerSchemaOf([{ name: 'a', type }]).hash);
  expect(new Set(hashes).size).toBe(types.length);
  expect(answerSchemaOf([{ name: 'b', type: longType }]).hash).not.toBe(hashes[0]);
  expect(answerSchemaOf([{ name: 'a', type: longType }]).hash).toBe(hashes[0]);
});
