import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { keyCodecOf } from '@isochron/avro';
import type { KeyValueStore } from '@isochron/kv';
import { openLmdbStore } from '@isochron/kv-lmdb';
import { stringType } from '@isochron/schema';
import { retiredAgeMinMs, uploadSilenceMaxMs } from '@isochron/serving';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { randomNumbers } from '../trips.fixture.ts';
import { day, openWorkplace, type Workplace } from '../workplace.fixture.ts';
import { rowsStored } from './loading.fixture.ts';
import { stateIn, valuesIn } from './store.fixture.ts';
import { DATASET, USERS, uploadVisits, visitRows } from './visits.fixture.ts';

const KILLS = 6;
const SEED = Math.floor(Math.random() * 2 ** 31);
const script = fileURLToPath(new URL('./killed-upload.fixture.ts', import.meta.url));

let place: Workplace;
let store: KeyValueStore;
beforeAll(async () => {
  place = await openWorkplace();
  store = await openLmdbStore({ home: place.home });
  await place.load('visits', visitRows(-5, 3));
});
afterAll(async () => {
  await store.close();
  await place.dispose();
});

interface Said {
  readonly text: string;
  readonly atMs: number;
}

/** Starts an upload of day 2 in a process of its own and kills it `afterMs` after it has said line `line` (0: that it is ready). */
async function uploadAndKill(edition: string, line: number, afterMs: number): Promise<readonly Said[]> {
  const child = spawn(process.execPath, [script, place.home, day(2), edition], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const said: Said[] = [];
  let startedMs = 0;
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    if (startedMs === 0) startedMs = performance.now();
    for (const text of chunk.trim().split('\n')) {
      if (said.length === line) setTimeout(() => child.kill('SIGKILL'), afterMs).unref();
      said.push({ text, atMs: performance.now() - startedMs });
    }
  });
  await exited;
  return said;
}

/** All that a generation has, as one hash; null where a key is missing. */
async function hashOf(generation: number): Promise<string | null> {
  const codec = keyCodecOf([{ name: 'user', type: stringType }]);
  const keys = Array.from({ length: USERS }, (_, user) => codec.encode({ user: `user ${user}` }));
  const values = await valuesIn(store, DATASET, generation, keys);
  const hash = createHash('sha256');
  for (const value of values) {
    if (value?.kind !== 'value') return null;
    hash.update(value.bytes);
  }
  return hash.digest('hex');
}

it(`leaves the old generation whole in force, whenever it is killed (seed ${SEED})`, async () => {
  const before = await uploadVisits({ place: { warehouse: place.warehouse, store }, day: day(1), edition: 'whole' });
  const expected = await hashOf(before.generation.id);
  expect(expected).not.toBeNull();
  const whole = await uploadAndKill('whole', 0, 60_000);
  expect(whole.map(({ text }) => text)).toEqual(['ready', 'team/file.visits__1', DATASET, 'finished']);
  const after = (await stateIn(store, DATASET)).current;
  expect(after?.batchEndMs).toBe(before.generation.batchEndMs + 86_400_000);
  const expectedAfter = await hashOf(after?.id ?? 0);
  expect(expectedAfter).not.toBe(expected);

  const random = randomNumbers(SEED);
  const killedIn: string[] = [];
  for (let kill = 0; kill < KILLS; kill++) {
    // More often while it loads, which is where it could do harm.
    const line = [1, 2, 2][kill % 3] ?? 2;
    const tookMs = (whole[line + 1]?.atMs ?? 0) - (whole[line]?.atMs ?? 0);
    const said = await uploadAndKill(`kill ${kill}`, line, tookMs * random());
    killedIn.push(said.at(-1)?.text ?? 'nothing');
    const story = `seed ${SEED}, kill ${kill} in ${killedIn.at(-1)}`;
    // The last thing it does is to put all of it in force: it may have, without coming to say so.
    const { current, previous } = await stateIn(store, DATASET);
    expect(await hashOf(current?.id ?? 0), story).toBe(expectedAfter);
    expect(await hashOf(previous?.id ?? 0), story).toBe(expected);
  }
  expect(new Set(killedIn).size, `seed ${SEED}: killed in ${killedIn.join(', ')}`).toBeGreaterThanOrEqual(2);

  const { loading } = await stateIn(store, DATASET);
  expect(loading.length, `seed ${SEED}: killed in ${killedIn.join(', ')}`).toBeGreaterThan(0);
  const later = () => Date.now() + Math.max(uploadSilenceMaxMs, retiredAgeMinMs) + 60_000;
  const last = await uploadVisits({
    ...{ place: { warehouse: place.warehouse, store, now: later }, day: day(3), edition: 'last' },
  });
  expect(last.collected).toBeGreaterThanOrEqual(loading.length);
  const state = await stateIn(store, DATASET);
  expect(state.loading).toEqual([]);
  // In force, the one before, and what went out of force just now.
  expect(state.retired).toHaveLength(1);
  expect(await rowsStored(store)).toBe(3 * (USERS + 1));
}, 120_000);
