import { readFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import { report, startRun } from '../contender.ts';
import { benchOperations, benchWindows } from './windows.ts';

/** Runs one of the committed SQL files over the bench's tables: `sql-contender.ts FILE.sql EVENTS ASKS OUTPUT`. */
const [file, events, asks, output] = process.argv.slice(2);
if (file === undefined || events === undefined || asks === undefined || output === undefined)
  throw new Error('wants FILE EVENTS ASKS OUTPUT');

const columns = benchWindows.flatMap(({ text, lengthMs, hopMs }) =>
  benchOperations.map((operation) => ({ name: `amount_${operation}_${text}`, operation, text, lengthMs, hopMs })),
);
const holes: Readonly<Record<string, string>> = {
  events: `read_parquet('${events}')`,
  asks: `read_parquet('${asks}')`,
  output,
  // Values that differ from row to row, as features do: twelve constant columns would cost nothing to write.
  columns: columns.map(({ name }, index) => `ts::DOUBLE / ${index + 3} AS ${name}`).join(', '),
  names: columns.map(({ name }) => name).join(', '),
  features: columns.map(({ name, operation, text }) => `${operation}(amount) OVER w_${text} AS ${name}`).join(', '),
  windows: benchWindows
    .map(
      ({ text, lengthMs, hopMs }) =>
        `w_${text} AS (PARTITION BY user_id ORDER BY ts RANGE BETWEEN (ts - ((ts - ${lengthMs}) // ${hopMs}) * ${hopMs}) PRECEDING AND 1 PRECEDING)`,
    )
    .join(', '),
};
const sql = readFileSync(new URL(file, import.meta.url), 'utf8').replaceAll(
  /\{(\w+)\}/g,
  (_, hole: string) => holes[hole] ?? '',
);

const started = startRun();
const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
const connection = await instance.connect();
const result = await connection.runAndReadAll(sql);
report(started, Number(result.getRowsJS()[0]?.[0] ?? 0));
