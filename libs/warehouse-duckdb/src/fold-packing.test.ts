import { DuckDBInstance } from '@duckdb/node-api';
import { doubleType, type Field, longType } from '@isochron/schema';
import { expect, it } from 'vitest';
import { foldPacking, placeOf } from './fold-packing.ts';

const inputs: readonly Field[] = [
  { name: 'a', type: doubleType },
  { name: 'b', type: longType },
];

it('says where a row stands: by key, then time, a left row before the events of its instant', async () => {
  const packing = foldPacking(1000, -5, 100, [true, true]);
  if (packing === undefined) throw new Error('it fits');
  // From the order wanted: [id, t, is an event, is a null].
  const rows = [
    [0, -5, false, false],
    [0, -5, true, false],
    [0, -5, true, true],
    [0, 99, false, false],
    [1, -5, true, false],
    [999, -5, false, false],
    [999, 99, true, true],
  ] as const;
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const places: bigint[] = [];
  for (const [id, t, isEvent, isNull] of rows) {
    const values = `SELECT ${id} AS id, CAST(${t} AS BIGINT) AS t, 1.5 AS i0, CASE WHEN ${!isNull} THEN 1 END AS i1`;
    const place = placeOf(packing, 't', isEvent ? 'event' : 'left', inputs);
    const reader = await connection.runAndReadAll(`SELECT CAST(${place} AS BIGINT) FROM (${values})`);
    const found = reader.getRows()[0]?.[0];
    if (typeof found !== 'bigint') throw new Error(`a place is a bigint, not ${String(found)}`);
    places.push(found);
  }
  connection.closeSync();
  instance.closeSync();
  expect(places).toEqual(places.toSorted((a, b) => (a < b ? -1 : 1)));
  expect(new Set(places).size).toBe(rows.length);
  expect(places.every((place) => place >= 0n && place < 2n ** BigInt(packing.bits))).toBe(true);
});

it('gives up where key, time and nulls do not fit', () => {
  expect(foldPacking(2 ** 31 - 2, 0, 2 ** 40, [true])).toBeUndefined();
  expect(foldPacking(10, 0, 2 ** 53, [])).toBeUndefined();
  expect(foldPacking(10, Number.NEGATIVE_INFINITY, 0, [])).toBeUndefined();
  expect(foldPacking(10, 0, 100, new Array(40).fill(true))).toBeUndefined();
  expect(foldPacking(0, 0, 1, [])).toMatchObject({ shift: 32, bits: 32 });
});
