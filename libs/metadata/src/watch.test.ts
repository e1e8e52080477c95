import { hostileStore } from '@isochron/kv/hostile';
import { IsochronError } from '@isochron/schema';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ADDRESS, openWorkplace, requestOf, type Workplace } from './workplace.fixture.ts';

let place: Workplace;
beforeEach(async () => {
  place = await openWorkplace();
});
afterEach(() => place.dispose());

it('gives the present version, then each new one that another process publishes, and ends when told', async () => {
  const publisher = await place.open();
  const metadata = await place.open();
  await publisher.publish(requestOf('a=1', null));
  const stop = new AbortController();
  const seen: number[] = [];
  let from = 'a=1';
  for await (const { version } of metadata.watch({ address: ADDRESS, afterVersion: 0, signal: stop.signal })) {
    seen.push(version);
    if (version === 4) stop.abort();
    else {
      await publisher.publish(requestOf(`a=${version + 1}`, from));
      from = `a=${version + 1}`;
    }
  }
  expect(seen).toEqual([1, 2, 3, 4]);
});

it('says nothing of what the watcher knows, looks again until it is told to stop, and then no more', async () => {
  const looks: number[] = [];
  const stop = new AbortController();
  const metadata = await place.open({
    pause: async (ms) => {
      looks.push(ms);
      if (looks.length === 5) stop.abort();
    },
  });
  await metadata.publish(requestOf('a=1', null));
  const versions: number[] = [];
  for await (const { version } of metadata.watch({ address: ADDRESS, afterVersion: 1, signal: stop.signal }))
    versions.push(version);
  expect(versions).toEqual([]);
  await new Promise(setImmediate);
  const looked = looks.length;
  expect(looks.every((ms) => ms === 250)).toBe(true);
  await new Promise(setImmediate);
  expect(looks).toHaveLength(looked);
});

it('looks once for all who watch one set, and again when somebody comes after all have gone', async () => {
  let reads = 0;
  const first = Promise.withResolvers<void>();
  let pauses = 0;
  const pause = () => (pauses++ === 0 ? first.promise : new Promise<void>(() => {}));
  const metadata = await place.open({ pause }, (store) => ({
    ...store,
    read: (table, request, visit) => {
      reads++;
      return store.read(table, request, visit);
    },
    close: () => store.close(),
  }));
  await metadata.publish(requestOf('a=1', null));
  reads = 0;
  const look = async () => {
    const versions = metadata.watch({ address: ADDRESS, afterVersion: 0, signal: new AbortController().signal });
    const { value } = await versions.next();
    await versions.return();
    return value?.version;
  };
  expect(await Promise.all(Array.from({ length: 20 }, look))).toEqual(Array(20).fill(1));
  expect(reads).toBe(1);
  first.resolve();
  await new Promise(setImmediate);
  expect(await look()).toBe(1);
  expect(reads).toBe(2);
});

it('tells all watchers what ends it', async () => {
  const metadata = await place.open({ pause: async () => {} }, (store) => ({
    ...store,
    read: () => Promise.reject(new IsochronError('DATA_LOSS', 'damaged')),
    close: () => store.close(),
  }));
  const next = () => metadata.watch({ address: ADDRESS, afterVersion: 0, signal: new AbortController().signal }).next();
  const ended = await Promise.all([next().catch(String), next().catch(String)]);
  expect(ended).toEqual(Array(2).fill('IsochronError: damaged'));
});

it('does not wait out its pause when it is told to stop', async () => {
  const stop = new AbortController();
  const metadata = await place.open({ pause: () => new Promise(() => {}) });
  const next = metadata.watch({ address: ADDRESS, afterVersion: 0, signal: stop.signal }).next();
  setImmediate(() => stop.abort());
  expect(await next).toEqual({ done: true, value: undefined });
});

it('never goes back on a store that reads the past', async () => {
  const publisher = await place.open();
  const hostility = { seed: 3, delayMsMax: 0, lostRequests: 0, lostReplies: 0, staleReads: 0.7 };
  const metadata = await place.open(
    { pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms / 100)) },
    (store) => hostileStore(store, hostility),
  );
  const stop = new AbortController();
  const seen: number[] = [];
  await publisher.publish(requestOf('a=1', null));
  for await (const { version } of metadata.watch({ address: ADDRESS, afterVersion: 0, signal: stop.signal })) {
    seen.push(version);
    if (version >= 10) stop.abort();
    else await publisher.publish(requestOf(`a=${version + 1}`, `a=${version}`));
  }
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  expect(seen.at(-1)).toBe(10);
});
