import { mapType } from '@isochron/schema';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../run.fixture.ts';
import { jsonText } from '../../runtime/json/text.ts';
import { Json, type SqlValue } from '../../value.ts';

/** JSON values as their texts, so that a table can be read. */
const plain = (value: SqlValue): unknown =>
  value instanceof Json ? `JSON ${jsonText(value.node)}` : Array.isArray(value) ? value.map(plain) : value;

describe('out of text', () => {
  it.each<[string, unknown]>([
    [`JSON_VALUE('{"a":{"b":1.50}}', '$.a.b')`, '1.50'],
    [`JSON_VALUE('{"a":"x"}', '$.a')`, 'x'],
    [`JSON_VALUE('{"a":{}}', '$.a')`, null],
    [`JSON_VALUE('{"a":null}', '$.a')`, null],
    [`JSON_VALUE('{"a.b":1}', '$."a.b"')`, '1'],
    [`JSON_EXTRACT_SCALAR('{"a.b":1}', "$['a.b']")`, '1'],
    [`JSON_VALUE('[1, 2]', '$[1]')`, '2'],
    [`JSON_VALUE('{"a":1, what follows is not read', '$.a')`, '1'],
    [`JSON_VALUE('{"a":{"b":1},"a":{"c":2}}', '$.a.c')`, '2'],
    [`JSON_QUERY('{"a" : [1, "x", 2.50]}', '$.a')`, '[1,"x",2.50]'],
    [`JSON_EXTRACT('{"a":"x"}', '$.a')`, '"x"'],
    [`JSON_QUERY_ARRAY('[1,"a",{"b":[]}]')`, ['1', '"a"', '{"b":[]}']],
    [`JSON_VALUE_ARRAY('[1,"a",null]')`, ['1', 'a', null]],
    [`JSON_VALUE_ARRAY('[1,[2]]')`, null],
    [`JSON_EXTRACT_STRING_ARRAY('{"a":[true]}', '$.a')`, ['true']],
    [`JSON_VALUE('9007199254740993')`, '9007199254740993'],
    [`JSON_VALUE('no JSON', '$.a')`, null],
  ])('%s', (text, value) => {
    expect(plain(evaluate(text))).toEqual(value);
  });
});

describe('JSON values', () => {
  it.each<[string, unknown]>([
    [`PARSE_JSON('{"b":9007199254740993,"a":1e2,"a":2}')`, 'JSON {"a":100.0,"b":9007199254740993}'],
    [`PARSE_JSON('18446744073709551615')`, 'JSON 18446744073709551615'],
    [`PARSE_JSON('3.14159265358979323846', wide_number_mode => 'round')`, 'JSON 3.141592653589793'],
    [`JSON '{"a":[10,20]}'.a[1]`, 'JSON 20'],
    [`JSON '{"a":1}'['b']`, null],
    [`JSON_VALUE(JSON '{"a":1.50}', '$.a')`, '1.5'],
    [`JSON_QUERY(JSON '{"a":null}', '$.a')`, 'JSON null'],
    [`JSON_QUERY(JSON '{"a":null}', '$.b')`, null],
    [`INT64(JSON '1.0')`, 1],
    [`LAX_INT64(JSON '"2.5"')`, 3],
    [`LAX_BOOL(JSON '"TRUE"')`, true],
    [`LAX_STRING(JSON '1.0')`, '1'],
    [`JSON_TYPE(JSON '[]')`, 'array'],
    [`SAFE.PARSE_JSON('{')`, null],
    [`COALESCE(JSON 'null', JSON '1')`, 'JSON null'],
  ])('%s', (text, value) => {
    expect(plain(evaluate(text))).toEqual(value);
  });

  it.each([
    [`PARSE_JSON('[1,]')`, 'found "]" at 3 where JSON has a value'],
    [`PARSE_JSON('1e23')`, 'more digits than FLOAT64 keeps'],
    [`PARSE_JSON('1e400')`, 'beyond FLOAT64'],
    [`PARSE_JSON('"\\\\ud800"')`, 'where JSON has an escape'],
    [`INT64(JSON '1.5')`, 'the JSON value 1.5 is not an INT64'],
    [`FLOAT64(JSON '9007199254740993', wide_number_mode => 'exact')`, 'without a loss'],
    [`JSON_VALUE('{}', '$..a')`, 'the JSONPath "$..a" cannot be read at "..a"'],
    [`JSON_VALUE('{}', CONCAT_NO('$'))`, 'There is no function'],
    [`JSON_VALUE('{}', IF(TRUE, '$', '$.a'))`, 'the same for all rows'],
    [`JSON '{'`, 'This is no JSON'],
    [`JSON '1' = JSON '1'`, 'are not compared'],
  ])('%s has no value', (text, reason) => {
    expect(() => evaluate(text)).toThrow(reason);
  });

  it('may be nested 1000 deep, and no deeper', () => {
    const nested = (depth: number): string => `JSON_TYPE(PARSE_JSON('${'['.repeat(depth)}${']'.repeat(depth)}'))`;
    expect(evaluate(nested(1000))).toBe('array');
    expect(() => evaluate(nested(1001))).toThrow('nested more than 1000 deep');
    const text = `JSON_QUERY('${'['.repeat(1001)}${']'.repeat(1001)}', '$')`;
    expect(() => evaluate(text)).toThrow('nested more than 1000 deep');
  });
});

