import { hostileStore } from '@isochron/kv/hostile';
import { IsochronError } from '@isochron/schema';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MetadataStore } from './metadata-store.ts';
import { ADDRESS, hashOf, openWorkplace, requestOf, textOf, type Workplace } from './workplace.fixture.ts';

const PUBLISHERS = 10;
const SEED = Math.floor(Math.random() * 2 ** 31);

let place: Workplace;
beforeEach(async () => {
  place = await openWorkplace();
});
afterEach(() => place.dispose());

/** Adds an object to whatever is published, as often as somebody else was first. Answers how often that was. */
async function add(metadata: MetadataStore, name: string): Promise<number> {
  for (let lost = 0; ; lost++) {
    const before = await textOf(metadata);
    const after = [...(before ?? '').split(' '), `${name}=1`].sort().join(' ').trim();
    try {
      await metadata.publish(requestOf(after, before, { who: name }));
      return lost;
    } catch (thrown) {
      if (IsochronError.from(thrown).code !== 'ABORTED') throw thrown;
    }
  }
}

const names = Array.from({ length: PUBLISHERS }, (_, n) => `p${n}`);

async function expectAll(metadata: MetadataStore, story: string): Promise<void> {
  expect(await textOf(metadata), story).toBe(names.map((name) => `${name}=1`).join(' '));
  const history = await metadata.history(ADDRESS, { limit: 100 });
  expect(
    history.map(({ version }) => version),
    story,
  ).toEqual(names.map((_, n) => PUBLISHERS - n));
  expect(new Set(history.map(({ who }) => who)), story).toEqual(new Set(names));
  for (const { added, changed, removed } of history) expect([added, changed, removed], story).toEqual([1, 0, 0]);
}

describe('ten publishers at once', () => {
  it('lose no update', async () => {
    const stores = await Promise.all(names.map(() => place.open()));
    const lost = await Promise.all(names.map((name, n) => add(stores[n] as MetadataStore, name)));
    expect(Math.max(...lost)).toBeGreaterThan(0);
    await expectAll(await place.open(), '');
  });

  it(`lose none on a store that loses requests and replies and reads the past (seed ${SEED})`, async () => {
    const hostility = { delayMsMax: 2, lostRequests: 0.1, lostReplies: 0.2, staleReads: 0.5 };
    const pause = () => Promise.resolve();
    const stores = await Promise.all(
      names.map((_, n) => place.open({ pause }, (store) => hostileStore(store, { ...hostility, seed: SEED + n }))),
    );
    await Promise.all(names.map((name, n) => add(stores[n] as MetadataStore, name)));
    await expectAll(await place.open(), `seed ${SEED}`);
  });
});

describe('a lost reply', () => {
  it('is not taken for a conflict, though others have published since', async () => {
    const other = await place.open();
    let isLost = false;
    const metadata = await place.open({ pause: async () => {} }, (store) => ({
      ...store,
      ensureTable: store.ensureTable,
      read: store.read,
      mutateIf: async (table, row, condition) => {
        const answer = await store.mutateIf(table, row, condition);
        if (isLost) return answer;
        isLost = true;
        await other.publish(requestOf('a=2', 'a=1', { who: 'bob' }));
        throw new IsochronError('UNAVAILABLE', 'The reply was lost.');
      },
      close: () => store.close(),
    }));
    expect((await metadata.publish(requestOf('a=1', null))).head).toMatchObject({ version: 1, hash: hashOf('a=1') });
    expect((await metadata.head(ADDRESS))?.hash).toBe(hashOf('a=2'));
  });

  it('is given up on when it never ends', async () => {
    let calls = 0;
    const metadata = await place.open({ pause: async () => {} }, (store) => ({
      ...store,
      mutateIf: async () => {
        calls++;
        throw new IsochronError('UNAVAILABLE', 'Nobody answers.');
      },
      close: () => store.close(),
    }));
    await expect(metadata.publish(requestOf('a=1', null))).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    expect(calls).toBe(12);
    expect(await metadata.head(ADDRESS)).toBeNull();
  });
});
