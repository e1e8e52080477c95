import { IsochronError } from '@isochron/schema';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ADDRESS, hashOf, objectOf, openWorkplace, requestOf, textOf, type Workplace } from './workplace.fixture.ts';

const HOUR = 3_600_000;

let place: Workplace;
let nowMs = 0;
beforeEach(async () => {
  place = await openWorkplace();
  nowMs = 1_000 * HOUR;
});
afterEach(() => place.dispose());

const VERSIONS = 5;
const open = () => place.open({ nowMs: () => nowMs, pause: async () => {}, versionsMax: VERSIONS });

/** A publisher that dies before its set counts. */
async function die(text: string): Promise<void> {
  const metadata = await place.open({ nowMs: () => nowMs, pause: async () => {} }, (store) => ({
    ...store,
    mutateIf: () => Promise.reject(new IsochronError('INTERNAL', 'dead')),
    close: () => store.close(),
  }));
  await expect(metadata.publish(requestOf(text, await textOf(metadata)))).rejects.toThrow('dead');
}

it('takes away what no version needs, once it is old, and nothing else', async () => {
  const metadata = await open();
  await metadata.publish(requestOf('a=1 b=1', null));
  await metadata.publish(requestOf('a=2', 'a=1 b=1'));
  await die('a=3 b=1 c=1');
  expect(await metadata.collect()).toEqual({ sets: 0, objects: 0 });
  nowMs += HOUR;
  expect(await metadata.collect()).toEqual({ sets: 0, objects: 0 });
  nowMs += 1;
  // b=1 is needed by version 1.
  expect(await metadata.collect()).toEqual({ sets: 1, objects: 2 });
  expect(await metadata.collect()).toEqual({ sets: 0, objects: 0 });
  expect(await textOf(metadata)).toBe('a=2');
  expect(await textOf(metadata, hashOf('a=1 b=1'))).toBe('a=1 b=1');
  await expect(metadata.entries(hashOf('a=3 b=1 c=1'))).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

it('lets a publisher that came again have what the dead one left', async () => {
  const metadata = await open();
  await die('a=1 b=1');
  nowMs += 2 * HOUR;
  await metadata.publish(requestOf('a=1 b=1', null));
  expect(await metadata.collect()).toEqual({ sets: 0, objects: 0 });
  expect(await textOf(metadata)).toBe('a=1 b=1');
});

it('leaves alone what is written again after it looked', async () => {
  const collector = await place.open({ nowMs: () => nowMs, pause: async () => {} }, (store) => ({
    ...store,
    // A publisher comes at the last moment, each time something is to be deleted.
    mutateIf: async (table, row, condition) => {
      await die('a=1');
      return store.mutateIf(table, row, condition);
    },
    close: () => store.close(),
  }));
  await die('a=1');
  nowMs += 2 * HOUR;
  expect(await collector.collect()).toEqual({ sets: 0, objects: 0 });
});

it('forgets the oldest versions, and what only they needed', async () => {
  const metadata = await open();
  let from: string | null = null;
  for (let n = 0; n <= VERSIONS; n++) {
    await metadata.publish(requestOf(`a=${n} b=1`, from));
    from = `a=${n} b=1`;
  }
  const history = await metadata.history(ADDRESS, { limit: 10_000 });
  expect(history).toHaveLength(VERSIONS);
  expect(history.at(-1)?.version).toBe(2);
  const back = { address: ADDRESS, who: 'eve', message: '', expectedHash: hashOf(from ?? ''), toVersion: 1 };
  await expect(metadata.rollback(back)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  nowMs += 2 * HOUR;
  expect(await metadata.collect()).toEqual({ sets: 1, objects: 1 });
  await expect(metadata.texts([objectOf('a', '0').hash])).rejects.toMatchObject({ code: 'DATA_LOSS' });
  expect(await textOf(metadata, history.at(-1)?.hash)).toBe('a=1 b=1');
});
