import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { type DataType, sliceVector, type Value } from '@isochron/schema';
import type { Subject } from '@isochron/warehouse/conformance-suite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { duckDbSubject } from './duckdb-subject.ts';

let subject: Subject;
beforeEach(async () => {
  subject = await duckDbSubject((warehouse) => warehouse);
});
afterEach(() => subject.dispose());

/** A file of one row of these expressions and one of nulls. */
async function parquetOf(expressions: readonly string[]): Promise<string> {
  const file = join(subject.folder, 'types.parquet');
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const columns = expressions.map((expression, at) => `${expression} AS c${at}`).join(', ');
  const query = `SELECT ${columns}, TIMESTAMP '2001-01-01' AS seen UNION ALL SELECT ${expressions.map(() => 'NULL').join(', ')}, TIMESTAMP '2001-01-01'`;
  await connection.run(`COPY (${query}) TO '${file}' (FORMAT parquet)`);
  connection.closeSync();
  instance.closeSync();
  return file;
}

const CASES: readonly (readonly [expression: string, type: DataType, value: Value])[] = [
  ['true', { kind: 'boolean' }, true],
  ['-1::TINYINT', { kind: 'byte' }, -1],
  ['200::UTINYINT', { kind: 'short' }, 200],
  ['-300::SMALLINT', { kind: 'short' }, -300],
  ['4294967295::UINTEGER', { kind: 'long' }, 4294967295],
  ['-70000::INTEGER', { kind: 'int' }, -70000],
  ['9007199254740993::BIGINT', { kind: 'long' }, 9007199254740993n],
  ['0.5::FLOAT', { kind: 'float' }, 0.5],
  ["'NaN'::DOUBLE", { kind: 'double' }, Number.NaN],
  ["'ä😀' || chr(0)", { kind: 'string' }, 'ä😀\0'],
  ["chr(65279) || 'x'", { kind: 'string' }, '\ufeffx'],
  ["chr(65279) || 'a text that is kept elsewhere'", { kind: 'string' }, '\ufeffa text that is kept elsewhere'],
  ["''", { kind: 'string' }, ''],
  ["'twelve bytes'", { kind: 'string' }, 'twelve bytes'],
  ['[chr(65279), NULL]', { kind: 'list', element: { kind: 'string' } }, ['\ufeff', null]],
  ["'\\x00\\xFF'::BLOB", { kind: 'binary' }, Uint8Array.of(0, 255)],
  ["DATE '1969-12-31'", { kind: 'date' }, -1],
  ["TIMESTAMP '1969-12-31 23:59:59.9985'", { kind: 'timestamp' }, -2],
  ["TIMESTAMP_NS '2001-01-01 00:00:00.001999999'", { kind: 'timestamp' }, Date.UTC(2001, 0, 1) + 1],
  ["TIMESTAMPTZ '2001-01-01 02:00:00+02'", { kind: 'timestamp' }, Date.UTC(2001, 0, 1)],
  ['-1.50::DECIMAL(4, 2)', { kind: 'decimal', precision: 4, scale: 2 }, { unscaled: -150n, scale: 2 }],
  ['-1.5::DECIMAL(9, 1)', { kind: 'decimal', precision: 9, scale: 1 }, { unscaled: -15n, scale: 1 }],
  ['-1.5::DECIMAL(18, 1)', { kind: 'decimal', precision: 18, scale: 1 }, { unscaled: -15n, scale: 1 }],
  ['-1.5::DECIMAL(38, 1)', { kind: 'decimal', precision: 38, scale: 1 }, { unscaled: -15n, scale: 1 }],
  ["'a'::ENUM('a', 'b')", { kind: 'string' }, 'a'],
  ["'00000000-0000-0000-0000-000000000001'::UUID", { kind: 'string' }, '00000000-0000-0000-0000-000000000001'],
  [
    '[[1::BIGINT, NULL], NULL, []]',
    { kind: 'list', element: { kind: 'list', element: { kind: 'long' } } },
    [[1, null], null, []],
  ],
  [
    "MAP {chr(65279): {'x': 1::INTEGER, 'y': [DATE '1970-01-02']}, 'b': NULL}",
    {
      kind: 'map',
      key: { kind: 'string' },
      value: {
        kind: 'struct',
        name: 'row',
        fields: [
          { name: 'x', type: { kind: 'int' } },
          { name: 'y', type: { kind: 'list', element: { kind: 'date' } } },
        ],
      },
    },
    new Map<Value, Value>([
      ['\ufeff', { x: 1, y: [1] }],
      ['b', null],
    ]),
  ],
];

