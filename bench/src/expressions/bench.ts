import { cpus } from 'node:os';
import { DuckDBInstance } from '@duckdb/node-api';
import { type Analyzed, analyze, compileExpression, duckDbOf, isProven, macroFile } from '@isochron/expression';
import type { DataType, Value } from '@isochron/schema';
import { median } from '../contender.ts';
import type { BenchOptions } from '../main.ts';
import { rounded, table, whole } from '../sketches/table.ts';
import { columns, type Derivation, derivations } from './derivations.ts';

/**
 * Derivations as compiled closures over rows, beside the same written by hand and beside DuckDB's vectorised run of the text that is pushed down, on
 * one thread; then how long it takes to compile one. Contenders take turns; all are warmed up first.
 */
export async function expressionsBench({ quick, runs }: BenchOptions): Promise<void> {
  const count = quick ? 20_000 : 200_000;
  const duckdb = await startDuckDb(count);
  say(`${cpus().length} cores, Node ${process.versions.node}\n`);
  say(
    `Evaluation: ns a row, ${whole(count)} rows of which a tenth of each column is null; medians of ${runs * TURNS} turns\n`,
  );
  const rows: string[][] = [];
  for (const derivation of derivations) rows.push(await measure(derivation, duckdb, runs * TURNS));
  say(`${table(['derivation', 'closure', 'by hand', 'ratio', 'DuckDB', 'pushed down'], rows)}\n`);
  say(
    `Compiling: µs an expression (read, typed, generated for rows and for vectors), medians of 200, after as many to warm up\n`,
  );
  say(
    table(
      ['derivation', 'µs'],
      derivations.map((each) => [each.name, rounded(compileMicros(each))]),
    ),
  );
  duckdb.stop();
}

const TURNS = 7;

interface DuckDb {
  readonly rows: (names: readonly string[]) => Promise<readonly (readonly Value[])[]>;
  readonly time: (sql: string) => Promise<number>;
  readonly count: number;
  readonly stop: () => void;
}

async function startDuckDb(count: number): Promise<DuckDb> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  await connection.run("SET TimeZone = 'UTC'");
  await connection.run(macroFile);
  const list = columns.map(
    ({ name, sql }, at) => `CASE WHEN hash(i * 31 + ${at}) % 10 = 0 THEN NULL ELSE ${sql} END AS ${name}`,
  );
  await connection.run(`CREATE TABLE t AS SELECT ${list.join(', ')} FROM range(${count}) AS r(i)`);
  return {
    rows: async (names) => {
      const read = names.map((name) =>
        typeOf(name).kind === 'date' ? `${name} - DATE '1970-01-01' AS ${name}` : name,
      );
      const reader = await connection.runAndReadAll(`SELECT ${read.join(', ')} FROM t`);
      return reader.getRowsJS().map((row) => row.map((value, at) => heldValue(value, typeOf(names[at] ?? ''))));
    },
    time: async (sql) => {
      const started = performance.now();
      await connection.run(sql);
      return performance.now() - started;
    },
    count,
    stop: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

function typeOf(name: string): DataType {
  const column = columns.find((each) => each.name === name);
  if (column === undefined) throw new Error(`There is no column ${name}.`);
  return column.type;
}

/** As rows hold it: a long is a number while that is exact. The driver gives what the column's type says. */
function heldValue(value: unknown, type: DataType): Value {
  if (value === null || value === undefined) return null;
  return type.kind === 'long' || type.kind === 'date' ? Number(value) : (value as Value);
}

async function measure(derivation: Derivation, duckdb: DuckDb, turns: number): Promise<string[]> {
  const analyzed = analyzedOf(derivation);
  const { evaluate } = compiled(analyzed);
  const rows = await duckdb.rows(derivation.reads);
  refuseDifferent(derivation, evaluate, rows);
  const text = duckDbOf(analyzed.typed, (column) => `"${analyzed.columns[column]?.name}"`);
  const [ours, byHand, theirs]: [number[], number[], number[]] = [[], [], []];
  for (let turn = -3; turn < turns; turn++) {
    const figures = [
      timeOver(evaluate, rows),
      timeOver(derivation.byHand, rows),
      text === null ? Number.NaN : await duckdb.time(`SELECT count(${text}), count(1) FROM t`),
    ] as const;
    if (turn < 0) continue;
    for (const [at, list] of [ours, byHand, theirs].entries())
      list.push((figures[at] ?? Number.NaN) * (1e6 / duckdb.count));
  }
  const ratio = median(ours) / median(byHand);
  const shown = Number.isNaN(median(theirs)) ? '–' : rounded(median(theirs));
  return [
    derivation.name,
    rounded(median(ours)),
    rounded(median(byHand)),
    ratio.toFixed(2),
    shown,
    isProven(analyzed.typed) ? 'yes' : 'no',
  ];
}

type RowFunction = (row: readonly Value[]) => Value;

/** What the calls gave, so that none is left out as without effect. */
let kept: Value = null;

function timeOver(of: RowFunction, rows: readonly (readonly Value[])[]): number {
  const started = performance.now();
  let last: Value = null;
  for (const row of rows) last = of(row);
  const ms = performance.now() - started;
  kept = last ?? kept;
  return ms;
}

/** Both contenders must compute the same, but for what is rounded by hand without care. */
function refuseDifferent(
  { name, byHand }: Derivation,
  evaluate: RowFunction,
  rows: readonly (readonly Value[])[],
): void {
  for (const row of rows.slice(0, 1000)) {
    const [given, wanted] = [evaluate(row), byHand(row)];
    const isNear = typeof given === 'number' && typeof wanted === 'number' && Math.abs(given - wanted) < 1e-9;
    if (given !== wanted && !isNear) throw new Error(`${name}: ${String(given)} beside ${String(wanted)} by hand.`);
  }
}

function analyzedOf({ text }: Derivation): Analyzed {
  const { analyzed, faults } = analyze(text, { columns: columns.map(({ name, type }) => ({ name, type })) });
  if (analyzed === null) throw new Error(`${text}: ${faults[0].message}`);
  return analyzed;
}

function compiled(analyzed: Analyzed): ReturnType<typeof compileExpression> {
  const { dataType } = analyzed;
  if ('unstorable' in dataType) throw new Error('The values of a derivation must be storable.');
  return compileExpression({ ...analyzed, dataType });
}

function compileMicros(derivation: Derivation): number {
  const times: number[] = [];
  for (let run = 0; run < 400; run++) {
    const started = performance.now();
    compiled(analyzedOf(derivation));
    if (run >= 200) times.push((performance.now() - started) * 1000);
  }
  return median(times);
}

const say = (text: string): void => void process.stdout.write(`${text}\n`);
