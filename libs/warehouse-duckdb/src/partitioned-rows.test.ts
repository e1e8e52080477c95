import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { doubleType, type Field, intType, longType, stringType } from '@isochron/schema';
import type { FoldRequest } from '@isochron/warehouse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Engine } from './engine.ts';
import { foldOrder } from './fold-order.ts';
import { foldPacking } from './fold-packing.ts';
import { SortedRows, sortedSql } from './fold-read.ts';
import type { FoldRows, FoldSources } from './fold-rows.ts';
import { PartitionedRows, unsortedSql } from './partitioned-rows.ts';
import { recordLayout } from './record-layout.ts';
import { RowStream } from './row-stream.ts';

const EVENTS = 150_000;
const LEFT = 3000;
const KEYS = 50;
const SPAN: [number, number] = [-1000, 10_000_000];

/** One key has most events, many of them at one instant; of the inputs some are null. */
const events = `SELECT 'user_' || CAST(CASE WHEN i % 10 < 8 THEN 0 ELSE hash(i) % ${KEYS} END AS VARCHAR) AS k0,
  CAST(CASE WHEN i % 2 = 0 THEN 77 ELSE hash(i * 7) % 5000000 END AS BIGINT) - 500 AS t,
  CASE WHEN i % 11 = 0 THEN NULL ELSE CAST(hash(i * 3) % 1000 AS DOUBLE) / 8 END AS i0,
  CASE WHEN i % 13 = 0 THEN NULL ELSE CAST(hash(i * 5) % 100000 AS BIGINT) * -40000000000 END AS i1,
  CAST(i % 3 AS INTEGER) AS i2 FROM range(${EVENTS}) AS r(i)`;
const leftRows = `SELECT CAST(hash(i) % ${KEYS} AS INTEGER) AS id, CAST(hash(i * 9) % 5000000 AS DOUBLE) - 500 AS ts,
  CAST(i AS INTEGER) AS rn FROM range(${LEFT}) AS r(i)`;
const inputs: readonly Field[] = [
  { name: 'fare', type: doubleType },
  { name: 'metres', type: longType },
  { name: 'stops', type: intType },
];

interface Row {
  readonly place: string;
  readonly rest: string;
}

