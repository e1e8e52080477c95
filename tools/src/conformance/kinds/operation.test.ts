import { describe, expect, test } from 'vitest';
import { sumCase } from '../case-folder.fixture.ts';
import { departureOf, values } from '../departures/index.ts';
import { operation } from './operation.ts';

const passes = { kind: 'passed', departures: [] };

/** The state with one row less: the sum of all but the last. */
const withoutLast = { ...sumCase, mode: 'delete', deleted: [3], value: 3, irHex: '0206' };

const bucketed = {
  ...sumCase,
  mode: 'bucket',
  column: 'v_sum_by_b',
  rows: [
    [1000, 1, 'a'],
    [2000, 2, 'b'],
    [3000, 4, 'a'],
    [4000, 8, null],
  ],
  irType: 'map_string_long',
  outputType: 'map_string_long',
  value: {
    $map: [
      ['a', 5],
      ['b', 2],
    ],
  },
  irSchema: undefined,
  irHex: undefined,
};

/** Two events of one instant, of which the existing system keeps the one that came first. */
const tied = {
  ...sumCase,
  op: 'LAST',
  column: 'v_last',
  rows: [
    [1000, 5],
    [1000, 7],
  ],
  irType: 'struct_TimePair_long',
  value: 5,
  irHex: undefined,
};

describe('an operation', () => {
  test.each(['fold', 'merge', 'roundtrip'])('folded by %s', (mode) => {
    expect(operation({ ...sumCase, mode })).toEqual(passes);
    expect(operation({ ...sumCase, mode, value: 8 }).kind).toBe('failed');
  });

  test('with rows taken back', () => {
    expect(operation(withoutLast)).toEqual(passes);
    expect(operation({ ...withoutLast, value: 7 }).kind).toBe('failed');
    const single = { ...sumCase, mode: 'delete', rows: [[1000, 9]], value: -9, irHex: '0211' };
    expect(operation(single)).toEqual(passes);
  });

  test('in buckets', () => {
    const { irSchema: _schema, irHex: _hex, ...withoutIr } = bucketed;
    expect(operation(withoutIr)).toEqual(passes);
    expect(operation({ ...withoutIr, value: { $map: [['a', 5]] } }).kind).toBe('failed');
  });

  test('has the name, the types and the IR of the existing system', () => {
    expect(operation({ ...sumCase, column: 'v_total' })).toMatchObject({ kind: 'failed', actual: 'column v_sum' });
    expect(operation({ ...sumCase, outputType: 'int' })).toMatchObject({ kind: 'failed', actual: 'output type long' });
    expect(operation({ ...sumCase, irType: 'double' })).toMatchObject({ kind: 'failed', actual: 'IR type long' });
    expect(operation({ ...sumCase, irHex: '0210' })).toMatchObject({ kind: 'failed' });
  });

  test('is an error where our answer is one, or the value of the oracle', () => {
    const rows = [
      [1000, { $long: '9223372036854775807' }],
      [2000, 1],
    ];
    const overflow = {
      ...sumCase,
      rows,
      value: { $long: '-9223372036854775808' },
      differs: 'no wrapping',
      ours: 'ERROR',
    };
    expect(operation(overflow)).toEqual({ kind: 'passed', departures: [departureOf('no wrapping')] });
    expect(operation({ ...sumCase, differs: 'no wrapping', ours: 'ERROR', value: 8 }).kind).toBe('passed');
  });

  test('passes with the value of the oracle where the existing system fails, and with a refusal', () => {
    const { value: _value, irHex: _hex, ...rest } = sumCase;
    const error = { class: 'ClassCastException', message: 'no' };
    expect(operation({ ...rest, error })).toMatchObject({
      kind: 'passed',
      departures: [values.failsThere],
    });
    expect(operation({ ...rest, inputType: 'string', rows: [], error })).toEqual(passes);
    expect(operation({ ...sumCase, inputType: 'string', rows: [] })).toMatchObject({ kind: 'failed' });
  });

  test('may answer otherwise where events of one instant differ, but only as the oracle does', () => {
    const { irHex: _hex, ...rest } = tied;
    expect(operation(rest)).toMatchObject({
      kind: 'passed',
      departures: [values.ties],
    });
    const rows = [
      [1000, 5],
      [1001, 7],
    ];
    expect(operation({ ...rest, rows }).kind).toBe('failed');
  });
});
