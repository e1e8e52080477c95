import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type FileHandle, open, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join as pathOf } from 'node:path';
import { createInterface } from 'node:readline';
import { AvroOutput, avroSchemaOf, codecOf } from '@isochron/avro';
import { intType, longType, stringType, structType } from '@isochron/schema';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { blockBytes, headerBytes, markerOf } from './container.ts';
import { logFiles } from './folder.ts';
import { loggedSchemaOf, servedVectorType } from './served-vector.ts';
import type { Opened } from './vector-log.fixture.ts';
import { AT, counted, fetchedOf, newFolder, numbered, openLog, planOf, readAll, user } from './vector-log.fixture.ts';
import { writeControlRecord } from './vector-writer.ts';

const join = { plan: planOf(numbered), keys: [user], samplePercent: 100 };

let folder: string;
beforeEach(async () => {
  folder = await newFolder();
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Offers vectors that are numbered from `first` on. */
function offer({ log }: Opened, first: number, count: number, text = ''): void {
  const rows = Array.from({ length: count }, (_, at) => ({ user: 'a', values: [first + at, text] }));
  const { fetched, columns } = fetchedOf(join.plan, rows);
  log.joinLog(join)?.offer(fetched, columns, { setVersion: 3, servedAtMs: AT });
}

const numbersIn = async (): Promise<readonly unknown[]> =>
  (await readAll(folder)).vectors.map(({ values }) => values['number']);
const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at);
const written = ({ registry }: Opened) => counted(registry, 'isochron_vector_log_records_total', 'written');
const lost = ({ registry }: Opened) => counted(registry, 'isochron_vector_log_records_total', 'lost');
const dropped = ({ registry }: Opened) => counted(registry, 'isochron_vector_log_vectors_total', 'dropped');

test('what is offered is on the disk soon, and can be read while the file is open', async () => {
  const opened = await openLog(folder, { flushMs: 5 });
  offer(opened, 0, 3);
  await vi.waitFor(async () => expect(await written(opened)).toBe(3));
  expect(await numbersIn()).toEqual(upTo(3));
  expect((await readdir(folder)).every((name) => name.endsWith('.open'))).toBe(true);
  offer(opened, 3, 2);
  await opened.log.close();
  expect(await numbersIn()).toEqual(upTo(5));
  expect(await readdir(folder)).toEqual([expect.stringMatching(/^vectors-\d{8}T\d{9}Z-test-0-000001\.avro$/)]);
});

test('files are cut by size and by age', async () => {
  const opened = await openLog(folder, { blockBytes: 500, fileBytesMax: 2_000, codec: 'null' });
  for (const at of upTo(50)) offer(opened, at, 1, 'x'.repeat(200));
  await opened.log.close();
  const sizes = await Promise.all((await logFiles(folder)).map(async (path) => (await readFile(path)).length));
  expect(sizes.length).toBeGreaterThan(4);
  expect(Math.max(...sizes)).toBeLessThan(2_000 + 1_500);
  expect(await numbersIn()).toEqual(upTo(50));
  const aging = await openLog(folder, { flushMs: 1, fileAgeMsMax: 10 });
  offer(aging, 50, 1);
  await vi.waitFor(async () => {
    expect(await written(aging)).toBe(1);
    expect((await readdir(folder)).filter((name) => name.endsWith('.open'))).toEqual([]);
  });
  await aging.log.close();
});

test('the folder keeps within its bytes: the oldest files go, and that is told', async () => {
  const opened = await openLog(folder, { blockBytes: 500, fileBytesMax: 4_000, diskBytesMax: 20_000, codec: 'null' });
  for (const at of upTo(200)) {
    offer(opened, at, 1, 'x'.repeat(400));
    if (at % 10 === 0)
      await vi.waitFor(async () =>
        expect(await counted(opened.registry, 'isochron_vector_log_waiting_bytes')).toBeLessThan(600),
      );
  }
  await opened.log.close();
  const sizes = await Promise.all((await logFiles(folder)).map(async (path) => (await readFile(path)).length));
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(20_000 + 2_000);
  const numbers = await numbersIn();
  expect(numbers.length).toBeGreaterThan(10);
  expect(numbers.at(-1)).toBe(199);
  expect(numbers).toEqual(upTo(200).slice(-numbers.length));
  expect(await counted(opened.registry, 'isochron_vector_log_removed_files_total')).toBeGreaterThan(10);
  expect(opened.told).toContain('the oldest files of the vector log are removed');
});

test('what comes faster than it is written is dropped and counted, and nobody waits', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const openFile = async (path: string): Promise<FileHandle> => {
    await promise;
    return open(path, 'wx');
  };
  const opened = await openLog(folder, { blockBytes: 1_000, queueBytesMax: 10_000 }, { openFile });
  for (const at of upTo(500)) offer(opened, at, 1, 'x'.repeat(100));
  const missing = await dropped(opened);
  expect(missing).toBeGreaterThan(400);
  expect(await counted(opened.registry, 'isochron_vector_log_waiting_bytes')).toBeLessThanOrEqual(10_000);
  resolve();
  await opened.log.close();
  expect(await numbersIn()).toEqual(upTo(500 - missing));
  expect(await written(opened)).toBe(500 - missing);
});

