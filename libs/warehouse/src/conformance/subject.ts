import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createVector, type Field, getValue, IsochronError, setValue, type Value } from '@isochron/schema';
import { expect } from 'vitest';
import {
  type DayRange,
  FOLD_CHUNK_ROWS_MAX,
  type FoldRequest,
  type FoldStep,
  type LoadReport,
  READ_CHUNK_ROWS_MAX,
  type RowChunk,
  type RowReader,
  type Scan,
  type Target,
  type TimedScan,
  type Warehouse,
} from '../warehouse.ts';

/** What the suite is run on: one fresh place for tables, opened as often as wanted, and a folder for files. */
export interface Subject {
  /** Another handle on the same tables, as another process would have. */
  open(): Promise<Warehouse>;
  readonly folder: string;
  /** Closes what was opened and removes everything. */
  dispose(): Promise<void>;
}

export type Row = Readonly<Record<string, unknown>>;

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
/** Midnight of 2001-01-01, UTC. */
export const START = Date.UTC(2001, 0, 1);

export const days = (start: number, end = start): DayRange => ({ start: day(start), end: day(end) });

/** The n-th of January 2001. */
export const day = (n: number): string => `2001-01-${String(n).padStart(2, '0')}`;

/** An instant of the n-th of January 2001. */
export const at = (n: number, hours = 0): number => START + (n - 1) * DAY + hours * HOUR;

let files = 0;

/** Rows as lines of JSON. */
export async function fileOf(subject: Subject, rows: readonly Row[]): Promise<string> {
  files++;
  const file = join(subject.folder, `rows-${files}.ndjson`);
  await writeFile(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  return file;
}

export async function loadRows(
  warehouse: Warehouse,
  subject: Subject,
  table: string,
  rows: readonly Row[],
  time = 'ts',
): Promise<LoadReport> {
  return warehouse.load({ table, files: [await fileOf(subject, rows)], time, contentHash: null });
}

export const columns = (...names: readonly string[]): Scan['columns'] =>
  names.map((name) => ({ name, expression: name }));

export const scan = (
  table: string,
  range: DayRange,
  names: readonly string[],
  where: readonly string[] = [],
): Scan => ({
  table,
  days: range,
  columns: columns(...names),
  where,
});

/** By the column `ts`, which holds milliseconds, with no lag. */
export const timed = (
  table: string,
  range: DayRange,
  names: readonly string[],
  more: Partial<TimedScan> = {},
): TimedScan => ({
  ...scan(table, range, names),
  time: 'ts',
  lagMs: 0,
  ...more,
});

export const target = (table: string, range: DayRange, fingerprint = 'made'): Target => ({
  table,
  days: range,
  fingerprint: (of) => `${fingerprint} ${of}`,
});

export async function readRows(
  warehouse: Warehouse,
  table: string,
  range: DayRange,
  names: readonly string[],
  orderBy = names,
) {
  return warehouse.rows({ scan: scan(table, range, names), orderBy, limit: 10_000 });
}

/** What a reader has left, or a fold has of keys: a list of values a row. */
export async function readColumns(reader: Pick<RowReader, 'fields' | 'read'>): Promise<(readonly Value[])[]> {
  const found: (readonly Value[])[] = [];
  for (let chunk = await reader.read(); chunk !== null; chunk = await reader.read()) {
    expect(chunk.n).toBeGreaterThan(0);
    expect(chunk.n).toBeLessThanOrEqual(READ_CHUNK_ROWS_MAX);
    found.push(...chunkValues(reader.fields, chunk));
  }
  return found;
}

export function chunkValues(fields: readonly Field[], chunk: RowChunk | null): (readonly Value[])[] {
  return Array.from({ length: chunk?.n ?? 0 }, (_, row) =>
    fields.map(({ type }, column) => {
      const vector = chunk?.columns[column];
      return vector === undefined ? null : getValue(type, vector, row);
    }),
  );
}

export type FoldRow = readonly [key: number, ts: number, row: number, ...inputs: Value[]];

/** Reads a fold to its end as rows [key, ts, row, inputs]; vectors are turned into values. */
export async function readAll(step: FoldStep, inputs: readonly Field[] = []): Promise<readonly FoldRow[]> {
  const found: FoldRow[] = [];
  for (let chunk = await step.read(); chunk !== null; chunk = await step.read()) {
    expect(chunk.n).toBeGreaterThan(0);
    expect(chunk.n).toBeLessThanOrEqual(FOLD_CHUNK_ROWS_MAX);
    for (let row = 0; row < chunk.n; row++) {
      const values = inputs.map((_, input) => {
        const vector = chunk?.inputs[input];
        if (vector === undefined) return null;
        if (vector.kind === 'values') return vector.data[row] ?? null;
        if (vector.valid !== null && vector.valid[row] === 0) return null;
        return Number(vector.data[row]);
      });
      found.push([chunk.key[row] ?? -1, chunk.ts[row] ?? -1, chunk.row[row] ?? -1, ...values]);
    }
  }
  return found;
}

/** Writes one row of outputs for each left row that was read, a few at a time. */
export async function writeAll(
  step: FoldStep,
  read: readonly FoldRow[],
  outputs: readonly Field[],
  valuesOf: (row: FoldRow) => readonly Value[],
): Promise<void> {
  const left = read.filter(([, , row]) => row >= 0);
  for (let from = 0; from < left.length; from += 3) {
    const some = left.slice(from, from + 3);
    const vectors = outputs.map((output) => createVector(output.type, some.length));
    for (const [index, row] of some.entries()) {
      for (const [output, value] of valuesOf(row).entries()) {
        const vector = vectors[output];
        if (vector !== undefined) setValue(vector, index, value);
      }
    }
    await step.write(
      Int32Array.from(some, ([, , row]) => row),
      vectors,
      some.length,
    );
  }
}

/** The whole of a fold: its rows, after outputs were written and published. */
export async function runFold(
  warehouse: Warehouse,
  request: FoldRequest,
  valuesOf: (row: FoldRow) => readonly Value[],
  to: Target,
  form: 'features' | 'joined',
) {
  const step = await warehouse.fold(request);
  try {
    const read = await readAll(step, request.inputs);
    await writeAll(step, read, request.outputs, valuesOf);
    return await step.publish(to, form);
  } finally {
    await step.close();
  }
}

/** Expects an error of ours whose message names what it is about. */
export async function expectError(work: Promise<unknown>, code: string, ...words: readonly string[]): Promise<void> {
  const thrown: unknown = await work.then(
    () => new Error(`Expected ${code}, but the call did not fail.`),
    (reason: unknown) => reason,
  );
  expect(thrown).toBeInstanceOf(IsochronError);
  const error = IsochronError.from(thrown);
  expect(`${error.code}: ${error.message}`).toMatch(new RegExp(`^${code}: `));
  for (const word of words) expect(error.message).toContain(word);
  expect(error.message).not.toMatch(/\n|LINE \d| {4}at /);
}
