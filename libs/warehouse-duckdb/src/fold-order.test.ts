import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FoldOrder, foldOrder } from './fold-order.ts';

const DAY_MS = 86_400_000;
const rows = [
  { id: 0, ts: -3, isEvent: false },
  { id: 0, ts: -3, isEvent: true },
  { id: 0, ts: 0, isEvent: true },
  { id: 1, ts: -2, isEvent: false },
  { id: 1, ts: 40 * 365 * DAY_MS, isEvent: true },
  { id: 77_777, ts: 5, isEvent: false },
  { id: 77_777, ts: 5, isEvent: true },
  { id: 77_777, ts: 6, isEvent: false },
];

describe('the order of a fold', () => {
  let instance: DuckDBInstance;
  beforeAll(async () => {
    instance = await DuckDBInstance.create(':memory:');
  });
  afterAll(() => {
    instance.closeSync();
  });

  const read = async (order: FoldOrder): Promise<readonly { id: number; ts: number }[]> => {
    const connection = await instance.connect();
    const selects = [...rows].reverse().map(({ id, ts, isEvent }) => {
      const columns = order.of(`CAST(${ts} AS BIGINT)`, isEvent).join(', ');
      return `SELECT ${columns} FROM (SELECT CAST(${id} AS INTEGER) AS id)`;
    });
    const union = [`SELECT ${order.last.join(', ')}`, ...selects].join(' UNION ALL ');
    const result = await connection.run(`SELECT * FROM (${union}) ORDER BY ${order.columns.join(', ')}`);
    const chunk = await result.fetchChunk();
    if (chunk === null) throw new Error('no rows');
    const { key, ts } = order.read(chunk);
    expect(key).toHaveLength(rows.length + 1);
    const found = rows.map((_, at) => ({ id: key[at] ?? -1, ts: ts[at] ?? Number.NaN }));
    connection.closeSync();
    return found;
  };
  const wanted = rows.map(({ id, ts }) => ({ id, ts }));

  it('is one column where key and time fit, and reads back', async () => {
    const order = foldOrder(100_000, -3, 40 * 365 * DAY_MS + 1);
    expect(order.columns).toEqual(['p']);
    expect(await read(order)).toEqual(wanted);
  });

  it('is two columns where they do not fit', async () => {
    for (const order of [foldOrder(2 ** 31 - 2, -3, 40 * 365 * DAY_MS + 1), foldOrder(10, -(2 ** 55), 2 ** 55)]) {
      expect(order.columns).toEqual(['id', 'k']);
      expect(await read(order)).toEqual(wanted);
    }
  });
});
