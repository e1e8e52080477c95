import { describe, expect, it } from 'vitest';
import { evaluate } from '../../run.fixture.ts';
import type { SqlValue } from '../../value.ts';

describe('arrays', () => {
  it.each<[string, SqlValue]>([
    ['ARRAY_LENGTH([1, NULL])', 2],
    ["ARRAY_CONCAT(['a'], [], [NULL, 'b'])", ['a', null, 'b']],
    ['ARRAY_CONCAT([1], CAST(NULL AS ARRAY<INT64>))', null],
    ["ARRAY_TO_STRING(['a', NULL, 'b'], '-')", 'a-b'],
    ["ARRAY_TO_STRING(['a', NULL, 'b'], '-', '?')", 'a-?-b'],
    ['ARRAY_SLICE([1, 2, 3, 4], -2, 9)', [3, 4]],
    ['ARRAY_SLICE([1, 2, 3, 4], -9, 1)', [1, 2]],
    ['ARRAY_SLICE([1, 2, 3, 4], 2, 1)', []],
    ['ARRAY_REMOVE_LAST_N([1, 2, 3], 2)', [1]],
    ['ARRAY_LAST_N([1, 2, 3], 2)', [2, 3]],
    ['ARRAY_IS_DISTINCT([1, NULL, NULL])', false],
    ["ARRAY_IS_DISTINCT([STRUCT('a', 'bc'), STRUCT('ab', 'c')])", true],
    ['ARRAY_MIN([3, NULL, 1])', 1],
    ['ARRAY_MAX(ARRAY<INT64>[NULL])', null],
    ['ARRAY_SUM([9223372036854775807, 1, -2])', 9223372036854775806n],
    ['ARRAY_SUM([1e16, 1.0, -1e16])', 1],
    ['ARRAY_AVG([1, 2, NULL])', 1.5],
    ['GENERATE_ARRAY(5, 1, -2)', [5, 3, 1]],
    ['GENERATE_ARRAY(0.0, 0.7, 0.1)', [0, 0.1, 0.2, 0.30000000000000004, 0.4, 0.5, 0.6000000000000001]],
    ['[1, 2][OFFSET(1)]', 2],
    ['[1, 2][ORDINAL(1)]', 1],
    ['[1, 2][SAFE_OFFSET(-1)]', null],
    ['[1, 2][SAFE_ORDINAL(0)]', null],
    ['[1, NULL] = [2, NULL]', false],
    ['[1, NULL] = [1, NULL]', null],
    ['1 IN UNNEST([2, NULL])', null],
  ])('%s', (text, value) => {
    expect(evaluate(text)).toEqual(value);
  });

  it.each([
    ['[1, 2][2]', 'array index 2 is out of bounds: the array has 2 elements'],
    ['ARRAY_FIRST(ARRAY<INT64>[])', 'ARRAY_FIRST of an empty array'],
    ['ARRAY_FIRST_N([1], -1)', 'the n of ARRAY_FIRST_N must not be negative: -1'],
    ['ARRAY_SUM([9223372036854775807, 1])', 'INT64 overflow'],
    ['ARRAY_SUM([1e308, 1e308])', 'FLOAT64 overflow'],
    ['GENERATE_ARRAY(1, 100000)', 'more than 16000 elements'],
    ['GENERATE_ARRAY(1, 2, 0)', 'must not be 0'],
  ])('%s has no value', (text, reason) => {
    expect(() => evaluate(text)).toThrow(reason);
  });

  it.each([
    ['[1] = [1.5]', 'equal does not take (ARRAY<INT64>, ARRAY<FLOAT64>)'],
    ['[1] < [2]', 'values of type ARRAY<INT64> have no order'],
    ['ARRAY_TRANSFORM([1], e -> [e])', 'must not give an array'],
    ['CAST([1] AS ARRAY<STRING>)', 'types that are cast into each other'],
  ])('%s is refused', (text, reason) => {
    expect(() => evaluate(text)).toThrow(reason);
  });
});

describe('lambdas', () => {
  it.each<[string, SqlValue]>([
    ['ARRAY_FILTER([1, NULL, 3], e -> e > 1)', [3]],
    ['ARRAY_FILTER([5, 6, 7], (e, i) -> i > 0)', [6, 7]],
    ['ARRAY_TRANSFORM([5, 6], (e, i) -> e * i)', [0, 6]],
    ['ARRAY_INCLUDES([1, 2], e -> e = 2)', true],
    ['ARRAY_INCLUDES([1, NULL], 2)', false],
    ['ARRAY_INCLUDES_ALL([1, 2], [2, 2])', true],
    ['ARRAY_INCLUDES_ANY([1, NULL], [NULL, 2])', false],
    ['ARRAY_FIND_ALL([1, 2, 3], e -> e > 1)', [2, 3]],
    ['ARRAY_OFFSETS([1, 2, 1], 1)', [0, 2]],
    ['ARRAY_TRANSFORM([1], e -> ARRAY_FILTER([1, 2], f -> f > e)[0])', [2]],
  ])('%s', (text, value) => {
    expect(evaluate(text)).toEqual(value);
  });
});

describe('queries of arrays', () => {
  it.each<[string, SqlValue]>([
    ["EXISTS(SELECT 1 FROM UNNEST([STRUCT(1 AS a, 'x' AS b)]) AS e WHERE a = 1 AND e.b = 'x')", true],
    ['ARRAY(SELECT a FROM UNNEST([STRUCT(1 AS a), STRUCT(2)]))', [1, 2]],
    ['ARRAY(SELECT e FROM UNNEST(CAST(NULL AS ARRAY<INT64>)) AS e)', []],
  ])('%s', (text, value) => {
    expect(evaluate(text)).toEqual(value);
  });
});

describe('casts of structs', () => {
  it.each<[string, SqlValue]>([
    ['CAST(STRUCT(1 AS a, [2] AS b) AS STRUCT<x FLOAT64, y ARRAY<INT64>>)', { x: 1, y: [2] }],
    ['CAST([STRUCT(1 AS a)] AS ARRAY<STRUCT<b INT64>>)', [{ b: 1 }]],
    ['COALESCE(STRUCT(1 AS a, 2.5 AS b), STRUCT(1.5, 2))', { a: 1, b: 2.5 }],
    ['CAST([] AS ARRAY<STRING>)', []],
  ])('%s', (text, value) => {
    expect(evaluate(text)).toEqual(value);
  });
});
