import { equalValues, operationNames } from '@isochron/aggregation';
import type { GroupByPlan } from '@isochron/compiler';
import type { KeyValueStore } from '@isochron/kv';
import { openLmdbStore } from '@isochron/kv-lmdb';
import type { Value } from '@isochron/schema';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { randomNumbers } from '../trips.fixture.ts';
import { day, days, openWorkplace, type Workplace } from '../workplace.fixture.ts';
import { everyOperation, inputNames, keys, plain, saleRows } from './every-operation.fixture.ts';
import { decoderOf, keyBytesOf, servingInfoIn, stateIn, valuesIn } from './store.fixture.ts';
import { upload } from './upload.ts';

const SEED = Math.floor(Math.random() * 2 ** 31);

let place: Workplace;
let store: KeyValueStore;
beforeAll(async () => {
  // Files with hundreds of columns, most of them lists and maps.
  place = await openWorkplace('800MB');
  store = await openLmdbStore({ home: place.home });
  await place.load('sales', saleRows(randomNumbers(SEED), 60));
});
afterAll(async () => {
  await store.close();
  await place.dispose();
});

const tested = new Set<string>();
let compared = 0;

it.each(['TEMPORAL', 'SNAPSHOT'] as const)(
  `has in the store what the backfill has in its table, for every operation: %s (seed ${SEED})`,
  async (accuracy) => {
    const made = await place.plan(plain);
    if (made.kind !== 'group-by') throw new Error('no plan of a group-by');
    for (const input of inputNames)
      await expectEqual(everyOperation(made, accuracy, input), `${accuracy}_${input}_BATCH`);
    expect([...tested].sort()).toEqual([...operationNames].sort());
    expect(compared).toBeGreaterThan(10_000);
    tested.clear();
    compared = 0;
  },
  60_000,
);

async function expectEqual(plan: GroupByPlan, dataset: string): Promise<void> {
  for (const { operation } of plan.features) tested.add(operation);
  await place.backfill(plan, days(1, 2));
  for (const n of [1, 2]) {
    const report = await upload(
      { warehouse: place.warehouse, store, now: Date.now },
      {
        ...{ plan, groupBy: { metaData: { name: plan.name } }, dataset, day: day(n), replacesLater: false },
        signal: new AbortController().signal,
        onProgress: () => undefined,
      },
    );
    const { current } = await stateIn(store, dataset);
    expect(current).toEqual(report.generation);
    if (current === null) throw new Error('nothing is in force');
    const info = await servingInfoIn(store, dataset, current);
    expect(info.batchEndDate).toBe(day(n + 1));
    const decode = decoderOf(plan, info, current.batchEndMs);
    const keyBytes = keyBytesOf(plan, info);
    const rows = await place.rows(plan.table, days(n));
    expect(current.keys).toBe(rows.length);
    expect(rows.length).toBe(12);
    const values = await valuesIn(
      store,
      dataset,
      current.id,
      rows.map((row) => keyBytes(Object.fromEntries(keys.map(({ name }) => [name, row[name] ?? null])))),
    );
    for (const [index, row] of rows.entries()) {
      const found = decode(values[index] ?? null);
      for (const [feature, { name, type }] of plan.outputs.entries()) {
        const wanted: Value = row[name] ?? null;
        if (!equalValues(type, found[feature] ?? null, wanted, 1e-6)) {
          expect(found[feature], `${name} of ${JSON.stringify(row['user'])}, seed ${SEED}`).toEqual(wanted);
        }
        compared++;
      }
    }
  }
}
