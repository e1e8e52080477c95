import { operationNames } from '@isochron/aggregation';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { randomNumbers } from '../trips.fixture.ts';
import { everyOperation, inputNames, plain, saleRows } from '../upload/every-operation.fixture.ts';
import { day, days, openWorkplace, type Workplace } from '../workplace.fixture.ts';
import { why } from './why.ts';

const SEED = Math.floor(Math.random() * 2 ** 31);
const THREE_DAYS_MS = 3 * 86_400_000;

let place: Workplace;
beforeAll(async () => {
  place = await openWorkplace('800MB');
  await place.load('sales', saleRows(randomNumbers(SEED), 40));
});
afterAll(() => place.dispose());

it(`lists the events of a value of every operation, which the kernel and the oracle fold to what the table has (seed ${SEED})`, async () => {
  const made = await place.plan(plain);
  if (made.kind !== 'group-by') throw new Error('no plan of a group-by');
  const told = new Set<string>();
  for (const input of inputNames) {
    const every = everyOperation(made, 'TEMPORAL', input);
    const kept = every.features.flatMap(({ windowMs }, at) => (windowMs === THREE_DAYS_MS ? [at] : []));
    const plan = {
      ...every,
      features: kept.flatMap((at) => every.features[at] ?? []),
      outputs: kept.flatMap((at) => every.outputs[at] ?? []),
    };
    await place.backfill(plan, days(2));
    for (const { name, operation } of plan.features) {
      const said = [
        { column: 'user', text: 'çem' },
        { column: 'shop', text: '2' },
      ];
      const report = await why(place.warehouse, { plan, column: name, said, atMs: null, day: day(2), eventsMax: 1000 });
      expect(report, name).toMatchObject({ agrees: true, stored: { kind: 'stored', agrees: true } });
      const [feature] = report.features;
      expect(feature?.counted, name).toBeGreaterThan(0);
      expect(feature?.events.length, name).toBe(feature?.counted);
      told.add(operation);
    }
  }
  expect([...told].sort()).toEqual([...operationNames].sort());
}, 60_000);