test('a disk that hangs does not keep the log from closing: what is lost is counted and told', async () => {
  let isHanging = false;
  const hung = Promise.withResolvers<void>();
  const openFile = async (path: string): Promise<FileHandle> => {
    const handle = await open(path, 'wx');
    const write = handle.write.bind(handle);
    handle.write = (async (...parts: Parameters<typeof write>) => {
      if (isHanging) await hung.promise;
      return write(...parts);
    }) as typeof handle.write;
    return handle;
  };
  const opened = await openLog(folder, { blockBytes: 1, flushMs: 1, closeTimeoutMs: 50 }, { openFile });
  offer(opened, 0, 3);
  await vi.waitFor(async () => expect(await written(opened)).toBe(3));
  isHanging = true;
  offer(opened, 3, 2);
  offer(opened, 5, 4);
  await opened.log.close();
  expect([await written(opened), await lost(opened)]).toEqual([3, 6]);
  expect(await counted(opened.registry, 'isochron_vector_log_waiting_bytes')).toBe(0);
  expect(opened.told).toEqual(['the vector log was not written in time when it was closed; its last vectors are lost']);
  // What was on the disk by then is there, once the next process has closed the file.
  await openLog(folder);
  expect(await numbersIn()).toEqual([0, 1, 2]);
  hung.resolve();
});

describe('a disk that is full', () => {
  test('loses vectors, counts them, tells it once, and fails no fetch', async () => {
    let isFull = true;
    const openFile = (path: string) => (isFull ? open('/dev/full', 'w') : open(path, 'wx'));
    const opened = await openLog(folder, { blockBytes: 100 }, { openFile });
    offer(opened, 0, 10, 'x'.repeat(100));
    await vi.waitFor(async () => expect(await lost(opened)).toBe(10));
    expect(opened.told).toEqual(['the vector log cannot be written; vectors are lost']);
    isFull = false;
    offer(opened, 10, 5);
    await opened.log.close();
    expect(await numbersIn()).toEqual([10, 11, 12, 13, 14]);
    expect(opened.told.at(-1)).toBe('the vector log is written again');
    expect(await dropped(opened)).toBe(0);
  });

  test('in the middle of a block leaves a file that is whole without it', async () => {
    let roomBytes = Number.POSITIVE_INFINITY;
    const openFile = async (path: string): Promise<FileHandle> => limited(await open(path, 'wx'), () => roomBytes);
    const opened = await openLog(folder, { blockBytes: 1, flushMs: 1 }, { openFile });
    offer(opened, 0, 1);
    await vi.waitFor(async () => expect(await written(opened)).toBe(1));
    roomBytes = 20;
    offer(opened, 1, 1);
    await vi.waitFor(async () => expect(await lost(opened)).toBe(1));
    roomBytes = Number.POSITIVE_INFINITY;
    offer(opened, 2, 1);
    await opened.log.close();
    expect(await readAll(folder)).toMatchObject({
      vectors: [{ values: { number: 0 } }, { values: { number: 2 } }],
      skipped: [],
    });
  });
});

