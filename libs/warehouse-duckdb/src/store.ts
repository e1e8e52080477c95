import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Field, IsochronError } from '@isochron/schema';
import type { DayRange } from '@isochron/warehouse';
import { daysOf } from './days.ts';
import { removeGarbage } from './garbage.ts';
import {
  commitManifest,
  ifMissing,
  type Manifest,
  readManifest,
  rowsOfFiles,
  type StoredFile,
  type StoredPartition,
  syncFolder,
} from './manifest.ts';
import { checkedTable } from './sql.ts';

/** Days to replace, all at once. */
export interface Replacement {
  readonly columns: readonly Field[];
  /** Every day in it is replaced; one without files becomes an empty partition. */
  readonly days: ReadonlyMap<string, readonly StoredFile[]>;
  readonly fingerprint: (day: string) => string | null;
}

/** A table at the moment it was opened: what is read through it stays as it was while others write. */
export interface Snapshot {
  readonly name: string;
  readonly folder: string;
  readonly manifest: Manifest;
}

/** The folder of tables: `{home}/warehouse/{table}/manifest` and `/data`. */
export class Store {
  readonly #root: string;
  readonly #graceMs: number;

  constructor(home: string, graceMs: number) {
    this.#root = join(home, 'warehouse');
    this.#graceMs = graceMs;
  }

  folder(table: string): string {
    return join(this.#root, checkedTable(table));
  }

  async tables(): Promise<readonly string[]> {
    const names = await readdir(this.#root).catch(ifMissing([]));
    const found = [];
    for (const name of names.sort(byCodePoint)) {
      if ((await readManifest(join(this.#root, name))) !== undefined) found.push(name);
    }
    return found;
  }

  async find(table: string): Promise<Snapshot | undefined> {
    const folder = this.folder(table);
    const found = await readManifest(folder);
    return found === undefined ? undefined : { name: table, folder, manifest: found.manifest };
  }

  async open(table: string): Promise<Snapshot> {
    const snapshot = await this.find(table);
    if (snapshot !== undefined) return snapshot;
    throw new IsochronError(
      'NOT_FOUND',
      `There is no table "${table}" in the warehouse; load it, or run the step that writes it.`,
    );
  }

  /** A folder for new data files; nothing in it is seen until `commit`. */
  async dataFolder(table: string): Promise<string> {
    const data = join(this.folder(table), 'data');
    await mkdir(data, { recursive: true });
    return data;
  }

  async commit(table: string, replacement: Replacement): Promise<void> {
    const folder = this.folder(table);
    for (const files of replacement.days.values()) for (const file of files) await syncFolder(join(folder, file.path));
    const writtenAtMs = Date.now();
    const replaced = new Map<string, StoredPartition>();
    for (const [day, files] of replacement.days)
      replaced.set(day, partitionOf(files, replacement.fingerprint(day), writtenAtMs));
    await commitManifest(folder, (current) => {
      const partitions = { ...current?.partitions, ...Object.fromEntries(replaced) };
      if (current !== undefined) checkColumns(table, current, replacement, replaced);
      return { columns: replacement.columns, partitions };
    });
    await removeGarbage(folder, this.#graceMs, writtenAtMs);
  }

  /** Takes files away that will not be committed. */
  async discard(table: string, files: readonly StoredFile[]): Promise<void> {
    for (const file of files) await rm(join(this.folder(table), file.path), { force: true });
  }
}

/** The days of a range in order, with their partitions; FAILED_PRECONDITION naming those that are missing. */
export function partitionsOf(snapshot: Snapshot, range: DayRange): readonly (readonly [string, StoredPartition])[] {
  const found: (readonly [string, StoredPartition])[] = [];
  const missing: string[] = [];
  for (const day of daysOf(range)) {
    const partition = snapshot.manifest.partitions[day];
    if (partition === undefined) missing.push(day);
    else found.push([day, partition]);
  }
  if (missing.length === 0) return found;
  const named =
    missing.length <= 10
      ? missing.join(', ')
      : `${missing.slice(0, 9).join(', ')}, … ${missing.at(-1)} (${missing.length} days)`;
  throw new IsochronError(
    'FAILED_PRECONDITION',
    `Table "${snapshot.name}" has no partition for ${named}; load or compute ${missing.length === 1 ? 'it' : 'them'} first.`,
  );
}

function partitionOf(files: readonly StoredFile[], fingerprint: string | null, writtenAtMs: number): StoredPartition {
  const rows = rowsOfFiles(files);
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return { version: randomUUID(), rows, bytes, fingerprint, writtenAtMs, files };
}

function checkColumns(
  table: string,
  current: Manifest,
  { columns }: Replacement,
  replaced: ReadonlyMap<string, unknown>,
): void {
  const staying = Object.keys(current.partitions).filter((day) => !replaced.has(day));
  if (staying.length === 0 || JSON.stringify(current.columns) === JSON.stringify(columns)) return;
  const before = new Map(current.columns.map((field) => [field.name, JSON.stringify(field.type)]));
  const now = new Map(columns.map((field) => [field.name, JSON.stringify(field.type)]));
  const changed = [...new Set([...before.keys(), ...now.keys()])].filter((name) => before.get(name) !== now.get(name));
  const what =
    changed.length === 0 ? 'the order of its columns' : `column ${changed.map((name) => `"${name}"`).join(', ')}`;
  throw new IsochronError(
    'FAILED_PRECONDITION',
    `Table "${table}" would change in ${what}, but its days ${staying[0]} to ${staying.sort().at(-1)} would stay as they are; ` +
      'replace all of its days at once, or write to a table of another name.',
  );
}

const byCodePoint = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));
