import { once } from 'node:events';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { bytesOfText, type KeyValueStore, readRows, scanRows, textOfBytes } from '@isochron/kv';
import { TABLE } from '@isochron/kv/conformance-suite';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openLmdbStore } from './open.ts';
import { kill, start } from './process.fixture.ts';

const KILLS = 6;
const ROWS = 20;
const FAMILIES = [{ family: 'one' }, { family: 'two' }];

let home = '';
const opened: KeyValueStore[] = [];
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'isochron-kv-'));
});
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
  await rm(home, { recursive: true, force: true });
});

async function open(readersMax?: number): Promise<KeyValueStore> {
  const store = await openLmdbStore({ home, bytesMax: 2 ** 28, readersMax });
  opened.push(store);
  return store;
}

it('leaves every row whole and keeps what was acknowledged, whenever its writer is killed', async () => {
  const store = await open();
  const moments: number[] = [];
  for (let round = 0; round < KILLS; round++) {
    const writer = await start('killed-writer.fixture.ts', home, String(ROWS));
    let said = '1\n';
    writer.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk;
    });
    const afterMs = Math.random() * 60;
    await sleep(afterMs);
    await kill(writer);
    const acknowledged = Number(said.trimEnd().split('\n').at(-1));
    moments.push(afterMs);
    const story = `killed after ${moments.join(', ')} ms`;
    const all = { from: new Uint8Array(), to: null, rowsMax: 100, columns: FAMILIES, freshness: 'latest' } as const;
    const { rows } = await scanRows(store, 'rows', all);
    expect(rows, story).toHaveLength(ROWS);
    for (const { cells } of rows) {
      const turn = Number(textOfBytes(cells[0]?.value ?? new Uint8Array()));
      expect(turn, story).toBeGreaterThanOrEqual(acknowledged);
      expect(new Set(cells.map(({ value }) => textOfBytes(value))), story).toEqual(new Set([String(turn)]));
      expect(cells, story).toHaveLength(2 * ((turn % 40) + 1));
    }
    // What comes after the crash is not held up by a lock that the dead process had.
    const row = { key: bytesOfText('after'), mutations: [{ kind: 'delete-row' }] } as const;
    await store.mutate('rows', [row]);
  }
}, 60_000);

it('loses no update of processes that race under a condition', async () => {
  const store = await open();
  const families = ['one', 'three'].map((name) => ({ name, versionsMax: name === 'one' ? 1 : 3 }));
  await store.ensureTable({ name: TABLE, families });
  const names = ['a', 'b', 'c'];
  const times = 25;
  const writers = await Promise.all(names.map((name) => start('racing-writer.fixture.ts', home, name, String(times))));
  const exited = writers.map((writer) => once(writer, 'exit'));
  for (const writer of writers) writer.stdin.write('go\n');
  expect(await Promise.all(exited)).toEqual(names.map(() => [0, null]));
  const columns = [{ family: 'three' }];
  const [cells = []] = await readRows(store, TABLE, { keys: [bytesOfText('counter')], columns, freshness: 'latest' });
  const counts = cells.map(({ value }) => Number.parseInt(textOfBytes(value), 10)).sort((a, b) => a - b);
  expect(counts).toEqual(Array.from({ length: names.length * times }, (_, count) => count + 1));
  const turns = cells
    .toSorted((a, b) => Number.parseInt(textOfBytes(a.value), 10) - Number.parseInt(textOfBytes(b.value), 10))
    .map(({ qualifier }) => textOfBytes(qualifier).slice(0, 1));
  const changes = turns.filter((turn, index) => index > 0 && turn !== turns[index - 1]).length;
  expect(changes, `they took turns as ${turns.join('')}`).toBeGreaterThan(names.length);
}, 60_000);

it('takes back the places of readers that were killed', async () => {
  const readersMax = 3;
  const store = await open(readersMax);
  for (let round = 0; round < 2 * readersMax; round++) {
    await kill(await start('killed-writer.fixture.ts', home, '1'));
  }
  await store.mutate('rows', [{ key: bytesOfText('after'), mutations: [{ kind: 'delete-row' }] }]);
}, 60_000);

it('does not grow while the same rows are written again, though another process reads', async () => {
  const store = await open();
  const writer = await start('killed-writer.fixture.ts', home, '20');
  const request = { keys: [bytesOfText('row 1')], columns: FAMILIES, freshness: 'latest' } as const;
  for (let turns = 0; turns < 400; ) {
    const [chunk]: string[] = await once(writer.stdout.setEncoding('utf8'), 'data');
    turns += (chunk ?? '').split('\n').length - 1;
    await readRows(store, 'rows', request);
  }
  await kill(writer);
  // The turns have written more than 10 MiB; what stands there at a time takes a tenth of one. A reader holds back some pages while it reads.
  expect((await stat(join(home, 'kv', 'data.mdb'))).size).toBeLessThan(5 * 2 ** 20);
}, 60_000);
