import type { EncodedIr, States } from '@isochron/aggregation';
import { AvroOutput } from '@isochron/avro';
import type { Value } from '@isochron/schema';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AvroNode, AvroShape } from './avro-node.ts';
import { columnsDecoder } from './columns-decoder.ts';
import { Cursor } from './cursor.ts';
import { Texts } from './texts.ts';
import { readerOf } from './value-reader.ts';

/** A value of a shape, and its bytes: lists and maps in blocks of any size, some of which say how many bytes they have. */
interface Written {
  readonly value: Value;
  readonly write: (output: AvroOutput) => void;
}

type Shaped = (shape: AvroShape) => fc.Arbitrary<Written>;

const plain = <T extends Value>(values: fc.Arbitrary<T>, write: (output: AvroOutput, value: T) => void) =>
  values.map((value): Written => ({ value, write: (output) => write(output, value) }));

const shaped: Shaped = (shape) => {
  switch (shape.kind) {
    case 'boolean':
      return plain(fc.boolean(), (output, value) => output.byte(value ? 1 : 0));
    case 'int':
    case 'long':
      return plain(fc.oneof(fc.integer(), fc.maxSafeInteger(), fc.integer({ min: -70, max: 70 })), (output, value) =>
        output.long(value),
      );
    case 'float':
      return plain(fc.float({ noDefaultInfinity: true }), (output, value) => output.float(value));
    case 'double':
      return plain(fc.double(), (output, value) => output.double(value));
    case 'string':
      return plain(
        fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ minLength: 60, maxLength: 90 })),
        (output, value) => output.text(value.toWellFormed()),
      );
    case 'bytes':
      return plain(fc.uint8Array(), (output, value) => output.bytes(value));
    case 'decimal':
      throw new Error('decimals are bytes');
    case 'list':
    case 'entries':
      return blocks(noded(shape.items)).map(({ items, write }) => ({ value: items.map(({ value }) => value), write }));
    case 'map':
      return blocks(fc.tuple(shaped({ kind: 'string' }), noded(shape.values)).map(entryOf)).map(({ items, write }) => ({
        value: new Map(items.map(({ value }) => value as unknown as readonly [Value, Value])),
        write,
      }));
    case 'record':
      return fc.tuple(...shape.fields.map(({ node }) => noded(node))).map((fields) => ({
        value: Object.fromEntries(fields.map(({ value }, at) => [shape.fields[at]?.name ?? '', value])),
        write: (output) => {
          for (const field of fields) field.write(output);
        },
      }));
  }
};

const entryOf = ([key, value]: readonly [Written, Written]): Written => ({
  value: [key.value, value.value],
  write: (output) => {
    key.write(output);
    value.write(output);
  },
});

const noded = ({ shape, nullAt }: AvroNode): fc.Arbitrary<Written> => {
  if (nullAt === null) return shaped(shape);
  return fc.option(shaped(shape), { freq: 4 }).map((written) => ({
    value: written?.value ?? null,
    write: (output) => {
      output.byte(written === null ? 2 * nullAt : 2 - 2 * nullAt);
      written?.write(output);
    },
  }));
};

const blocks = (item: fc.Arbitrary<Written>) =>
  fc.array(fc.tuple(fc.array(item, { minLength: 1, maxLength: 5 }), fc.boolean()), { maxLength: 3 }).map((all) => ({
    items: all.flatMap(([items]) => items),
    write: (output: AvroOutput) => {
      for (const [items, isSized] of all) {
        output.long(isSized ? -items.length : items.length);
        const start = isSized ? output.begin() : 0;
        for (const each of items) each.write(output);
        if (isSized) output.end(start);
      }
      output.byte(0);
    },
  }));

