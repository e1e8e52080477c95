import { expect, test } from 'vitest';
import type { StructDescriptor } from './descriptor.ts';
import { groupByStruct, joinStruct, type Query, queryStruct, sourceStruct, tileKeyStruct } from './generated/index.ts';
import { parseJson } from './json-value.ts';
import { fromJson, problemText, type Reading, readJson } from './read-json.ts';
import { unknownFieldsOf } from './unknown-fields.ts';
import { toJson, toPrettyJson } from './write-json.ts';

function problems(reading: Reading<unknown>): readonly string[] {
  return reading.kind === 'read' ? [] : reading.problems.map(problemText);
}

function value<T>(reading: Reading<T>): T {
  if (reading.kind === 'read') return reading.value;
  throw new Error(problems(reading).join('\n'));
}

const compiledGroupBy = `{
  "accuracy": 0,
  "aggregations": [
    {
      "argMap": {},
      "buckets": [
        "destination"
      ],
      "inputColumn": "late",
      "operation": 7,
      "windows": [
        {
          "length": 7,
          "timeUnit": 1
        },
        {
          "length": 1,
          "timeUnit": 0
        }
      ]
    },
    {
      "argMap": {
        "k": "10"
      },
      "inputColumn": "destination",
      "operation": 13
    }
  ],
  "backfillStartDate": "2001-01-01",
  "keyColumns": [
    "origin"
  ],
  "metaData": {
    "columnHashes": {
      "late_sum_7d_by_destination": "5d41402abc4b2a76b9719d911017c592"
    },
    "executionInfo": {
      "env": {
        "backfill": {
          "EXECUTOR_MEMORY": "9G"
        },
        "common": {
          "VERSION": "latest"
        }
      },
      "historicalBackfill": 0,
      "offlineSchedule": "@daily"
    },
    "name": "flights.departures.by_origin__1",
    "online": 1,
    "outputNamespace": "flights",
    "samplePercent": 100.0,
    "team": "flights",
    "version": "1"
  },
  "sources": [
    {
      "events": {
        "query": {
          "eventLag": {
            "length": 2,
            "timeUnit": 1
          },
          "selects": {
            "destination": "destination",
            "late": "IF(delay > 15, 1, 0)",
            "origin": "origin"
          },
          "startPartition": "2001-01-01",
          "timeColumn": "UNIX_MILLIS(date)",
          "wheres": [
            "delay IS NOT NULL"
          ]
        },
        "table": "flights",
        "topic": "flights/partitions=4"
      }
    }
  ]
}`;

test('a compiled GroupBy is written again as it was read, fields of another fork included', () => {
  const reading = readJson(groupByStruct, compiledGroupBy);
  expect(problems(reading)).toEqual([]);
  expect(reading).toMatchObject({ unknownFields: ['backfillStartDate', 'metaData.executionInfo.env.backfill'] });
  expect(toPrettyJson(groupByStruct, value(reading))).toBe(compiledGroupBy);
});

test('a compiled Join is written again as it was read', () => {
  const join = {
    joinParts: [
      { groupBy: parseJson(compiledGroupBy), keyMapping: { from: 'origin' }, prefix: 'a', useLongNames: 1 },
      { groupBy: { metaData: { name: 'b' } }, useLongNames: 0 },
    ],
    left: { entities: { snapshotTable: 'db.users/ds=1', query: { selects: { from: 'x' } } } },
    rowIds: ['id'],
    useLongNames: 1,
  } as const;
  expect(parseJson(toJson(joinStruct, value(fromJson(joinStruct, join))))).toEqual(join);
});

test('enums are read by name, booleans as booleans, and long integers as text', () => {
  const loose = '{"aggregations":[{"operation":"LAST_K"}],"metaData":{"online":true,"production":false}}';
  const canonical = '{"aggregations":[{"operation":13}],"metaData":{"online":1,"production":0}}';
  expect(toJson(groupByStruct, value(readJson(groupByStruct, loose)))).toBe(canonical);
  expect(value(readJson(tileKeyStruct, '{"tileSizeMillis":"9223372036854775807"}'))).toEqual({
    tileSizeMillis: 9223372036854775807n,
  });
});

test('a long integer has all its digits, and is a number where a number has them', () => {
  const key = value(
    readJson(tileKeyStruct, '{"tileSizeMillis":9007199254740993,"tileStartTimestampMillis":-9007199254740991}'),
  );
  expect(key).toEqual({ tileSizeMillis: 9007199254740993n, tileStartTimestampMillis: -9007199254740991 });
});

