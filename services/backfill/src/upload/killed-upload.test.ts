import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { keyCodecOf } from '@isochron/avro';
import type { KeyValueStore } from '@isochron/kv';
import { openLmdbStore } from '@isochron/kv-lmdb';
import { stringType } from '@isochron/schema';
import { retiredAgeMinMs, uploadSilenceMaxMs } from '@isochron/serving';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { day, openWorkplace, type Workplace } from '../workplace.fixture.ts';
import { cellsStored } from './loading.fixture.ts';
import { stateIn, valuesIn } from './store.fixture.ts';
import { DATASET, USERS, uploadVisits, visitRows } from './visits.fixture.ts';

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

/** Uploads day 2 in a process of its own. It kills itself at a write to the store, or is killed as soon as it has said a line. Answers what it said. */
async function uploadAndKill(
  edition: string,
  { deathAt = 0, afterLine = '' }: { readonly deathAt?: number; readonly afterLine?: string },
): Promise<readonly string[]> {
  const child = spawn(process.execPath, [script, place.home, day(2), edition, String(deathAt)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const said: string[] = [];
  createInterface(child.stdout).on('line', (line) => {
    said.push(line);
    if (line === afterLine) child.kill('SIGKILL');
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

it('leaves the old generation whole in force, wherever it is killed', async () => {
  const before = await uploadVisits({ place: { warehouse: place.warehouse, store }, day: day(1), edition: 'whole' });
  const expected = await hashOf(before.generation.id);
  expect(expected).not.toBeNull();
  const [writesText = '', ...steps] = (await uploadAndKill('whole', {})).toReversed();
  expect(steps.toReversed()).toEqual(['ready', 'team/file.visits__1', DATASET]);
  const writes = Number(writesText);
  expect(writes).toBeGreaterThanOrEqual(3);
  const after = (await stateIn(store, DATASET)).current;
  expect(after?.batchEndMs).toBe(before.generation.batchEndMs + 86_400_000);
  const expectedAfter = await hashOf(after?.id ?? 0);
  expect(expectedAfter).not.toBe(expected);

  // While it computes; once its generation is begun, once rows are there, just before all of it is put in force, and just after.
  const deaths = [1, Math.round(writes / 2), -writes, writes];
  const kills = [{ afterLine: 'team/file.visits__1' }, ...deaths.map((deathAt) => ({ deathAt }))];
  for (const [number, kill] of kills.entries()) {
    const said = await uploadAndKill(`kill ${number}`, kill);
    const story = `${JSON.stringify(kill)} of ${writes} writes`;
    expect(said, story).not.toContain(writesText);
    const { current, previous } = await stateIn(store, DATASET);
    expect(await hashOf(current?.id ?? 0), story).toBe(expectedAfter);
    expect(await hashOf(previous?.id ?? 0), story).toBe(expected);
  }

  const { loading } = await stateIn(store, DATASET);
  expect(loading.length).toBeGreaterThan(0);
  const later = () => Date.now() + Math.max(uploadSilenceMaxMs, retiredAgeMinMs) + 60_000;
  const last = await uploadVisits({
    ...{ place: { warehouse: place.warehouse, store, now: later }, day: day(3), edition: 'last' },
  });
  expect(last.collected).toBeGreaterThanOrEqual(loading.length);
  const state = await stateIn(store, DATASET);
  expect(state.loading).toEqual([]);
  // In force, the one before, and what went out of force just now.
  expect(state.retired).toHaveLength(1);
  expect(await cellsStored(store)).toBe(3 * (USERS + 1));
}, 120_000);