const node = (shape: AvroShape, nullAt: AvroNode['nullAt'] = 0): AvroNode => ({ shape, nullAt });
const text = node({ kind: 'string' });
const pair = node({
  kind: 'record',
  fields: [
    { name: 'epochMillis', node: node({ kind: 'long' }, null), feature: null },
    { name: 'payload', node: node({ kind: 'string' }, 1), feature: null },
  ],
});
const odd = node({ kind: 'record', fields: [{ name: '__proto__', node: text, feature: null }] }, null);

const shapes: readonly (readonly [name: string, shape: AvroShape])[] = [
  ['texts', { kind: 'list', items: text }],
  ['doubles', { kind: 'list', items: node({ kind: 'double' }, null) }],
  ['longs', { kind: 'list', items: node({ kind: 'long' }, 1) }],
  ['booleans', { kind: 'list', items: node({ kind: 'boolean' }) }],
  ['floats', { kind: 'list', items: node({ kind: 'float' }) }],
  ['bytes', { kind: 'list', items: node({ kind: 'bytes' }, null) }],
  ['time pairs', { kind: 'list', items: pair }],
  ['records of odd names', { kind: 'list', items: odd }],
  ['lists of time pairs', { kind: 'list', items: node({ kind: 'list', items: pair }, null) }],
  ['a map of ints', { kind: 'map', values: node({ kind: 'int' }) }],
  ['a map of maps', { kind: 'map', values: node({ kind: 'map', values: text }) }],
  ['a map of time pairs', { kind: 'map', values: pair }],
];

/** The states that a decoder writes to: what it wrote of each slot, or where it said that it stands. */
class Recorded {
  readonly slots: ({ readonly ir: EncodedIr; readonly place: number } | null)[] = [];

  /** A decoder calls nothing else of states. */
  get states(): States {
    const calls: Pick<States, 'write' | 'writeEncoded'> = {
      write: (slot) => {
        this.slots[slot] = null;
      },
      writeEncoded: (slot, ir, place) => {
        this.slots[slot] = { ir, place };
      },
    };
    return calls as States;
  }

  values(): readonly Value[] {
    return this.slots.map((each) => each?.ir.value(each.place) ?? null);
  }

  items(isMap: boolean): readonly Value[] {
    return this.slots.map((each) => {
      if (each === null) return null;
      const items: Value[] = [];
      const map = new Map<Value, Value>();
      for (each.ir.open(each.place); each.ir.next(); ) {
        items.push(each.ir.item);
        map.set(each.ir.key, each.ir.item);
      }
      return isMap ? map : items;
    });
  }
}

/** Records of a column that is read, one that is passed over, and a number behind both. */
const recordsOf = (shape: AvroShape) =>
  fc.array(fc.tuple(noded(node(shape)), noded(node(shape)), fc.maxSafeInteger()), { minLength: 1, maxLength: 4 });

function bytesOf(records: readonly (readonly [Written, Written, number])[]): Uint8Array {
  const output = new AvroOutput();
  for (const [read, passed, number] of records) {
    read.write(output);
    passed.write(output);
    output.long(number);
  }
  return output.toBytes();
}

/** Of the first `length` bytes, behind which others may stand. */
function decoded(shape: AvroShape, bytes: Uint8Array, length: number, records: number) {
  const recorded = new Recorded();
  const fields = [
    { node: node(shape), into: { states: recorded.states, slot: null } },
    { node: node(shape), into: null },
    { node: node({ kind: 'long' }, null), into: 'time' as const },
  ];
  const cursor = new Cursor();
  cursor.start(bytes, 0, length);
  const startsMs = new Float64Array(records);
  columnsDecoder(fields, null, new Texts())(cursor, 0, records, startsMs);
  return { recorded, startsMs: [...startsMs], at: cursor.at };
}

