import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryStruct, everyStruct } from '../arbitrary.fixture.ts';
import type { StructDescriptor } from '../descriptor.ts';
import {
  derivationStruct,
  type ExecutionInfo,
  executionInfoStruct,
  type GroupBy,
  groupByStruct,
  joinStruct,
  type MetaData,
  metaDataStruct,
  sourceStruct,
  type TileSummary,
  tileSummaryStruct,
  windowStruct,
} from '../generated/index.ts';
import { fromBinary, fromCompact, toBinary, toCompact } from './index.ts';

const protocols = [
  { name: 'compact', to: toCompact, from: fromCompact },
  { name: 'binary', to: toBinary, from: fromBinary },
] as const;

describe.each(protocols)('$name', ({ name, to, from }) => {
  test.each(everyStruct)('$name is read as it was written, every value of it', (struct) => {
    fc.assert(
      fc.property(arbitraryStruct(struct, { isBinary: true }), (value) => {
        expect(from(struct, to(struct, value))).toEqual(value);
      }),
      { numRuns: 20 },
    );
  });

  test('doubles keep each of their bits', () => {
    const doubles = [0, -0, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 5e-324, 2 ** -1021];
    const { percentiles = [] } = from(tileSummaryStruct, to(tileSummaryStruct, { percentiles: doubles }));
    expect(percentiles.map((each) => Object.is(each, -0) || each)).toEqual([0, true, ...doubles.slice(2)]);
  });

  test('longs keep each of their bits', () => {
    const edges = [0n, 63n, 64n, 2n ** 31n, 2n ** 48n, 2n ** 49n, 2n ** 52n, 2n ** 53n, 2n ** 63n - 1n];
    for (const edge of edges.flatMap((each) => [each - 1n, each, -each, -each - 1n])) {
      const info: ExecutionInfo = { healthCheckIntervalMillis: edge };
      expect(BigInt(from(executionInfoStruct, to(executionInfoStruct, info)).healthCheckIntervalMillis ?? '')).toBe(
        edge,
      );
    }
  });

  test('fields that the descriptor does not have are skipped, whatever their type', () => {
    const metaData: MetaData = {
      online: true,
      samplePercent: 5,
      columnTags: { a: { b: 'c' }, d: {} },
      executionInfo: { tableDependencies: [{ isSoftNodeDependency: true }], stepDays: 3, kvPollIntervalMillis: -9 },
    };
    const wire = to(metaDataStruct, { ...metaData, name: 'n', team: 'e' });
    expect(from(derivationStruct, wire)).toEqual({ name: 'n', expression: 'e' });
  });

  test('a value cut short anywhere is refused', () => {
    const summary: TileSummary = { percentiles: [1], histogram: { a: 1, b: 2n ** 60n }, count: 300, nullCount: -5 };
    const groupBy: GroupBy = {
      metaData: { name: 'n', online: true, executionInfo: { stepDays: 300 } },
      aggregations: [{ operation: 20, windows: [{ length: 7, timeUnit: 1 }] }],
    };
    for (const [struct, bytes] of [
      [tileSummaryStruct, to(tileSummaryStruct, summary)],
      [groupByStruct, to(groupByStruct, groupBy)],
    ] as const) {
      for (let length = 0; length < bytes.length; length++) {
        expect(() => from(struct as StructDescriptor<object>, bytes.subarray(0, length))).toThrow(
          /^These bytes are not .* Thrift/,
        );
      }
    }
  });

  test('bytes that are no value are refused with a sentence, and never crash', () => {
    const sentence = new RegExp(`^IsochronError: These bytes are not ${name} Thrift: at byte \\d+, .+\\.$`);
    fc.assert(
      fc.property(fc.constantFrom(...everyStruct), fc.uint8Array({ maxLength: 60 }), (struct, noise) => {
        try {
          from(struct, noise);
        } catch (error) {
          expect(String(error)).toMatch(sentence);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('bytes with one of them changed are read or refused, and never crash', () => {
    fc.assert(
      fc.property(arbitraryStruct(joinStruct, { isBinary: true }), fc.nat(), fc.nat(255), (join, where, byte) => {
        const bytes = to(joinStruct, join);
        bytes[where % bytes.length] = byte;
        try {
          from(joinStruct, bytes);
        } catch (error) {
          expect(String(error)).toMatch(/^IsochronError: These bytes are not/);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('sources and joins in one another are read 64 levels deep, and no deeper', () => {
    const nested = (levels: number): object =>
      levels === 0 ? { events: { table: 't' } } : { joinSource: { join: { left: nested(levels - 1) } } };
    expect(from(sourceStruct, to<object>(sourceStruct, nested(20)))).toEqual(nested(20));
    expect(() => from(sourceStruct, to<object>(sourceStruct, nested(30)))).toThrow('nest deeper than 64 levels');
    expect(() => from(derivationStruct, to<object>(sourceStruct, nested(30)))).toThrow('nest deeper than 64 levels');
  });

  test('an integer that its type does not hold is not written', () => {
    expect(() => to(windowStruct, { length: 2 ** 31, timeUnit: 1 })).toThrow('Window.length is 2147483648');
    expect(() => to(windowStruct, { length: 0.5, timeUnit: 1 })).toThrow('Window.length is 0.5, which is not an i32');
    expect(() => to(tileSummaryStruct, { histogram: { a: 2n ** 63n } })).toThrow('TileSummary.histogram');
  });

  test('half a surrogate pair becomes U+FFFD', () => {
    expect(from(derivationStruct, to(derivationStruct, { name: 'a\ud800b' }))).toEqual({ name: 'a\ufffdb' });
  });
});