test('everything that is wrong is said at once, each with its path', () => {
  const reading = readJson(
    joinStruct,
    `{"joinParts": [
        {"groupBy": {"aggregations": [{"operation": 99, "windows": [{"length": 7}]}]}},
        {"groupBy": {"accuracy": "HOURLY", "keyColumns": ["a", 1], "sources": [{"events": {}, "entities": {}}, {}, {"topics": 1}]}},
        7
      ],
      "left": {"events": {"query": {"selects": {"a b": null}, "eventLag": {"length": 3000000000, "timeUnit": 1}}}},
      "metaData": {"online": "yes", "samplePercent": "5", "consistencySamplePercent": 1e400, "executionInfo": {"stepDays": 1.5}}}`,
  );
  expect(problems(reading)).toEqual([
    'joinParts[0].groupBy.aggregations[0].operation: 99 is not an Operation',
    'joinParts[0].groupBy.aggregations[0].windows[0]: a Window needs timeUnit',
    'joinParts[1].groupBy.accuracy: "HOURLY" is not an Accuracy',
    'joinParts[1].groupBy.keyColumns[1]: 1 is not text',
    'joinParts[1].groupBy.sources[0]: a Source has exactly one of events, entities, joinSource, modelTransforms, and here is events and entities',
    'joinParts[1].groupBy.sources[1]: a Source has exactly one of events, entities, joinSource, modelTransforms, and here is none',
    'joinParts[1].groupBy.sources[2]: a Source has exactly one of events, entities, joinSource, modelTransforms, and here is topics',
    'joinParts[2]: 7 is not a JoinPart',
    'left.events.query.selects["a b"]: null is not text',
    'left.events.query.eventLag.length: 3000000000 is beyond i32, which goes from -2147483648 to 2147483647',
    'metaData.online: "yes" is not true or false',
    'metaData.samplePercent: "5" is not a number',
    'metaData.consistencySamplePercent: the number is beyond double',
    'metaData.executionInfo.stepDays: 1.5 is not an integer',
  ]);
});

test('text that is not JSON is one problem', () => {
  expect(problems(readJson(groupByStruct, '{"a":'))).toEqual([expect.stringMatching(/^This is not JSON: /)]);
  expect(problems(readJson(groupByStruct, '[1,9007199254740993]'))).toEqual([
    '[1,"9007199254740993"] is not a GroupBy',
  ]);
});

test('what nests too deep is refused, however deep it is', () => {
  const nested = (levels: number): string => `{"newer":${'['.repeat(levels)}${']'.repeat(levels)}}`;
  expect(readJson(queryStruct, nested(400)).kind).toBe('read');
  for (const levels of [600, 5_000, 1_000_000]) {
    expect(problems(readJson(queryStruct, nested(levels)))).toEqual(['The JSON nests deeper than 500 levels']);
  }
});

test('a field that is null is unset, and null again when it is written, unless it has been set', () => {
  const text = '{"timeColumn":"ts","wheres":null}';
  const reading = readJson(queryStruct, text);
  expect(reading).toEqual({
    kind: 'read',
    value: expect.objectContaining({ timeColumn: 'ts' }),
    unknownFields: [],
    fork: null,
  });
  const query = value(reading);
  expect(query.wheres).toBeUndefined();
  expect(toJson(queryStruct, query)).toBe(text);
  expect(toJson(queryStruct, { ...query, wheres: [] })).toBe('{"timeColumn":"ts","wheres":[]}');
});

test('names that JavaScript has uses for are names like any other', () => {
  const text = '{"selects":{"__proto__":"a","constructor":"b"}}';
  expect(toJson(queryStruct, value(readJson(queryStruct, text)))).toBe(text);
  expect(problems(readJson(groupByStruct, '{"accuracy":"toString"}'))).toEqual([
    'accuracy: "toString" is not an Accuracy',
  ]);
});

test('unknown fields keep large integers and travel with a copy', () => {
  const query = value(readJson(queryStruct, '{"timeColumn":"ts","newer":{"at":[9007199254740993,null,true,1.5]}}'));
  const copy: Query = { ...query, startPartition: '2001-01-01' };
  expect(unknownFieldsOf(copy)).toEqual({ newer: { at: [9007199254740993n, null, true, 1.5] } });
  expect(toJson(queryStruct, copy)).toBe(
    '{"newer":{"at":[9007199254740993,null,true,1.5]},"startPartition":"2001-01-01","timeColumn":"ts"}',
  );
});

test('a union has the type of its one member', () => {
  const source = value(readJson(sourceStruct, '{"events":{"table":"t"}}'));
  expect(source.events?.table).toBe('t');
  expect(source.entities).toBeUndefined();
});

test('maps may be keyed by numbers and enums, which are settled to their numbers', () => {
  const struct: StructDescriptor<object> = {
    name: 'Counts',
    kind: 'struct',
    fields: [
      {
        id: 1,
        name: 'byNumber',
        type: { kind: 'map', key: { kind: 'i32' }, value: { kind: 'i64' } },
        requiredness: 'optional',
      },
      {
        id: 2,
        name: 'byUnit',
        type: {
          kind: 'map',
          key: { kind: 'enum', enum: { name: 'Span', numbers: { HOURS: 0, DAYS: 1 } } },
          value: { kind: 'bool' },
        },
        requiredness: 'optional',
      },
    ],
  };
  expect(value(readJson(struct, '{"byNumber":{"007":1},"byUnit":{"DAYS":true,"0":0}}'))).toEqual({
    byNumber: { 7: 1 },
    byUnit: { 0: false, 1: true },
  });
  expect(problems(readJson(struct, '{"byNumber":{"x":1},"byUnit":{"WEEKS":true}}'))).toEqual([
    'byNumber.x: "x" is not an integer',
    'byUnit.WEEKS: "WEEKS" is not a Span',
  ]);
});
