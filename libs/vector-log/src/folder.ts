import { mkdir, open, readdir, readFile, rename, rm, stat, truncate } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { IsochronError } from '@isochron/schema';
import { readContainer } from './container.ts';

/** What a file is called while it is written; another reader takes it for none of his. */
const OPEN = '.open';
const ENDING = '.avro';
const START = 'vectors-';

const SEQUENCE_DIGITS = 6;

/** `vectors-20240131T093000000Z-fetcher-0-000001.avro`: names are in the order of time, and tell who wrote a file. */
export function fileName(atMs: number, instance: string, sequence: number): string {
  const time = new Date(atMs).toISOString().replaceAll(/[-:.]/g, '');
  return `${START}${time}-${instance}-${String(sequence).padStart(SEQUENCE_DIGITS, '0')}${ENDING}`;
}

const instanceOf = (name: string): string => name.split('-').slice(2, -1).join('-');

/** The files of a log, the oldest first; those that are being written, or whose writer died, among them. */
export async function logFiles(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder);
  return names
    .filter((name) => name.startsWith(START) && (name.endsWith(ENDING) || name.endsWith(ENDING + OPEN)))
    .sort()
    .map((name) => join(folder, name));
}

export const openPath = (path: string): string => path + OPEN;
const closedPath = (path: string): string => path.slice(0, -OPEN.length);
const isOpen = (path: string): boolean => path.endsWith(OPEN);

/** Gives a file that is whole the name under which others read it. */
export async function publish(folder: string, path: string): Promise<void> {
  await rename(path, closedPath(path));
  await syncFolder(folder);
}

/** What is said of a folder is on the disk as well. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes the folder, and closes what an instance that is no more left open: what it had not finished writing is cut off. Answers those files. */
export async function recover(folder: string, isLeft: (instance: string) => boolean): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true });
  const left = (await logFiles(folder)).filter((path) => {
    return isOpen(path) && isLeft(instanceOf(basename(path, OPEN)));
  });
  for (const path of left) await recoverFile(folder, path);
  return left;
}

async function recoverFile(folder: string, path: string): Promise<void> {
  const bytes = await readFile(path);
  try {
    await truncate(path, readContainer(bytes).end);
  } catch (thrown) {
    if (!(thrown instanceof IsochronError)) throw thrown;
    // Not even its header was written.
    await rm(path);
    return;
  }
  await publish(folder, path);
}

/** Removes the oldest closed files until all of them take no more than so many bytes. Answers those that are gone. */
export async function prune(folder: string, bytesMax: number): Promise<readonly string[]> {
  const files: { readonly path: string; readonly bytes: number }[] = [];
  for (const path of await logFiles(folder)) {
    // Another process may have closed or removed it meanwhile.
    const found = await stat(path).catch(() => null);
    if (found !== null) files.push({ path, bytes: found.size });
  }
  let bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const removed: string[] = [];
  for (const file of files) {
    if (bytes <= bytesMax) break;
    if (isOpen(file.path)) continue;
    await rm(file.path, { force: true });
    bytes -= file.bytes;
    removed.push(file.path);
  }
  return removed;
}
