import { type Column, FetchGroupByRequest, FetchJoinRequest } from '@isochron/rpc/fetcher';
import {
  byteType,
  type DataType,
  type Decimal,
  dateType,
  decimalText,
  decimalType,
  doubleType,
  getValue,
  IsochronError,
  intType,
  listType,
  longType,
  stringType,
  type Value,
} from '@isochron/schema';
import { arbitraryType, arbitraryValue } from '@isochron/schema/arbitrary';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blockOf } from './answer-schema.ts';
import type { ProtobufReader } from './protobuf-reader.ts';
import { ColumnDecoder, decodeFetchGroupBy, decodeFetchJoin } from './request-decoder.ts';
import { dateText } from './value-encoder.ts';

const nothing: Column = { strings: [], longs: [], doubles: [], bools: [], blobs: [], nulls: [] };

/** A column as a caller with generated code makes it. */
function columnOf(type: DataType, values: readonly Value[]): Column {
  const nulls = values.flatMap((value, row) => (value === null ? [row] : []));
  switch (blockOf(type)) {
    case 'doubles':
      return { ...nothing, nulls, doubles: values.map((value) => Number(value ?? 0)) };
    case 'longs':
      return { ...nothing, nulls, longs: values.map((value) => String(value ?? 0)) };
    case 'bools':
      return { ...nothing, nulls, bools: values.map((value) => value === true) };
    case 'blobs':
      return { ...nothing, nulls, blobs: values.map((value) => Buffer.from((value as Uint8Array | null) ?? [])) };
    default:
      return { ...nothing, nulls, strings: values.map((value) => textOf(type, value)) };
  }
}

function textOf({ kind }: DataType, value: Value): string {
  // What stands in the place of a null does not count, but must be of its type.
  if (kind === 'date') return dateText((value as number | null) ?? 0);
  if (kind === 'decimal') return value === null ? '0' : decimalText(value as Decimal);
  return (value as string | null) ?? '';
}

const requestOf = (rows: number, column: Column, more: Partial<FetchJoinRequest> = {}): FetchJoinRequest => ({
  ...{ join: 'a/b.c__1', rows, keys: { key: column }, context: {}, atMs: undefined, features: [], schemaHash: '' },
  ...more,
});

const decoded = (type: DataType, rows: number, column: Column): readonly Value[] => {
  const { keys } = decodeFetchJoin(FetchJoinRequest.encode(requestOf(rows, column)).finish());
  const vector = new ColumnDecoder({ name: 'key', type }).decode(keys.get('key') as ProtobufReader, rows);
  return Array.from({ length: rows }, (_, row) => getValue(type, vector, row));
};

/** Dates that ISO text can tell. */
const isTellable = ({ kind }: DataType, value: Value): boolean =>
  kind !== 'date' || value === null || Math.abs(Number(value)) < 100_000_000;

const typedColumns = arbitraryType(0).chain((type) =>
  fc
    .array(
      arbitraryValue(type).filter((value) => isTellable(type, value)),
      { minLength: 1, maxLength: 6 },
    )
    .map((values) => ({ type, values })),
);

test('columns of any type that a request can have are read as they were written', () => {
  fc.assert(
    fc.property(typedColumns, ({ type, values }) => {
      expect(decoded(type, values.length, columnOf(type, values))).toEqual(values);
    }),
    { numRuns: 300 },
  );
});

test('all of a request is read: names, rows, instants before 1970, features, what is not known is passed over', () => {
  const column = { ...nothing, strings: ['x'] };
  const more = { context: { basket: { ...nothing, doubles: [1] } }, atMs: -5, features: ['b', 'a'], schemaHash: 'h' };
  const bytes = Buffer.from(FetchJoinRequest.encode(requestOf(1, column, more)).finish());
  const unknown = Buffer.from([
    0xa2, 0x06, 2, 1, 1, 0xa8, 0x06, 0x96, 0x01, 0xad, 0x06, 1, 2, 3, 4, 0xb1, 0x06, 1, 2, 3, 4, 5, 6, 7, 8,
  ]);
  for (const request of [decodeFetchJoin(bytes), decodeFetchJoin(Buffer.concat([unknown, bytes, unknown]))]) {
    expect(request).toMatchObject({ name: 'a/b.c__1', rows: 1, atMs: -5, features: ['b', 'a'], schemaHash: 'h' });
    expect([[...request.keys.keys()], [...request.context.keys()]]).toEqual([['key'], ['basket']]);
  }
  const { join: groupBy, context: _, ...rest } = requestOf(1, column, more);
  const asked = decodeFetchGroupBy(FetchGroupByRequest.encode({ ...rest, groupBy }).finish());
  expect(asked).toMatchObject({ name: 'a/b.c__1', rows: 1, atMs: -5, features: ['b', 'a'], schemaHash: 'h' });
});