/** A file on a disk that has room for so many bytes more in each write. */
const limited = (handle: FileHandle, roomBytes: () => number): FileHandle =>
  new Proxy(handle, {
    get: (target, name) => {
      if (name !== 'write') {
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === 'function' ? value.bind(target) : value;
      }
      return async (bytes: Uint8Array, from: number, length: number, position: number) => {
        const room = roomBytes();
        const result = await target.write(bytes, from, Math.min(room, length), position);
        if (room < length) throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
        return result;
      };
    },
  });

test('a process that is killed while it writes loses no more than what waited; the next one closes its file', async () => {
  const child = spawn(process.execPath, [pathOf(import.meta.dirname, 'killed.fixture.ts'), folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const certain = await killAfter(child, 2_000);
  const left = await readdir(folder);
  expect(left.some((name) => name.endsWith('.open'))).toBe(true);
  const numbers = await numbersIn();
  expect(numbers.length).toBeGreaterThanOrEqual(certain);
  expect(numbers).toEqual(upTo(numbers.length));
  const opened = await openLog(folder);
  expect(opened.told).toEqual(['files of the vector log were left open, and are closed']);
  expect((await readdir(folder)).filter((name) => name.endsWith('.open'))).toEqual([]);
  const { vectors, skipped } = await readAll(folder);
  expect([vectors.length, skipped]).toEqual([numbers.length, []]);
  await opened.log.close();
});

/** Kills it when it has said that so many records are on the disk; answers how many it said at last. */
async function killAfter(child: ChildProcess, records: number): Promise<number> {
  let said = 0;
  if (child.stdout === null) throw new Error('it has no output');
  createInterface(child.stdout).on('line', (line) => {
    said = Number(line);
    if (said >= records) child.kill('SIGKILL');
  });
  const [, signal] = await once(child, 'exit');
  expect(signal).toBe('SIGKILL');
  return said;
}

test('files of other instances are left alone, but of those that are no more', async () => {
  const other = await openLog(folder, { flushMs: 1 }, { instance: 'test-0-b' });
  offer(other, 0, 1);
  await vi.waitFor(async () => expect(await written(other)).toBe(1));
  const opened = await openLog(folder);
  expect(opened.told).toEqual([]);
  await other.log.close();
  await opened.log.close();
  await writeFile(pathOf(folder, 'vectors-20240101T000000000Z-host.1-000001.avro.open'), 'not even a header');
  const asked: string[] = [];
  const isRunning = (instance: string): boolean => {
    asked.push(instance);
    return false;
  };
  const closing = await openLog(folder, {}, { isRunning });
  expect([asked, closing.told]).toEqual([['host.1'], ['files of the vector log were left open, and are closed']]);
  expect((await readdir(folder)).length).toBe(1);
  await closing.log.close();
  await expect(openLog(pathOf(folder, 'a\0'))).rejects.toThrow('Vectors cannot be logged to');
  await expect(openLog(folder, {}, { instance: 'a/b' })).rejects.toThrow('must be of letters');
});

describe('a file that is not whole', () => {
  async function fileOf(blocks: number): Promise<{ readonly path: string; readonly bytes: Uint8Array }> {
    const opened = await openLog(folder, { blockBytes: 1 });
    for (const at of upTo(blocks)) offer(opened, at, 1);
    await opened.log.close();
    const [path = ''] = await logFiles(folder);
    return { path, bytes: await readFile(path) };
  }

  test('is read up to its last whole block, wherever it ends', async () => {
    const { path, bytes } = await fileOf(3);
    let most = 0;
    for (let end = 0; end < bytes.length; end++) {
      await writeFile(path, bytes.subarray(0, end));
      const { vectors, skipped } = await readAll(folder);
      expect(vectors.map(({ values }) => values['number'])).toEqual(upTo(vectors.length));
      expect(vectors.length).toBeGreaterThanOrEqual(most);
      most = vectors.length;
      expect(skipped.length).toBeLessThanOrEqual(1);
    }
    expect(most).toBe(2);
  });

  test('and where it is damaged, what stands behind is read, and the rest is told', async () => {
    const { path, bytes } = await fileOf(4);
    const header = Buffer.from(bytes).indexOf(markerOf(basename(path).replace('.open', ''))) + 16;
    let told = 0;
    for (let at = 0; at < bytes.length; at += at < header ? 11 : 3) {
      const damaged = Uint8Array.from(bytes);
      damaged[at] = (damaged[at] ?? 0) ^ 0xff;
      await writeFile(path, damaged);
      const { vectors, skipped } = await readAll(folder);
      expect(vectors.length).toBeLessThanOrEqual(4);
      told += skipped.length;
    }
    expect(told).toBeGreaterThan(10);
  });
});

test('schemas change: vectors of a Join before and after stand in one file, each read by its own', async () => {
  const opened = await openLog(folder);
  offer(opened, 0, 1, 'old');
  const plan = planOf([
    { name: 'number', type: stringType },
    { name: 'more', type: longType },
  ]);
  const { fetched, columns } = fetchedOf(plan, [{ user: 'a', values: ['1', 2] }]);
  opened.log.joinLog({ ...join, plan })?.offer(fetched, columns, { setVersion: 4, servedAtMs: AT });
  offer(opened, 2, 1, 'old again');
  await opened.log.close();
  const { vectors } = await readAll(folder);
  expect(vectors.map(({ setVersion, values }) => [setVersion, values])).toEqual([
    [3, { number: 0, text: 'old' }],
    [4, { number: '1', more: 2 }],
    [3, { number: 2, text: 'old again' }],
  ]);
  expect(new Set(vectors.map(({ schemaHash }) => schemaHash)).size).toBe(2);
});

test('files of an earlier and of a later form of the record are read', async () => {
  const schema = loggedSchemaOf({
    join: 'j',
    parts: ['p'],
    keys: [user],
    context: [],
    values: [{ name: 'n', type: intType }],
  });
  const value = codecOf(structType('Values', [{ name: 'n', type: intType }]), JSON.parse(schema.text).values).encode({
    n: 5,
  });
  const without = new Set(['context', 'batch_ends', 'served_at']);
  const type = structType('ServedVector', [
    { name: 'later', type: longType },
    ...servedVectorType.fields.filter(({ name }) => !without.has(name)),
  ]);
  const codec = codecOf(type, avroSchemaOf(type, 'ServedVector'));
  const control = codec.encode({ join: 'j', schema_hash: schema.hash, schema: schema.text });
  const vector = codec.encode({
    later: 1,
    join: 'j',
    schema_hash: schema.hash,
    values: value,
    generations: [9],
    at: AT,
  });
  const name = 'vectors-20200101T000000000Z-old-000001.avro';
  const marker = markerOf(name);
  await writeFile(
    pathOf(folder, name),
    Buffer.concat([
      headerBytes(codec.schema, 'null', marker),
      blockBytes({ count: 2, bytes: Buffer.concat([control, vector]) }, marker),
    ]),
  );
  const { vectors, skipped } = await readAll(folder);
  expect(skipped).toEqual([]);
  expect(vectors).toMatchObject([
    {
      ...{ join: 'j', setVersion: 0, atMs: AT, servedAtMs: 0, keys: {}, context: {}, values: { n: 5 } },
      parts: [{ name: 'p', generation: 9, batchEndMs: null }],
    },
  ]);
});

test('a vector whose schema is not in its file is told, not guessed', async () => {
  const schema = loggedSchemaOf({ join: 'j', parts: [], keys: [], context: [], values: [] });
  const record = new AvroOutput();
  writeControlRecord(record, schema);
  const codec = codecOf(servedVectorType);
  const vector = codec.encode({ join: 'j', schema_hash: 'other' });
  const name = 'vectors-20200101T000000000Z-old-000001.avro';
  const bytes = Buffer.concat([record.toBytes(), vector]);
  const header = headerBytes(avroSchemaOf(servedVectorType, 'ServedVector'), 'null', markerOf(name));
  await writeFile(pathOf(folder, name), Buffer.concat([header, blockBytes({ count: 2, bytes }, markerOf(name))]));
  const { vectors, skipped } = await readAll(folder);
  expect(vectors).toEqual([]);
  expect(skipped).toMatchObject([{ why: 'There is no schema other before its vector.' }]);
});