test.each(shapes)('%s: passed over, and read where they stand', (_, shape) => {
  fc.assert(
    fc.property(recordsOf(shape), (records) => {
      const bytes = bytesOf(records);
      const { recorded, startsMs, at } = decoded(shape, bytes, bytes.length, records.length);
      expect(at).toBe(bytes.length);
      expect(startsMs).toEqual(records.map(([, , number]) => number));
      const values = records.map(([{ value }]) => value);
      expect(recorded.values()).toEqual(values);
      expect(recorded.items(shape.kind === 'map')).toEqual(values);
    }),
    { numRuns: 120 },
  );
});

test.each(shapes)('%s: refused where they are cut off, wherever that is, and whatever stands behind', (_, shape) => {
  fc.assert(
    fc.property(
      recordsOf(shape),
      fc.double({ min: 0, max: 1, maxExcluded: true }),
      fc.boolean(),
      (records, share, isBare) => {
        const bytes = bytesOf(records);
        const length = Math.floor(share * bytes.length);
        const given = isBare ? bytes.slice(0, length) : bytes;
        expect(() => decoded(shape, given, length, records.length)).toThrow();
      },
    ),
    { numRuns: 120 },
  );
});

test.each(shapes)('%s: with a byte changed as another reader tells them, or refused', (_, shape) => {
  const whole = readerOf(node(shape), new Texts());
  const plainly = (bytes: Uint8Array): Value | 'refused' => {
    const cursor = new Cursor();
    cursor.start(bytes, 0, bytes.length);
    try {
      const value = whole(cursor);
      return cursor.at === bytes.length ? value : 'refused';
    } catch {
      return 'refused';
    }
  };
  fc.assert(
    fc.property(noded(node(shape)), fc.nat(), fc.nat({ max: 255 }), (written, place, byte) => {
      const output = new AvroOutput();
      written.write(output);
      const bytes = output.toBytes();
      bytes[place % bytes.length] = byte;
      const expected = plainly(bytes);
      const recorded = new Recorded();
      const cursor = new Cursor();
      cursor.start(bytes, 0, bytes.length);
      const fields = [{ node: node(shape), into: { states: recorded.states, slot: null } }];
      try {
        columnsDecoder(fields, null, new Texts())(cursor, 0, 1, new Float64Array(1));
        if (cursor.at !== bytes.length) return;
        const items = recorded.items(shape.kind === 'map');
        expect(items).toEqual([expected]);
      } catch (thrown) {
        if (!isRefusal(thrown)) throw thrown;
      }
    }),
    { numRuns: 300 },
  );
});

test('a block whose items do not end where it says is refused, however much of it is asked for', () => {
  const shape: AvroShape = { kind: 'list', items: node({ kind: 'string' }, null) };
  const output = new AvroOutput();
  output.byte(2);
  output.long(-2);
  const start = output.begin();
  for (const each of ['ab', 'cdef']) output.text(each);
  output.end(start);
  output.byte(0);
  const bytes = output.toBytes();
  const place = bytes.indexOf(4, 3);
  // The second text begins a byte later, and is as long as the character that stood there says.
  bytes[place] = 6;
  bytes[place + 4] = 2;
  const recorded = new Recorded();
  const cursor = new Cursor();
  cursor.start(bytes, 0, bytes.length);
  const fields = [{ node: node(shape), into: { states: recorded.states, slot: null } }];
  columnsDecoder(fields, null, new Texts())(cursor, 0, 1, new Float64Array(1));
  const [{ ir, place: at } = fail()] = recorded.slots.filter((slot) => slot !== null);
  expect(() => ir.value(at)).toThrow(/a block does not end where it says/);
  ir.open(at);
  expect(ir.next()).toBe(true);
  expect(() => ir.next()).toThrow(/a block does not end where it says/);
});

function fail(): never {
  throw new Error('nothing was written');
}

/** DATA_LOSS, or a view that is read beyond its end, which who reads rows makes DATA_LOSS of. */
const isRefusal = (thrown: unknown): boolean =>
  thrown instanceof RangeError || (thrown instanceof Error && 'code' in thrown && thrown.code === 'DATA_LOSS');