test('one value stands for all rows', () => {
  expect(decoded(longType, 3, { ...nothing, longs: ['-9223372036854775808'] })).toEqual(Array(3).fill(-(2n ** 63n)));
  expect(decoded(stringType, 2, { ...nothing, strings: ['a'], nulls: [1] })).toEqual(['a', null]);
  expect(decoded(stringType, 2, { ...nothing, nulls: [0, 1] })).toEqual([null, null]);
});

test.each<[string, DataType, number, Column, RegExp]>([
  ['fewer values than rows', longType, 3, { ...nothing, longs: ['1', '2'] }, /"key" has 2 values .* 3 rows/],
  ['more values than rows', longType, 1, { ...nothing, longs: ['1', '2'] }, /"key" has 2 values .* 1 rows/],
  ['no values', longType, 1, nothing, /"key" has 0 values/],
  ['values of another kind', doubleType, 1, { ...nothing, longs: ['1'] }, /"key" has values in longs.*double.*doubles/],
  ['a null of no row', longType, 1, { ...nothing, longs: ['1'], nulls: [1] }, /row 1 is null, and there are 1/],
  ['an int that is none', intType, 2, { ...nothing, longs: ['1', '2147483648'] }, /row 1: 2147483648 is not .* int/],
  ['a byte that is none', byteType, 1, { ...nothing, longs: ['-129'] }, /row 0: -129 is not .* byte/],
  ['a day that is none', dateType, 1, { ...nothing, strings: ['2024-02-30'] }, /row 0: "2024-02-30" is not .* date/],
  ['too many digits', decimalType(3, 1), 1, { ...nothing, strings: ['123.4'] }, /row 0: "123.4" is not .* decimal/],
  ['a list', listType(longType), 1, { ...nothing, longs: ['1'] }, /which a request cannot have/],
])('%s is refused, with the column and what is wrong', (_, type, rows, column, sentence) => {
  const outcome = () => decoded(type, rows, column);
  expect(outcome).toThrow(sentence);
  expect(outcome).toThrow(IsochronError);
});

test('numbers that are packed into fewer bytes than they take are refused', () => {
  // A double that is packed into 4 bytes; who does not look takes it for 8, and goes on with rows that are null, of which there are none.
  const column = Buffer.from([0x1a, 4, 0, 0, 0, 0, 0x32, 2, 0, 0, 0x32, 0]);
  const entry = Buffer.from([0x0a, 3, ...Buffer.from('key'), 0x12, column.length, ...column]);
  const { keys } = decodeFetchJoin(Buffer.from([0x10, 1, 0x1a, entry.length, ...entry]));
  const read = () => new ColumnDecoder({ name: 'key', type: doubleType }).decode(keys.get('key') as ProtobufReader, 1);
  expect(read).toThrow(IsochronError);
});

test('whatever bytes come, they are a request or INVALID_ARGUMENT', () => {
  const whole = Buffer.from(
    FetchJoinRequest.encode(
      requestOf(2, { ...nothing, strings: ['\u{1f600}', 'b'], nulls: [1] }, { atMs: 2 ** 52, features: ['a'] }),
    ).finish(),
  );
  const mutant = fc
    .array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 })
    .chain((changes) => fc.tuple(fc.constant(changes), fc.nat(whole.length)));
  fc.assert(
    fc.property(mutant, ([changes, length]) => {
      const bytes = Buffer.from(whole.subarray(0, Math.max(1, length)));
      for (const [at, byte] of changes) if (at < bytes.length) bytes[at] = byte;
      try {
        const { keys, rows } = decodeFetchJoin(bytes);
        for (const column of keys.values()) {
          new ColumnDecoder({ name: 'key', type: stringType }).decode(column, Math.min(rows, 10));
        }
      } catch (thrown) {
        expect(thrown).toMatchObject({ code: 'INVALID_ARGUMENT' });
      }
    }),
    { numRuns: 1_500 },
  );
});
