import { hostileStore } from '@isochron/kv/hostile';
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

it('says nothing of what the watcher knows, and looks again until it is told to stop', async () => {
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
  expect(looks).toEqual([250, 250, 250, 250, 250]);
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