describe('rows of a fold', () => {
  let home: string;
  let engine: Engine;
  let connection: DuckDBConnection;
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'isochron-rows-'));
    engine = await Engine.open({ home, memoryLimit: '300MB', threads: 2 });
    connection = await engine.connect();
    await connection.run(
      `CREATE TABLE keys AS SELECT CAST(i AS INTEGER) AS id, 'user_' || i AS k0 FROM range(${KEYS}) AS r(i)`,
    );
  });
  afterAll(async () => {
    engine.release(connection);
    await engine.close();
    await rm(home, { recursive: true });
  });

  const sources = (own: readonly Field[], orderTies: boolean, ...slices: readonly string[]): FoldSources => {
    // Only these of a request are looked at.
    const request = { keys: [{ name: 'id', type: stringType }], inputs: own, orderTies } as const;
    return {
      leftRows,
      events: slices.length === 0 ? [events] : slices,
      dictionary: 'keys',
      request: request as unknown as FoldRequest,
      isEventAsked: null,
    };
  };
  const partitioned = (of: FoldSources): FoldRows => {
    const packing = foldPacking(
      KEYS,
      ...SPAN,
      of.request.inputs.map(() => true),
    );
    const layout = packing && recordLayout(of.request.inputs, packing);
    if (layout === undefined) throw new Error('it fits');
    const streams = unsortedSql(of, layout).map((sql) => new RowStream(engine, sql, 2));
    const { orderTies } = of.request;
    return new PartitionedRows(streams, layout, { rowsMax: EVENTS + LEFT, orderTies }, async () => undefined);
  };
  const sorted = (of: FoldSources): FoldRows => {
    const order = foldOrder(KEYS, ...SPAN);
    return new SortedRows(new RowStream(engine, sortedSql(of, order)), order, of.request.inputs);
  };

  const all = async (rows: FoldRows): Promise<Row[]> => {
    const found: Row[] = [];
    for (let chunk = await rows.read(); chunk !== null; chunk = await rows.read()) {
      for (let r = 0; r < chunk.n; r++) {
        const number = chunk.row[r] ?? Number.NaN;
        const values = chunk.inputs.map((vector) => {
          if (vector.kind === 'values' || (vector.valid !== null && vector.valid[r] === 0)) return 'null';
          return String(vector.data[r]);
        });
        found.push({
          place: `${chunk.key[r]} ${chunk.ts[r]} ${number < 0 ? 'event' : 'left'}`,
          rest: number < 0 ? values.join(' ') : String(number),
        });
      }
    }
    expect(rows.whole).toBe(true);
    return found;
  };
  const places = (rows: readonly Row[]): string[] => rows.map(({ place }) => place);
  const whole = (rows: readonly Row[]): string[] => rows.map(({ place, rest }) => `${place} ${rest}`);

  it('are the same and in the same order, whoever sorts them', async () => {
    for (const own of [inputs, inputs.slice(1, 2), []]) {
      const names = ['k0', 't', ...own.map(({ name }) => `i${inputs.findIndex((input) => input.name === name)}`)];
      const renamed = names.map((name, at) => (at < 2 ? name : `${name} AS i${at - 2}`)).join(', ');
      const of = sources(own, false, `SELECT ${renamed} FROM (${events})`);
      const ours = await all(partitioned(of));
      const theirs = await all(sorted(of));
      expect(places(ours)).toEqual(places(theirs));
      expect(whole(ours).sort()).toEqual(whole(theirs).sort());
    }
  });

  it('are the same in one slice and in several', async () => {
    const slices = [0, 1, 2].map((part) => `SELECT * FROM (${events}) WHERE hash(t, i1) % 3 = ${part}`);
    const one = await all(partitioned(sources(inputs, true, events)));
    const several = await all(partitioned(sources(inputs, true, ...slices)));
    expect(whole(several)).toEqual(whole(one));
  });

  it('of a slice that fails are an error, whichever it is', async () => {
    const broken = `SELECT * REPLACE (CASE WHEN t > 0 THEN error('no such fare') ELSE i0 END AS i0) FROM (${events})`;
    for (const slices of [
      [broken, events],
      [events, broken],
    ]) {
      const rows = partitioned({ ...sources(inputs, false, ...slices) });
      await expect(rows.read()).rejects.toThrow('no such fare');
      await rows.close();
    }
  });

  it('come with ties in an order of the rows alone', async () => {
    const [forward, backward] = [events, `SELECT * FROM (${events}) ORDER BY hash(i1, t)`];
    const first = await all(partitioned(sources(inputs, true, forward)));
    const second = await all(partitioned(sources(inputs, true, backward)));
    expect(whole(second)).toEqual(whole(first));
  });

  it('are given up when they are closed before their end', async () => {
    const rows = partitioned(sources(inputs, false));
    await rows.read();
    await rows.close();
    expect(rows.whole).toBe(false);
    expect(await rows.read()).toBeNull();
  });
});

it('an engine lends at most half of its memory, and has it back', async () => {
  const home = await mkdtemp(join(tmpdir(), 'isochron-lend-'));
  const engine = await Engine.open({ home, memoryLimit: '400MB' });
  const limit = (): Promise<number> =>
    engine.use('Looking', async (connection) => {
      const reader = await connection.runAndReadAll("SELECT current_setting('memory_limit')");
      return Number.parseFloat(String(reader.getRows()[0]?.[0]));
    });
  const before = await limit();
  expect(await engine.lend(150_000_000)).toBe(true);
  expect(await limit()).toBeCloseTo(before - 150_000_000 / 2 ** 20, 0);
  expect(await engine.lend(60_000_000)).toBe(false);
  await engine.giveBack(150_000_000);
  expect(await limit()).toBeCloseTo(before, 0);
  await engine.close();
  await rm(home, { recursive: true });
});
