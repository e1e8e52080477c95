import { rmSync, writeFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { removeGarbage } from './garbage.ts';
import {
  commitManifest,
  type Manifest,
  manifestNumbers,
  manifestPath,
  readManifest,
  type StoredPartition,
} from './manifest.ts';

const HOUR_MS = 3_600_000;

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'isochron-manifest-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const partition = (path: string): StoredPartition => ({
  version: path,
  rows: 1,
  bytes: 1,
  fingerprint: null,
  writtenAtMs: 0,
  files: [{ path, rows: 1, bytes: 1, columns: {} }],
});

const withDay =
  (day: string, path = day) =>
  (current: Manifest | undefined) => ({
    columns: [],
    partitions: { ...current?.partitions, [day]: partition(path) },
  });

describe('commits', () => {
  it('are all kept, however many are made at once', async () => {
    const days = Array.from({ length: 30 }, (_, n) => `day ${n}`);
    const numbers = await Promise.all(days.map((day) => commitManifest(folder, withDay(day))));
    expect(new Set(numbers).size).toBe(30);
    expect(Object.keys((await readManifest(folder))?.manifest.partitions ?? {}).sort()).toEqual([...days].sort());
    expect((await readdir(join(folder, 'manifest'))).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('change nothing when they are given up', async () => {
    await commitManifest(folder, withDay('a'));
    const giveUp = () => {
      throw new Error('no');
    };
    await expect(commitManifest(folder, giveUp)).rejects.toThrow('no');
    expect((await readManifest(folder))?.number).toBe(1);
  });

  it('of a writer that slept until its number was pruned are made again', async () => {
    for (const day of ['a', 'b', 'c']) await commitManifest(folder, withDay(day));
    let slept = false;
    const number = await commitManifest(folder, (current) => {
      // Between reading 3 and linking 4, others go on to 6 and what is old is pruned.
      if (!slept) pruneAndGoOn(current);
      slept = true;
      return withDay('late')(current);
    });
    expect(number).toBe(7);
    expect(Object.keys((await readManifest(folder))?.manifest.partitions ?? {}).sort()).toEqual([
      'a',
      'b',
      'c',
      'd',
      'e',
      'f',
      'late',
    ]);
  });
});

describe('garbage', () => {
  it('goes when it is old, and what a manifest still names stays', async () => {
    const data = join(folder, 'data', 'ds=2001-01-01');
    await mkdir(data, { recursive: true });
    const now = Date.now();
    for (const name of ['old', 'replaced', 'current', 'young']) {
      await writeFile(join(data, `${name}.parquet`), '');
      if (name !== 'young') await utimes(join(data, `${name}.parquet`), 0, 0);
    }
    await commitManifest(folder, withDay('a', 'data/ds=2001-01-01/replaced.parquet'));
    await commitManifest(folder, withDay('a', 'data/ds=2001-01-01/current.parquet'));
    await removeGarbage(folder, HOUR_MS, now);
    expect((await readdir(data)).sort()).toEqual(['current.parquet', 'replaced.parquet', 'young.parquet']);
    expect(await manifestNumbers(folder)).toEqual([1, 2]);

    await removeGarbage(folder, HOUR_MS, now + 2 * HOUR_MS);
    expect(await readdir(data)).toEqual(['current.parquet']);
    expect(await manifestNumbers(folder)).toEqual([2]);
  });
});

/** Done at once, as another process would between two steps of this one. */
function pruneAndGoOn(current: Manifest | undefined): void {
  let base = current?.id ?? null;
  let partitions = current?.partitions ?? {};
  for (const [at, day] of ['d', 'e', 'f'].entries()) {
    partitions = { ...partitions, [day]: partition(day) };
    const manifest: Manifest = { id: day, base, columns: [], partitions };
    if (at > 0) writeFileSync(manifestPath(folder, 4 + at), JSON.stringify(manifest));
    base = day;
  }
  for (const number of [1, 2, 3]) rmSync(manifestPath(folder, number), { force: true });
}
