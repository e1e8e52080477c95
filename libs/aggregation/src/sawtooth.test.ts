import { doubleType, type Field, getValue, longType, stringType, type Value, vectorOf } from '@isochron/schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bindFeature } from './bind.ts';
import type { Feature, FeatureSpec } from './feature.ts';
import { isAnswer, oracle } from './oracle.ts';
import { type FoldBatch, SawtoothFold } from './sawtooth.ts';
import { type Accuracy, DAY_MS, HOUR_MS, hopMs, MINUTE_MS } from './window.ts';

const schema: readonly Field[] = [
  { name: 'amount', type: longType },
  { name: 'price', type: doubleType },
  { name: 'item', type: stringType },
];

interface Row {
  readonly key: number;
  readonly ts: number;
  /** A left row has none. */
  readonly event: readonly Value[] | null;
}

const windows = [5 * MINUTE_MS, HOUR_MS, 12 * HOUR_MS, DAY_MS, 7 * DAY_MS, 12 * DAY_MS, 30 * DAY_MS, null];
const wholeDays = windows.filter((window) => window === null || window % DAY_MS === 0);

const spec = (
  operation: FeatureSpec['operation'],
  input: string,
  windowMs: number | null,
  bucket: string | null = null,
): FeatureSpec => ({
  name: `${operation} of ${input} in ${windowMs} by ${bucket}`,
  operation,
  args: operation.endsWith('_K') ? { k: '3' } : {},
  input,
  bucket,
  windowMs,
});

function featuresFor(lengths: readonly (number | null)[]): Feature[] {
  const specs = lengths.flatMap((length) => [
    spec('COUNT', 'amount', length),
    spec('SUM', 'amount', length),
    spec('SUM', 'price', length),
    spec('AVERAGE', 'price', length),
    spec('MIN', 'item', length),
    spec('MAX', 'price', length),
    spec('FIRST', 'item', length),
    spec('LAST', 'amount', length),
    spec('VARIANCE', 'price', length),
    spec('LAST_K', 'item', length),
    spec('TOP_K', 'price', length),
    spec('UNIQUE_COUNT', 'item', length),
    spec('HISTOGRAM', 'item', length),
    spec('SUM', 'amount', length, 'item'),
    spec('LAST_K', 'price', length, 'item'),
  ]);
  return specs.map((one) => {
    const feature = bindFeature(one, schema);
    if ('refusal' in feature) throw new Error(feature.refusal);
    return feature;
  });
}

const sorted = (rows: readonly Row[]): Row[] =>
  [...rows].sort((a, b) => a.key - b.key || a.ts - b.ts || Number(a.event !== null) - Number(b.event !== null));

/** Folds in batches of the given sizes, taking what is held whenever there is no room for the next. */
function fold(
  features: readonly Feature[],
  accuracy: Accuracy,
  rows: readonly Row[],
  batchRows: number,
  stepRows: number,
): Value[][] {
  const rowsMax = Math.max(2 * batchRows, 8);
  const sawtooth = new SawtoothFold(features, { accuracy, rowsMax, stepRows });
  const answers: Value[][] = [];
  const take = (): void => {
    for (let k = 0; k < sawtooth.held; k++) {
      answers[sawtooth.rows[k] ?? -1] = features.map((feature, f) => {
        const output = sawtooth.outputs[f];
        if (output === undefined) throw new Error('no output');
        return getValue(feature.bound.output, output, k);
      });
    }
    sawtooth.take();
  };
  let left = 0;
  for (let from = 0; from < rows.length; from += batchRows) {
    const slice = rows.slice(from, from + batchRows);
    const batch: FoldBatch = {
      n: slice.length,
      key: Int32Array.from(slice, ({ key }) => key),
      ts: Float64Array.from(slice, ({ ts }) => ts),
      row: Int32Array.from(slice, ({ event }) => (event === null ? left++ : -1)),
      columns: schema.map(({ type }, column) =>
        vectorOf(
          type,
          slice.map(({ event }) => event?.[column] ?? null),
        ),
      ),
    };
    if (sawtooth.held + slice.length > rowsMax) take();
    sawtooth.push(batch);
  }
  take();
  return answers;
}

/** The window rule, by hand: events of the key in [floor((q - W) / h) * h, q). */
function expectAllEqual(
  features: readonly Feature[],
  accuracy: Accuracy,
  rows: readonly Row[],
  answers: readonly Value[][],
): void {
  const leftRows = rows.filter(({ event }) => event === null);
  expect(answers.length).toBe(leftRows.length);
  leftRows.forEach((left, index) => {
    features.forEach((feature, f) => {
      const { windowMs, operation, args, bucket } = feature.spec;
      const hop = hopMs(windowMs, accuracy);
      const from = windowMs === null ? -Infinity : Math.floor((left.ts - windowMs) / hop) * hop;
      const seen = rows
        .filter(({ key, ts, event }) => event !== null && key === left.key && ts >= from && ts < left.ts)
        .map(({ ts, event }) => ({
          ts,
          value: event?.[feature.input] ?? null,
          ...(feature.bucket === null ? {} : { bucket: (event?.[feature.bucket] ?? null) as string | null }),
        }));
      const inputType = schema[feature.input]?.type ?? longType;
      const question = { operation, args, input: inputType, bucketed: bucket !== null };
      const actual = answers[index]?.[f] ?? null;
      const scale = seen.reduce((sum, { value }) => sum + (typeof value === 'number' ? Math.abs(value) : 0), 1);
      if (!isAnswer(question, seen, feature.bound.output, actual, 1e-9 * scale * scale)) {
        const expected = oracle(question, seen);
        expect.fail(
          `${feature.spec.name} at ${left.ts} of key ${left.key}: ${String(actual)}, the oracle says ${String(expected)}`,
        );
      }
    });
  });
}

