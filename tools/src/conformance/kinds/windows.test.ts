import { batchIrType } from '@isochron/aggregation';
import { avroSchemaOf, codecOf } from '@isochron/avro';
import { describe, expect, test } from 'vitest';
import { hexBytes } from '../cell.ts';
import { departureOf, windows } from '../departures/index.ts';
import { batchHalf } from '../kernel/lambda-answers.ts';
import { windowCaseOf } from '../kernel/window-features.ts';
import { lambda } from './lambda.ts';
import { snapshot } from './snapshot.ts';
import { temporal } from './temporal.ts';

/** 2024-02-20 00:00. */
const E = 1_708_387_200_000;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** One event the evening before, two in the first hour of the day. */
const events = {
  op: 'SUM',
  input: 'amount',
  args: {},
  columns: ['amount_sum_1h', 'amount_sum_1d', 'amount_sum'],
  windows: ['1h', '1d', 'unwindowed'],
  rows: [
    [E + 10 * MINUTE, 2, 0.5, 'a'],
    [E - 2 * HOUR, 1, null, 'b'],
    [E + 20 * MINUTE, 4, 1.5, null],
  ],
};

const exact = {
  ...events,
  queries: [E + 20 * MINUTE, E + 20 * MINUTE + 1],
  values: [
    [2, 3, 3],
    [6, 7, 7],
  ],
  semantics: 'same',
};

const served = { ...exact, batchEnd: E, tileMillis: 5 * MINUTE, tiled: 'same', isolated: 'same' };

/** The same with the second cell of the first query wrong. */
const spoilt = {
  values: [
    [2, 4, 3],
    [6, 7, 7],
  ],
};

describe('windows', () => {
  test('are exact at the head offline, which is exclusive', () => {
    expect(temporal(exact)).toEqual({ kind: 'passed', departures: [] });
    expect(temporal({ ...exact, ...spoilt })).toEqual({
      kind: 'failed',
      expected: `temporal amount_sum_1d at ${E + 20 * MINUTE}: 4`,
      actual: '3',
    });
  });

  test('are ours where a case gives them, by the rules that it names', () => {
    const inclusive = {
      values: [
        [6, 7, 7],
        [6, 7, 7],
      ],
      semantics: exact.values,
      differs: [{ rule: 'exclusive', cells: [[0, 0]] }],
    };
    expect(temporal({ ...exact, ...inclusive })).toEqual({ kind: 'passed', departures: [departureOf('exclusive')] });
  });

  test('of whole days are asked for at midnights', () => {
    const days = {
      ...events,
      columns: ['amount_sum_1d'],
      windows: ['1d'],
      queries: [E, E + 24 * HOUR],
      values: [[1], [6]],
    };
    expect(snapshot(days).kind).toBe('passed');
    expect(snapshot({ ...days, values: [[1], [7]] }).kind).toBe('failed');
  });

  test('are the same from a batch half with events, with tiles, and alone', () => {
    expect(lambda(served)).toEqual({ kind: 'passed', departures: [] });
    expect(lambda({ ...served, ...spoilt })).toMatchObject({ kind: 'failed', actual: '3' });
    const anything = { semantics: [[{ $any: true }, 3, 3], exact.values[1] ?? []] };
    expect(lambda({ ...served, ...anything })).toMatchObject({
      kind: 'passed',
      departures: [windows.untrimmed],
    });
  });

  test('have the batch half that the case has bytes of', () => {
    const { features, schema, rows } = windowCaseOf(served, 'TEMPORAL');
    const type = batchIrType(features);
    const schemaJson = JSON.parse(JSON.stringify(avroSchemaOf(type, 'IR')));
    const half = batchHalf(
      features,
      schema,
      rows.filter(({ ts }) => ts < E),
      E,
    );
    const hex = (value: typeof half) => Buffer.from(codecOf(type).encode(value)).toString('hex');
    const withBytes = { ...served, batchIrSchema: schemaJson, batchIrHex: hex(half) };
    expect(lambda(withBytes).kind).toBe('passed');
    const one = batchHalf(
      features,
      schema,
      rows.filter(({ ts }) => ts < E).map((row) => ({ ...row, ts: row.ts - 1 })),
      E,
    );
    expect(hexBytes(hex(one))).not.toEqual(hexBytes(hex(half)));
    expect(lambda({ ...withBytes, batchIrHex: hex(one) })).toMatchObject({
      kind: 'failed',
      expected: expect.stringContaining('batch IR'),
    });
  });
});
