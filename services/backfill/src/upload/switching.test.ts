import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { retiredAgeMinMs } from '@isochron/serving';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { cellsStored, openShelf, requestOf, rowsOf, type Shelf } from './loading.fixture.ts';

const COUNT = 1_500;
const UPLOADS = 12;
const READERS = 2;
const script = fileURLToPath(new URL('./reader.fixture.ts', import.meta.url));

let shelf: Shelf;
beforeEach(async () => {
  shelf = await openShelf();
});
afterEach(() => shelf.dispose());

interface Seen {
  readonly reads: number;
  readonly seen: Readonly<Record<string, number>>;
}

/** Starts a process that reads; resolves once it does. Call the answer to end it and hear what it has seen. */
async function startReader(): Promise<() => Promise<Seen>> {
  const child = spawn(process.execPath, [script, shelf.home, String(COUNT)], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines: string[] = [];
  const output = createInterface(child.stdout);
  output.on('line', (line) => lines.push(line));
  const ended = Promise.all([once(child, 'exit'), once(output, 'close')]);
  await Promise.race([once(output, 'line'), ended]);
  return async () => {
    child.stdin.end();
    await ended;
    return JSON.parse(lines.at(-1) ?? 'null');
  };
}

it('shows readers in other processes one generation or the other, whole, and never nothing, while uploads switch and collect', async () => {
  const { generation } = await shelf.load(requestOf(1, rowsOf('upload 0', COUNT)));
  const readers = await Promise.all(Array.from({ length: READERS }, startReader));
  for (let upload = 1; upload <= UPLOADS; upload++) {
    const failing = async function* () {
      yield* rowsOf(`never ${upload}`, COUNT / 2);
      throw new Error('the disk is gone');
    };
    await expect(shelf.load(requestOf(upload, failing()))).rejects.toThrow('the disk is gone');
    await shelf.load(requestOf(1 + Math.floor(upload / 3), rowsOf(`upload ${upload}`, COUNT)));
    // What went out of force is collected while they read.
    shelf.clock.nowMs += retiredAgeMinMs / 2;
  }
  const uploads = Array.from({ length: UPLOADS + 1 }, (_, upload) => `upload ${upload}`);
  for (const { reads, seen } of await Promise.all(readers.map((end) => end()))) {
    expect(Object.keys(seen).filter((text) => !uploads.includes(text))).toEqual([]);
    expect(Object.keys(seen).length).toBeGreaterThan(UPLOADS / 3);
    expect(reads).toBeGreaterThan(UPLOADS);
  }
  expect(generation.id).toBeLessThan((await shelf.state()).current?.id ?? 0);
  // Of thirteen generations there are at most the two held and those that went out of force lately.
  expect(await cellsStored(shelf.store)).toBeLessThanOrEqual(5 * (COUNT + 1));
}, 60_000);
