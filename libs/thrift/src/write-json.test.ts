import { expect, test } from 'vitest';
import {
  type GroupBy,
  groupByStruct,
  type Metric,
  metricStruct,
  type Query,
  queryStruct,
  type TileKey,
  tileKeyStruct,
} from './generated/index.ts';
import { toJson, toPrettyJson } from './write-json.ts';

const departures: GroupBy = {
  keyColumns: ['origin'],
  accuracy: 0,
  sources: [{ events: { table: 'flights', query: { selects: { origin: 'origin', delay: 'delay' } } } }],
  aggregations: [{ inputColumn: 'delay', operation: 8, windows: [{ length: 7, timeUnit: 1 }] }],
  metaData: { name: 'flights.departures.byOrigin__1', online: true, samplePercent: 5 },
};

test('canonical JSON sorts names, in maps too, and has 0, 1 and 5.0', () => {
  expect(toJson(groupByStruct, departures)).toBe(
    [
      '{"accuracy":0,"aggregations":[{"inputColumn":"delay","operation":8,"windows":[{"length":7,"timeUnit":1}]}],',
      '"keyColumns":["origin"],"metaData":{"name":"flights.departures.byOrigin__1","online":1,"samplePercent":5.0},',
      '"sources":[{"events":{"query":{"selects":{"delay":"delay","origin":"origin"}},"table":"flights"}}]}',
    ].join(''),
  );
});

test('names are sorted by UTF-16 code unit, so an emoji comes before a full-width letter', () => {
  const query: Query = { selects: { ａ: '1', '😀': '2', a: '3', B: '4' } };
  expect(toJson(queryStruct, query)).toBe('{"selects":{"B":"4","a":"3","😀":"2","ａ":"1"}}');
});

test('a compiled file is what Python writes', () => {
  const query: Query = { selects: { é: "'😀\u0001\u007f'" }, wheres: [], setups: ['a', 'b'] };
  expect(toPrettyJson(queryStruct, query)).toBe(
    [
      '{',
      '  "selects": {',
      '    "\\u00e9": "\'\\ud83d\\ude00\\u0001\\u007f\'"',
      '  },',
      '  "setups": [',
      '    "a",',
      '    "b"',
      '  ],',
      '  "wheres": []',
      '}',
    ].join('\n'),
  );
});

test('control characters have capital hex digits in canonical JSON, and other characters stand as they are', () => {
  const query: Query = { timeColumn: 'é😀\u001f\n"\\' };
  expect(toJson(queryStruct, query)).toBe('{"timeColumn":"é😀\\u001F\\n\\"\\\\"}');
});

const doubles: readonly (readonly [value: number, canonical: string, compiled: string])[] = [
  [0, '0.0', '0.0'],
  [-0, '-0.0', '-0.0'],
  [5, '5.0', '5.0'],
  [-0.1, '-0.1', '-0.1'],
  [33.333333333333336, '33.333333333333336', '33.333333333333336'],
  [0.001, '0.001', '0.001'],
  [0.0001, '1.0E-4', '0.0001'],
  [0.00001, '1.0E-5', '1e-05'],
  [1234567, '1234567.0', '1234567.0'],
  [12345678, '1.2345678E7', '12345678.0'],
  [1e16, '1.0E16', '1e+16'],
  [1.5e300, '1.5E300', '1.5e+300'],
];

test.each(doubles)('the double %s is %s in canonical JSON and %s in compiled files', (value, canonical, compiled) => {
  const metric: Metric = { threshold: value };
  expect(toJson(metricStruct, metric)).toBe(`{"threshold":${canonical}}`);
  expect(toPrettyJson(metricStruct, metric)).toBe(`{\n  "threshold": ${compiled}\n}`);
});

test('a double that JSON cannot hold is refused', () => {
  expect(() => toJson(metricStruct, { threshold: Number.NaN })).toThrow('NaN cannot be written as JSON.');
});

test('long integers keep their digits and bytes are signed', () => {
  const key: TileKey = { keyBytes: Uint8Array.of(2, 0xf6, 1), tileSizeMillis: 9223372036854775807n };
  expect(toJson(tileKeyStruct, key)).toBe('{"keyBytes":[2,-10,1],"tileSizeMillis":9223372036854775807}');
});
