import { type StructDescriptor, tileKeyStruct, toBinary, toCompact } from '@isochron/thrift';
import { expect, test } from 'vitest';
import type { Answer, ThriftOracle } from '../../../oracle/thrift/src/index.ts';
import { compare } from './compare.ts';
import { plainStruct } from './plain.ts';

const key = { dataset: 'X', tileSizeMillis: 300_000 };
const right: Answer = { kind: 'answer', bytes: toCompact(tileKeyStruct, key), value: plainStruct(tileKeyStruct, key) };

/** An oracle that always answers the same. */
const saying = (answer: Answer): ThriftOracle => ({
  ask: async (_struct, _protocol, cases) => cases.map(() => answer),
  stop: async () => undefined,
});

// The struct's type is only about its values, and the value here is one of it.
const struct = tileKeyStruct as StructDescriptor<object>;

const faultsOf = async (answer: Answer) => (await compare(saying(answer), struct, 'compact', [key])).faults;

test('equal bytes and values are no fault, and bytes are counted', async () => {
  expect(await compare(saying(right), struct, 'compact', Array(201).fill(key))).toEqual({
    byteCount: 201 * right.bytes.length,
    faults: [],
  });
});

test('other bytes, another value read and a failure are faults', async () => {
  expect(await faultsOf({ ...right, bytes: toBinary(tileKeyStruct, key) })).toEqual([
    expect.stringMatching(/^the oracle wrote 0b.*, we wrote 18.*; the value is \{"dataset":"X"/),
  ]);
  expect(await faultsOf({ ...right, value: { dataset: 'Y' } })).toEqual([
    expect.stringContaining('the oracle read {"dataset":"Y"} from 18'),
  ]);
  expect(await faultsOf({ kind: 'error', message: 'EOFError: ' })).toEqual([
    expect.stringContaining('the oracle failed: EOFError'),
  ]);
});