const RANGE = { start: '2001-01-01', end: '2001-01-01' };
const names = CASES.map((_, at) => `c${at}`);
const columns = names.map((name) => ({ name, expression: name }));

describe('types', () => {
  it('come in from Parquet, nested and null', async () => {
    const warehouse = await subject.open();
    const file = await parquetOf(CASES.map(([expression]) => expression));
    await warehouse.load({ table: 't', files: [file], time: 'seen', contentHash: null });
    expect((await warehouse.describe('t'))?.columns.slice(0, -1)).toEqual(
      CASES.map(([, type], at) => ({ name: `c${at}`, type })),
    );
    const rows = await warehouse.rows({
      scan: { table: 't', days: RANGE, columns, where: [] },
      orderBy: ['c0'],
      limit: 2,
    });
    for (const [at, [expression, , value]] of CASES.entries()) {
      expect([expression, rows[0]?.[`c${at}`]]).toEqual([expression, null]);
      expect([expression, rows[1]?.[`c${at}`]]).toEqual([expression, value]);
    }
  });

  it('go through a fold as inputs and outputs', async () => {
    const warehouse = await subject.open();
    const file = await parquetOf(CASES.map(([expression]) => expression));
    await warehouse.load({ table: 't', files: [file], time: 'seen', contentHash: null });
    const fields = CASES.map(([, type], at) => ({ name: `c${at}`, type }));
    const scan = { table: 't', days: RANGE, where: [], time: 'UNIX_MILLIS(seen)', lagMs: 0 };
    const key = { name: 'k', expression: "IF(c0 IS NULL, 'none', 'some')" };
    const step = await warehouse.fold({
      left: { kind: 'scan', scan: { ...scan, columns: [key] }, keys: ['k'] },
      at: 'time',
      events: [{ ...scan, columns: [key, ...columns] }],
      fromMs: Number.NEGATIVE_INFINITY,
      keys: [{ name: 'k', type: { kind: 'string' } }],
      inputs: fields,
      outputs: fields,
      orderTies: true,
    });
    const chunk = await step.read();
    expect(chunk?.n).toBe(4);
    // Each key has its ask and then its event: the inputs of row 1 and 3 are the outputs of row 0 and 2, whatever their vectors are.
    for (const ask of [0, 2]) {
      const inputs = chunk?.inputs.map((vector) => sliceVector(vector, ask + 1, ask + 2)) ?? [];
      await step.write(Int32Array.of(chunk?.row[ask] ?? -1), inputs, 1);
    }
    expect(await step.read()).toBeNull();
    await step.publish({ table: 'out', days: RANGE, fingerprint: () => '' }, 'joined');
    await step.close();
    const rows = await warehouse.rows({
      scan: { table: 'out', days: RANGE, columns, where: [] },
      orderBy: ['c0'],
      limit: 2,
    });
    for (const [at, [expression, , value]] of CASES.entries()) {
      expect([expression, rows[0]?.[`c${at}`]]).toEqual([expression, null]);
      expect([expression, rows[1]?.[`c${at}`]]).toEqual([expression, value]);
    }
  });

  it.each(['1::UBIGINT', '1::HUGEINT', "TIME '10:00:00'", "INTERVAL '1' DAY"])(
    'refuse %s, naming the column',
    async (expression) => {
      const warehouse = await subject.open();
      const file = await parquetOf([expression]);
      const loaded = await warehouse
        .load({ table: 't', files: [file], time: 'seen', contentHash: null })
        .catch((thrown: unknown) => thrown);
      // Parquet has no 128-bit integers: DuckDB writes them as doubles.
      if (expression.includes('HUGEINT')) expect(loaded).toMatchObject({ rows: 2 });
      else
        expect(loaded).toMatchObject({
          code: 'INVALID_ARGUMENT',
          message: expect.stringMatching(/types\.parquet, column "c0".*cast/),
        });
    },
  );
});
