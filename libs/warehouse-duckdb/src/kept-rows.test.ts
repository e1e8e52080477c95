import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import {
  booleanType,
  createVector,
  doubleType,
  type Field,
  intType,
  longType,
  setValue,
  type Value,
} from '@isochron/schema';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Engine } from './engine.ts';
import type { DayNumbers, KeptRows } from './kept-rows.ts';
import { RowsInMemory } from './rows-in-memory.ts';
import { RowsInTable } from './rows-in-table.ts';

const TYPES = [intType, doubleType, longType, booleanType];
/** More than have room for their flags in one word. */
const outputs: readonly Field[] = Array.from({ length: 45 }, (_, at) => ({
  name: `o${at}`,
  type: TYPES[at % TYPES.length] ?? intType,
}));
const NUMBERS = 9000;
/** Rows that are never asked. */
const isWritten = (row: number): boolean => row % 7 !== 3;

/** A value that only its row and output have, or null. */
function valueAt(row: number, at: number): Value {
  if ((row + at) % 5 === 0) return null;
  switch (outputs[at]?.type.kind) {
    case 'boolean':
      return (row + at) % 2 === 0;
    case 'double':
      return row + at / 64;
    case 'long':
      return BigInt(row) * 2n ** 40n + BigInt(at);
    default:
      return row * 100 - at;
  }
}

const asked = Array.from({ length: NUMBERS }, (_, row) => row)
  .filter(isWritten)
  .sort((a, b) => ((a * 7919) % NUMBERS) - ((b * 7919) % NUMBERS));

describe('kept rows', () => {
  let home: string;
  let engine: Engine;
  let connection: DuckDBConnection;
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'isochron-kept-'));
    engine = await Engine.open({ home, memoryLimit: '300MB', threads: 2 });
    connection = await engine.connect();
  });
  afterAll(async () => {
    engine.release(connection);
    await engine.close();
    await rm(home, { recursive: true });
  });

  const keepers: Readonly<Record<string, (days: readonly DayNumbers[]) => Promise<KeptRows>>> = {
    'in memory': async (days) =>
      new RowsInMemory(engine.sources, outputs, { days, numbers: NUMBERS }, async () => undefined),
    'in a table': (days) => RowsInTable.create(connection, engine.freshName('kept'), outputs, days),
  };
  const runs: Readonly<Record<string, readonly DayNumbers[]>> = {
    'days one after the other': [
      { first: 0, end: 4000, step: 1 },
      { first: 4000, end: 4000, step: 1 },
      { first: 4000, end: NUMBERS, step: 1 },
    ],
    'days in turns': [0, 1, 2].map((first) => ({ first, end: NUMBERS, step: 3 })),
  };

  for (const [where, keep] of Object.entries(keepers)) {
    for (const [how, days] of Object.entries(runs)) {
      it(`${where} come back day by day, ${how}`, async () => {
        const kept = await keep(days);
        const size = 1300;
        const vectors = outputs.map(({ type }) => createVector(type, size));
        const rows = new Int32Array(size);
        for (let from = 0; from < asked.length; from += size) {
          const part = asked.slice(from, from + size);
          rows.set(part);
          for (const [at, vector] of vectors.entries()) {
            for (const [k, row] of part.entries()) setValue(vector, k, valueAt(row, at));
          }
          kept.write(rows, vectors, part.length);
        }
        kept.finish();
        for (const [day, { first, end, step }] of days.entries()) {
          const wanted: Value[][] = [];
          for (let row = first; row < end; row += step) {
            if (isWritten(row)) wanted.push([row, ...outputs.map((_, at) => asForm(valueAt(row, at)))]);
          }
          const order = kept.isOrdered ? '' : ' ORDER BY rn';
          const found = await engine.use('Reading', async (reader) =>
            (await reader.runAndReadAll(`SELECT * FROM ${kept.relationOf(day)}${order}`)).getRows(),
          );
          expect(found).toEqual(wanted);
        }
        await kept.close();
      });
    }
  }

  it('in memory are gone when they are closed', async () => {
    let givenBack = 0;
    const days = [{ first: 0, end: 1, step: 1 }];
    const kept = new RowsInMemory(engine.sources, outputs, { days, numbers: 1 }, async () => {
      givenBack++;
    });
    const sql = `SELECT * FROM ${kept.relationOf(0)}`;
    await kept.close();
    await kept.close();
    expect(givenBack).toBe(1);
    await expect(engine.use('Reading', (reader) => reader.run(sql))).rejects.toThrow('there are no rows');
  });
});

/** Booleans are ints in their form. */
const asForm = (value: Value): Value => (typeof value === 'boolean' ? Number(value) : value);