describe('into JSON', () => {
  it.each<[string, unknown]>([
    [
      'TO_JSON_STRING(STRUCT(9007199254740993 AS big, 2.5 AS x, [TRUE, NULL] AS b))',
      '{"big":"9007199254740993","x":2.5,"b":[true,null]}',
    ],
    ['TO_JSON_STRING(STRUCT(1, 2))', '{"":1,"":2}'],
    ["TO_JSON_STRING('\"\\n\\u2028')", '"\\"\\n\\u2028"'],
    ['TO_JSON_STRING(NULL)', 'null'],
    ["TO_JSON_STRING(STRUCT([1] AS a, JSON '{}' AS j), TRUE)", '{\n  "a": [\n    1\n  ],\n  "j": {}\n}'],
    ["TO_JSON_STRING(b'abcd')", '"YWJjZA=="'],
    ["TO_JSON_STRING(CAST('nan' AS FLOAT64))", '"NaN"'],
    ['TO_JSON_STRING(5e-324)', '4.94065645841247e-324'],
    ['TO_JSON(5e-324)', 'JSON 5e-324'],
    ['TO_JSON(9007199254740993, stringify_wide_numbers => TRUE)', 'JSON "9007199254740993"'],
    ["TO_JSON(NUMERIC '1.10')", 'JSON 1.1'],
    ['TO_JSON(-0.0)', 'JSON 0.0'],
    ["JSON_OBJECT('b', 1, 'a', [1, 2])", 'JSON {"a":[1,2],"b":1}'],
    ["JSON_OBJECT(['a', 'b'], [1, 2])", 'JSON {"a":1,"b":2}'],
    ["JSON_ARRAY(NULL, 1.5, 'x')", 'JSON [null,1.5,"x"]'],
  ])('%s', (text, value) => {
    expect(plain(evaluate(text))).toEqual(value);
  });

  it('maps by texts are objects', () => {
    const columns = [{ name: 'm', type: mapType({ kind: 'string' }, { kind: 'long' }) }];
    const m = new Map<SqlValue, SqlValue>([
      ['b', 1],
      ['a', null],
    ]);
    expect(evaluate('TO_JSON_STRING(m)', columns, { m })).toBe('{"a":null,"b":1}');
    expect(plain(evaluate('TO_JSON(m)', columns, { m }))).toBe('JSON {"a":null,"b":1}');
  });
});

describe('changes', () => {
  it.each<[string, unknown]>([
    [`JSON_SET(JSON '{"a":1}', '$.a', 2, '$.b', 'x')`, 'JSON {"a":2,"b":"x"}'],
    [`JSON_SET(JSON '{}', '$.a[1].c', 2)`, 'JSON {"a":[null,{"c":2}]}'],
    [`JSON_SET(JSON '{"a":1}', '$.a.b', 2)`, 'JSON {"a":1}'],
    [`JSON_REMOVE(JSON '{"a":1,"b":[1,2,3]}', '$.b[1]', '$.a')`, 'JSON {"b":[1,3]}'],
    [`JSON_ARRAY_APPEND(JSON '{"a":[1]}', '$.a', [2, 3])`, 'JSON {"a":[1,2,3]}'],
    [`JSON_ARRAY_APPEND(JSON '{"a":[1]}', '$.a', [2], append_each_element => FALSE)`, 'JSON {"a":[1,[2]]}'],
    [`JSON_ARRAY_INSERT(JSON '[1]', '$[2]', 9)`, 'JSON [1,null,9]'],
    [`JSON_STRIP_NULLS(JSON '{"a":null,"b":[null,{"c":null}]}')`, 'JSON {"b":[{}]}'],
    [`JSON_STRIP_NULLS(JSON '{"a":null,"b":[null,{"c":null}]}', remove_empty => TRUE)`, 'JSON null'],
    [`JSON_STRIP_NULLS(JSON '{"b":[null,1]}', '$.b', include_arrays => FALSE)`, 'JSON {"b":[null,1]}'],
  ])('%s', (text, value) => {
    expect(plain(evaluate(text))).toEqual(value);
  });

  it.each([
    [`JSON_REMOVE(JSON '1', '$')`, 'no path that is only $'],
    [`JSON_OBJECT(['a'], [1, 2])`, 'as many values as keys, not 2 for 1'],
    [`JSON_OBJECT(CAST(NULL AS STRING), 1)`, 'a key of JSON_OBJECT is null'],
    [`JSON_SET(JSON '[]', '$[99999999]', 1)`, 'more than 1000000 elements'],
  ])('%s has no value', (text, reason) => {
    expect(() => evaluate(text)).toThrow(reason);
  });
});
