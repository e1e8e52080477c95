import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Field, IsochronError } from '@isochron/schema';

/**
 * What a table is at one moment: the files of each day. Manifests are numbered files, written once; the highest number is the table.
 * A commit links a finished file under the next number, which fails if somebody was first: a compare-and-swap that needs no lock
 * and that a crash cannot leave half done.
 */
export interface Manifest {
  /** Unique; tells whether a later manifest was built on this one. */
  readonly id: string;
  readonly base: string | null;
  readonly columns: readonly Field[];
  readonly partitions: Readonly<Record<string, StoredPartition>>;
}

export interface StoredPartition {
  readonly version: string;
  readonly rows: number;
  readonly bytes: number;
  readonly fingerprint: string | null;
  readonly writtenAtMs: number;
  readonly files: readonly StoredFile[];
}

export interface StoredFile {
  /** Relative to the table's folder. */
  readonly path: string;
  readonly rows: number;
  readonly bytes: number;
  readonly columns: Readonly<Record<string, ColumnStatistics>>;
}

export const rowsOfFiles = (files: readonly StoredFile[]): number => files.reduce((sum, { rows }) => sum + rows, 0);

/** Of a column that is not nested. `least` and `greatest` are there for whole numbers and times (milliseconds) alone. */
export interface ColumnStatistics {
  readonly nulls: number;
  readonly least?: number;
  readonly greatest?: number;
}

export interface NumberedManifest {
  readonly number: number;
  readonly manifest: Manifest;
}

const ATTEMPTS_MAX = 1000;
const FILE = /^(\d{9})\.json$/;

/** The current manifest of the table in `folder`; undefined if there is none. */
export async function readManifest(folder: string): Promise<NumberedManifest | undefined> {
  for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
    const number = (await manifestNumbers(folder)).at(-1);
    if (number === undefined) return undefined;
    const manifest = await readNumbered(folder, number);
    // A writer may have pruned it since the listing; then there is a higher one.
    if (manifest !== undefined) return { number, manifest };
  }
  throw new IsochronError('UNAVAILABLE', `The manifest of ${folder} changes faster than it can be read; try again.`);
}

/** Numbers of the manifests that are still there, ascending. */
export async function manifestNumbers(folder: string): Promise<readonly number[]> {
  const names = await readdir(join(folder, 'manifest')).catch(ifMissing([]));
  return names
    .flatMap((name) => FILE.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b);
}

export async function readNumbered(folder: string, number: number): Promise<Manifest | undefined> {
  const text = await readFile(manifestPath(folder, number), 'utf8').catch(ifMissing(undefined));
  // Written by commitManifest alone, and complete before its number exists.
  return text === undefined ? undefined : (JSON.parse(text) as Manifest);
}

export const manifestPath = (folder: string, number: number): string =>
  join(folder, 'manifest', `${String(number).padStart(9, '0')}.json`);

/**
 * Replaces the table's manifest by what `change` makes of the current one; `change` runs again on the newer one whenever another
 * writer was first, and may throw to give up. Returns the number committed.
 */
export async function commitManifest(
  folder: string,
  change: (current: Manifest | undefined) => Omit<Manifest, 'id' | 'base'>,
): Promise<number> {
  await mkdir(join(folder, 'manifest'), { recursive: true });
  for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
    const current = await readManifest(folder);
    const manifest: Manifest = { id: randomUUID(), base: current?.manifest.id ?? null, ...change(current?.manifest) };
    const number = (current?.number ?? 0) + 1;
    if (await linkAs(folder, number, manifest)) return number;
  }
  throw new IsochronError('UNAVAILABLE', `Other writers of ${folder} were always first; try again.`);
}

async function linkAs(folder: string, number: number, manifest: Manifest): Promise<boolean> {
  const temporary = join(folder, 'manifest', `.${manifest.id}`);
  try {
    await writeDurably(temporary, JSON.stringify(manifest));
    await link(temporary, manifestPath(folder, number));
  } catch (thrown) {
    if (hasCode(thrown, 'EEXIST')) return false;
    throw thrown;
  } finally {
    await rm(temporary, { force: true });
  }
  await syncFolder(join(folder, 'manifest'));
  return isBuiltOn(folder, number, manifest.id);
}

/**
 * A writer that slept (a closed laptop) may find its number free because it was pruned, and has then written the past. What comes
 * after such a manifest was not built on it, so it is taken away again.
 */
async function isBuiltOn(folder: string, number: number, id: string): Promise<boolean> {
  const highest = (await manifestNumbers(folder)).at(-1) ?? number;
  if (highest === number) return true;
  if ((await readNumbered(folder, number + 1))?.base === id) return true;
  await rm(manifestPath(folder, number), { force: true });
  return false;
}

async function writeDurably(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes a file, or the names in a folder, survive a loss of power. */
export async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const hasCode = (thrown: unknown, code: string): boolean =>
  thrown instanceof Error && 'code' in thrown && thrown.code === code;

export const ifMissing =
  <T>(value: T) =>
  (thrown: unknown): T => {
    if (hasCode(thrown, 'ENOENT')) return value;
    throw thrown;
  };
