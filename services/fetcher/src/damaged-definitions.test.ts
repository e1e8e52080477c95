import { type DefinitionObject, fileOf, objectJson } from '@isochron/compiler';
import { type CellVisitor, type KeyValueStore, textOfBytes } from '@isochron/kv';
import { over } from '@isochron/kv/over';
import { openLmdbStore } from '@isochron/kv-lmdb';
import { objectHash } from '@isochron/metadata';
import { call } from '@isochron/rpc';
import { longType } from '@isochron/schema';
import { Operation } from '@isochron/thrift';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  aggregate,
  byUser,
  columns,
  E,
  fetchJoin,
  groupByOf,
  HOUR_MS,
  joinOf,
  openFetcher,
  order,
  PROFILE,
  profile,
  request,
  Shop,
  type Workplace,
} from './fetcher.fixture.ts';

/** What of a definition is not as it was written, by its hash. */
type Damage = 'text garbled' | 'summary garbled' | 'row lost';

/** A store in which definitions are damaged, and mended, while it is in use. */
class Damaged {
  readonly hashes = new Map<string, Damage>();

  async open(home: string): Promise<KeyValueStore> {
    const inner = await openLmdbStore({ home });
    return over(inner, {
      read: (table, asked, visit) => inner.read(table, asked, table === 'metadata_objects' ? this.#seen(visit) : visit),
    });
  }

  #seen(visit: CellVisitor): CellVisitor {
    return (row, key, cell) => {
      const damage = this.hashes.get(textOfBytes(key));
      if (damage === 'row lost') return;
      if (damage === undefined || !damage.startsWith(cell.family === 'json' ? 'text' : cell.family)) {
        visit(row, key, cell);
        return;
      }
      const bytes = Uint8Array.from(cell.bytes);
      bytes.fill(0x7b, cell.valueStart, cell.valueStart + 3);
      visit(row, key, { ...cell, bytes });
    };
  }
}

const OTHER = 'shop/serving.other__1';
const changed = (turn: number) =>
  profile({
    derivations: [...(profile().derivations ?? []), { name: 'turn', expression: `user_price_max * ${turn}` }],
  });
const otherOf = (turn: number): DefinitionObject => {
  const thrift = changed(turn);
  return {
    kind: 'join',
    name: OTHER,
    thrift: { ...thrift, metaData: { ...thrift.metaData, name: 'shop.serving.other__1' } },
  };
};
const hashOf = (object: DefinitionObject): string => objectHash(objectJson(object));

let shop: Shop;
let store: Damaged;
let place: Workplace;
const publish = (turn: number) => shop.publish(joinOf(changed(turn)), otherOf(turn), groupByOf(byUser()));
const open = async () => {
  place = await openFetcher(shop.home, {}, (home) => store.open(home));
};
beforeEach(async () => {
  shop = await Shop.open();
  store = new Damaged();
  await shop.upload(1, E, { ann: [order(E - HOUR_MS, 5, 2, 'tea')] });
});
afterEach(async () => {
  await place.dispose();
  await shop.dispose();
});

const turnOf = async (join: string): Promise<number | undefined> => {
  const { doubles } = await fetchJoin(place, request(['ann'], { join }));
  return (doubles?.values[doubles.names.indexOf('turn')] ?? Number.NaN) / 2;
};
const becomes = (join: string, turn: number) =>
  vi.waitUntil(async () => (await turnOf(join).catch(() => null)) === turn, { timeout: 20_000, interval: 20 });
const readiness = async () => {
  const { status } = await fetch(`${place.base}/readyz`);
  return { status, text: JSON.stringify(await place.service.health.readiness()) };
};
const metrics = async () => (await fetch(`${place.base}/metrics`)).text();
const listed = async () => {
  const { joins } = await call(place.client, place.client.listJoins, { prefix: OTHER }, { timeoutMs: 10_000 });
  return joins[0];
};

