import { closeSync, openSync, readSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { IsochronError } from '@isochron/schema';
import { open, type RootDatabase } from 'lmdb';
import { Room } from './room.ts';
import { Sweeper } from './sweeper.ts';
import { Tables } from './tables.ts';

/** With pages of 8 KiB LMDB takes keys of 4,026 bytes, with its usual 4 KiB less than the port promises. */
const PAGE_BYTES = 8_192;
const DATABASES_MAX = 512;

/** Where LMDB's format has its mark, and the mark. */
const MAGIC_AT = 24;
const MAGIC = 0xbeefc0de;

export interface EnvironmentOptions {
  readonly bytesMax: number;
  readonly readersMax: number;
}

interface OpenFiles {
  readonly root: RootDatabase<Buffer, Uint8Array>;
  readonly tables: Tables;
  readonly room: Room;
  readonly sweeper: Sweeper;
}

/** LMDB's files, open in this process for as long as a store uses them. */
export interface Environment extends OpenFiles {
  /** Of this use; the last one closes the files. */
  release(): Promise<void>;
}

/**
 * What is open in this process, by path: the one state at module level, because LMDB makes it so. A process may open its files only once; a second opening
 * waits for the lock of a write whose callback then waits for the thread that waits.
 */
const opened = new Map<string, OpenFiles & { uses: number }>();

export function acquireEnvironment(folder: string, options: EnvironmentOptions): Environment {
  const path = resolve(folder);
  const shared = opened.get(path) ?? { ...openFiles(path, options), uses: 0 };
  opened.set(path, shared);
  shared.uses++;
  return {
    root: shared.root,
    tables: shared.tables,
    room: shared.room,
    sweeper: shared.sweeper,
    release: async () => {
      if (--shared.uses > 0) return;
      opened.delete(path);
      await shared.root.close();
    },
  };
}

function openFiles(path: string, { bytesMax, readersMax }: EnvironmentOptions): OpenFiles {
  const file = join(path, 'data.mdb');
  checkFile(file);
  const root = open<Buffer, Uint8Array>({
    path,
    pageSize: PAGE_BYTES,
    mapSize: bytesMax,
    maxReaders: readersMax,
    maxDbs: DATABASES_MAX,
    encoding: 'binary',
    keyEncoding: 'binary',
    // A transaction is on disk before it is acknowledged, not some time after.
    overlappingSync: false,
  });
  const tables = new Tables(root);
  return { root, tables, room: new Room(file, bytesMax, tables), sweeper: new Sweeper() };
}

/** LMDB takes any file for its own and crashes the process over one that is not. */
function checkFile(file: string): void {
  const head = Buffer.alloc(MAGIC_AT + 4);
  const descriptor = openSync(file, 'a+');
  const read = readSync(descriptor, head, 0, head.length, 0);
  closeSync(descriptor);
  if (read === 0 || (read === head.length && head.readUInt32LE(MAGIC_AT) === MAGIC)) return;
  throw new IsochronError('DATA_LOSS', `${file} is not a store, or was damaged: restore it, or take it away.`);
}