const START = Date.UTC(2024, 0, 1);
const instant = fc.oneof(
  fc.integer({ min: 0, max: 40 * 288 }).map((hops) => START + hops * 5 * MINUTE_MS),
  fc.integer({ min: 0, max: 40 * DAY_MS }).map((ms) => START + ms),
  fc.integer({ min: 0, max: HOUR_MS }).map((ms) => START + 20 * DAY_MS + ms),
  fc.constantFrom(START + 20 * DAY_MS, START + 20 * DAY_MS - 1, START + 20 * DAY_MS + 1),
);
const event = fc.tuple(
  fc.option(fc.integer({ min: -5, max: 5 }), { freq: 5 }),
  fc.option(fc.constantFrom(-1.5, 0, 0.1, 2.25, 1e6), { freq: 5 }),
  fc.option(fc.constantFrom('a', 'b', 'c', '\u{1f600}'), { freq: 5 }),
);
const rowsOf = (times: fc.Arbitrary<number>): fc.Arbitrary<Row[]> =>
  fc
    .array(
      fc.oneof(
        { weight: 3, arbitrary: fc.record({ key: fc.integer({ min: 0, max: 2 }), ts: instant, event }) },
        {
          weight: 2,
          arbitrary: fc.record({ key: fc.integer({ min: 0, max: 3 }), ts: times, event: fc.constant(null) }),
        },
      ),
      { maxLength: 80 },
    )
    .map(sorted);

describe('the sawtooth fold', () => {
  it('equals the oracle for every window, whatever the batches and steps', () => {
    const features = featuresFor(windows);
    fc.assert(
      fc.property(
        rowsOf(instant),
        fc.constantFrom(1, 3, 64, 1000),
        fc.constantFrom(1, 2, 7, 512),
        (rows, batchRows, stepRows) => {
          expectAllEqual(features, 'TEMPORAL', rows, fold(features, 'TEMPORAL', rows, batchRows, stepRows));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('is the snapshot fold when hops are days and left rows stand at midnights', () => {
    const features = featuresFor(wholeDays);
    const midnight = fc.integer({ min: 0, max: 45 }).map((days) => START + days * DAY_MS);
    fc.assert(
      fc.property(rowsOf(midnight), fc.constantFrom(1, 16, 1000), (rows, batchRows) => {
        expectAllEqual(features, 'SNAPSHOT', rows, fold(features, 'SNAPSHOT', rows, batchRows, 5));
      }),
      { numRuns: 80 },
    );
  });

  it('does not let a left row see the events of its own instant', () => {
    const features = featuresFor([HOUR_MS]);
    const rows = sorted([
      { key: 1, ts: START, event: [1, 1, 'a'] },
      { key: 1, ts: START, event: null },
      { key: 1, ts: START + 1, event: null },
    ]);
    const [at, after] = fold(features, 'TEMPORAL', rows, 10, 10);
    expect(at?.[0]).toBe(null);
    expect(after?.[0]).toBe(1);
  });

  it('folds a key of many hops in the memory of its longest window', () => {
    const features = featuresFor([HOUR_MS, 12 * HOUR_MS]).slice(0, 3);
    const rows: Row[] = [];
    for (let hop = 0; hop < 5000; hop++) {
      rows.push({ key: 1, ts: START + hop * 5 * MINUTE_MS, event: [1, 1, 'a'] });
      if (hop % 100 === 99) rows.push({ key: 1, ts: START + hop * 5 * MINUTE_MS + 1, event: null });
    }
    const answers = fold(features, 'TEMPORAL', rows, 256, 64);
    expect(answers).toHaveLength(50);
    expect(answers.at(-1)?.slice(0, 2)).toEqual([13, 13]);
  });

  it('refuses more left rows than there is room for', () => {
    const fold = new SawtoothFold(featuresFor([HOUR_MS]), { accuracy: 'TEMPORAL', rowsMax: 1 });
    const columns = schema.map(({ type }) => vectorOf(type, [null, null]));
    expect(() =>
      fold.push({ n: 2, key: Int32Array.of(1, 1), ts: Float64Array.of(1, 2), row: Int32Array.of(0, 1), columns }),
    ).toThrow('room for 1');
  });
});