test.each(['text garbled', 'row lost'] as const)(
  'a definition with its %s is refused by name, all others are served, and everybody can see it; mended, it is served',
  async (damage) => {
    await publish(1);
    store.hashes.set(hashOf(otherOf(1)), damage);
    await open();
    expect(await turnOf(PROFILE)).toBe(1);
    const fault = { code: 'FAILED_PRECONDITION', message: expect.stringContaining(fileOf(otherOf(1))) };
    await expect(turnOf(OTHER)).rejects.toMatchObject(fault);
    expect(await listed()).toMatchObject({ name: OTHER, team: 'shop', isServed: false, fault });
    expect(await readiness()).toMatchObject({
      status: 200,
      text: expect.stringContaining(
        '1 of 3 published objects are not served as they are published; the stored definitions of 1 are damaged.',
      ),
    });
    expect(await metrics()).toContain('isochron_damaged_definitions 1');
    expect(await metrics()).toContain('isochron_served_objects{state="not_served"} 1');
    store.hashes.clear();
    await becomes(OTHER, 1);
    expect((await listed())?.fault).toBeUndefined();
    expect(await metrics()).toContain('isochron_damaged_definitions 0');
  },
);

test('where a new definition is damaged its Join is served as it was, and the others as they are now', async () => {
  await publish(1);
  await open();
  store.hashes.set(hashOf(otherOf(2)), 'text garbled');
  await publish(2);
  await becomes(PROFILE, 2);
  expect(await turnOf(OTHER)).toBe(1);
  expect(await listed()).toMatchObject({ isServed: true, fault: { code: 'FAILED_PRECONDITION' } });
  expect(await metrics()).toContain('isochron_served_objects{state="as_before"} 1');
  // What comes after it is served, also while it is damaged.
  await shop.publish(joinOf(changed(3)), otherOf(2), groupByOf(byUser()));
  await becomes(PROFILE, 3);
  expect(await turnOf(OTHER)).toBe(1);
  store.hashes.clear();
  await becomes(OTHER, 2);
});

test('a summary that is damaged is made up for by the text', async () => {
  await publish(1);
  const offline = { ...byUser(), metaData: { ...byUser().metaData, name: 'shop.orders.offline__1', online: false } };
  await shop.publish(joinOf(changed(1)), otherOf(1), groupByOf(byUser()), groupByOf(offline));
  for (const object of [otherOf(1), groupByOf(offline)]) store.hashes.set(hashOf(object), 'summary garbled');
  await open();
  expect(await turnOf(OTHER)).toBe(1);
  expect(await metrics()).toContain('isochron_served_objects{state="current"} 3');
  expect(await metrics()).toContain('isochron_served_objects{state="not_served"} 0');
});

test('one whose text is lost while it is served goes on as it was when its upload has other columns, and is told; mended, it goes by them', async () => {
  await publish(1);
  await open();
  store.hashes.set(hashOf(otherOf(1)), 'row lost');
  const more = byUser({ aggregations: [...(byUser().aggregations ?? []), aggregate('extra', Operation.SUM)] });
  const extra = { ...columns, inputs: [...columns.inputs, { name: 'extra', type: longType }] };
  await shop.upload(2, E, { ann: [[E - HOUR_MS, 5, 3, 'tea', 1]] }, more, extra);
  await vi.waitUntil(async () => (await listed())?.fault !== undefined, { timeout: 20_000, interval: 20 });
  expect(await turnOf(OTHER)).toBe(1.5);
  expect(await turnOf(PROFILE)).toBe(1.5);
  expect(await listed()).toMatchObject({ isServed: true, fault: { code: 'FAILED_PRECONDITION' } });
  expect(await metrics()).toContain('isochron_served_objects{state="current"} 2');
  store.hashes.clear();
  await vi.waitUntil(async () => (await listed())?.fault === undefined, { timeout: 20_000, interval: 20 });
  expect(await turnOf(OTHER)).toBe(1.5);
});
