import type { GroupByPlan } from '@isochron/compiler';
import {
  createVector,
  doubleType,
  type Field,
  getValue,
  longType,
  setValue,
  type Value,
  type Vector,
} from '@isochron/schema';
import type { FoldChunk, FoldStep } from '@isochron/warehouse';
import { expect, it } from 'vitest';
import { FoldHere } from './fold-here.ts';
import { FoldShared } from './fold-shared.ts';
import { FoldThread } from './fold-thread.ts';
import type { Folding } from './folding.ts';
import { randomNumbers } from './trips.fixture.ts';

const ROWS = 60_000;
const CHUNK_ROWS = 2048;
const inputs: readonly Field[] = [
  { name: 'fare', type: doubleType },
  { name: 'metres', type: longType },
];
const outputs: readonly Field[] = [
  { name: 'fare_sum_1h', type: doubleType },
  { name: 'metres_sum_1d', type: longType },
  { name: 'fare_count', type: longType },
];
const spec = { args: {}, bucket: null };
const plan: GroupByPlan = {
  kind: 'group-by',
  name: 'team/file.byUser__1',
  partitionColumns: ['ds'],
  partition: { column: 'ds', format: 'yyyy-MM-dd', everyMs: 86_400_000, lateMs: 0, isTime: false },
  run: { stepDays: null, isLastDayOnly: false, schedule: null, onlineSchedule: null, others: [] },
  table: 'team_file_byUser__1',
  accuracy: 'TEMPORAL',
  scans: [],
  keys: [],
  inputs,
  shape: 'aggregated',
  features: [
    { ...spec, name: 'fare_sum_1h', operation: 'SUM', input: 'fare', windowMs: 3_600_000 },
    { ...spec, name: 'metres_sum_1d', operation: 'SUM', input: 'metres', windowMs: 86_400_000 },
    { ...spec, name: 'fare_count', operation: 'COUNT', input: 'fare', windowMs: null },
  ],
  outputs,
  derived: null,
  lookbackMs: null,
  reuse: [],
  semanticHash: '',
};

/** Chunks of a hundred keys' events with a left row after every third, by key and time. */
function* chunks(metres: number): Generator<FoldChunk> {
  const random = randomNumbers(1);
  for (let from = 0; from < ROWS; from += CHUNK_ROWS) {
    const n = Math.min(CHUNK_ROWS, ROWS - from);
    const key = new Int32Array(CHUNK_ROWS);
    const ts = new Float64Array(CHUNK_ROWS);
    const row = new Int32Array(CHUNK_ROWS);
    const vectors = inputs.map(({ type }) => createVector(type, CHUNK_ROWS));
    for (let at = 0; at < n; at++) {
      const number = from + at;
      key[at] = Math.floor(number / 600);
      ts[at] = 1_000_000_000_000 + (number % 600) * 500_000;
      row[at] = number % 4 === 3 ? (number - 3) / 4 : -1;
      const [fare, length] = vectors;
      if (fare !== undefined) setValue(fare, at, random() < 0.1 ? null : Math.floor(random() * 400) / 4);
      if (length !== undefined) setValue(length, at, metres);
    }
    yield { n, key, ts, row, inputs: vectors };
  }
}

/** A step that keeps what is written to it, by row. */
function keepingStep(): FoldStep & { readonly written: Map<number, readonly Value[]> } {
  const written = new Map<number, readonly Value[]>();
  const unused = (): Promise<never> => Promise.reject(new Error('not used here'));
  return {
    written,
    counts: {
      leftRows: 0,
      leftWithoutKey: 0,
      leftWithoutTime: 0,
      leftBeyondLag: 0,
      events: 0,
      eventsWithoutKey: 0,
      eventsWithoutTime: 0,
      eventsBeyondLag: 0,
      rowsExpected: ROWS,
    },
    read: unused,
    readKeys: unused,
    publish: unused,
    close: unused,
    write: async (rows: Int32Array, vectors: readonly Vector[], n: number) => {
      for (let at = 0; at < n; at++) {
        written.set(
          rows[at] ?? -1,
          vectors.map((vector, index) => getValue(outputs[index]?.type ?? doubleType, vector, at)),
        );
      }
    },
  };
}

async function fold(folding: Folding, metres: number): Promise<void> {
  try {
    for (const chunk of chunks(metres)) await folding.push(chunk);
    await folding.finish();
  } finally {
    await folding.close();
  }
}

it('writes what the fold on the reading thread writes, each left row once', async () => {
  const [here, there] = [keepingStep(), keepingStep()];
  await fold(new FoldHere(here, plan), 1_500);
  await fold(new FoldThread(there, plan), 1_500);
  expect(here.written.size).toBe(ROWS / 4);
  expect([...there.written]).toEqual([...here.written]);
  expect([...here.written.values()].some((values) => values.every((value) => value !== null))).toBe(true);
});

it('is the same when two threads share the keys, whoever has room', async () => {
  const [here, shared] = [keepingStep(), keepingStep()];
  await fold(new FoldHere(here, plan), 1_500);
  await fold(new FoldShared(shared, plan), 1_500);
  const byRow = ({ written }: typeof here) => [...written].sort(([a], [b]) => a - b);
  expect(byRow(shared)).toEqual(byRow(here));
});

it('rejects with the error of the fold: a sum beyond 64 bits is refused, on any thread', async () => {
  const errors: unknown[] = [];
  for (const make of [FoldHere, FoldThread, FoldShared]) {
    errors.push(
      await fold(new make(keepingStep(), plan), Number.MAX_SAFE_INTEGER * 600).catch((reason: unknown) => reason),
    );
  }
  for (const error of errors)
    expect(error).toMatchObject({ name: 'IsochronError', message: expect.stringContaining('64 bits') });
  for (const error of errors) expect(error).toEqual(errors[0]);
});

it('can be given up in the middle', async () => {
  const folding = new FoldThread(keepingStep(), plan);
  const [first] = chunks(1);
  if (first !== undefined) await folding.push(first);
  await folding.close();
});
