import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { deflateRaw } from 'node:zlib';
import { AvroOutput } from '@isochron/avro';
import { blockBytes, type ContainerCodec, headerBytes, markerOf } from './container.ts';
import { openPath, publish, syncFolder } from './folder.ts';
import { type LoggedSchema, servedVectorSchema } from './served-vector.ts';
import { writeControlRecord } from './vector-writer.ts';

/** Records that are written together. */
export interface RecordBlock {
  readonly count: number;
  readonly bytes: Uint8Array;
  readonly schemas: ReadonlySet<LoggedSchema>;
}

export type OpenFile = (path: string) => Promise<FileHandle>;

/** A path that is there already is somebody else's. */
export const openNew: OpenFile = (path) => open(path, 'wx');

/** Quick, since the log has to keep up; files are for a job that is not in a hurry, and half as large all the same. */
const deflate = promisify(deflateRaw);
const DEFLATE_LEVEL = 1;

interface FileParts {
  readonly folder: string;
  readonly name: string;
  readonly handle: FileHandle;
  readonly codec: ContainerCodec;
  readonly begunMs: number;
}

/** A file of the log that is being written: a block is on the disk before the next begins. */
export class LogFile {
  readonly begunMs: number;
  readonly #folder: string;
  readonly #path: string;
  readonly #handle: FileHandle;
  readonly #codec: ContainerCodec;
  readonly #marker: Uint8Array;
  readonly #schemas = new Set<string>();
  #bytes = 0;

  private constructor({ folder, name, handle, codec, begunMs }: FileParts) {
    this.#folder = folder;
    this.#path = openPath(join(folder, name));
    this.#handle = handle;
    this.#codec = codec;
    this.#marker = markerOf(name);
    this.begunMs = begunMs;
  }

  static async begin(parts: Omit<FileParts, 'handle'>, openFile: OpenFile): Promise<LogFile> {
    const handle = await openFile(openPath(join(parts.folder, parts.name)));
    const file = new LogFile({ ...parts, handle });
    try {
      await file.#append(headerBytes(servedVectorSchema, parts.codec, file.#marker));
      await syncFolder(parts.folder);
    } catch (thrown) {
      await handle.close();
      throw thrown;
    }
    return file;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** Schemas that the file does not have yet are written before the records. Answers how many bytes it took. */
  async write({ count, bytes, schemas }: RecordBlock): Promise<number> {
    const output = new AvroOutput();
    const fresh = [...schemas].filter(({ hash }) => !this.#schemas.has(hash));
    for (const schema of fresh) writeControlRecord(output, schema);
    output.written(bytes);
    const records = output.memory.subarray(0, output.length);
    const stored = this.#codec === 'deflate' ? await deflate(records, { level: DEFLATE_LEVEL }) : records;
    const before = this.#bytes;
    await this.#append(blockBytes({ count: count + fresh.length, bytes: stored }, this.#marker));
    for (const { hash } of fresh) this.#schemas.add(hash);
    return this.#bytes - before;
  }

  async finish(): Promise<void> {
    await this.#handle.close();
    await publish(this.#folder, this.#path);
  }

  /** After a write that failed: what it left is cut off, so that the file is whole. */
  async giveUp(): Promise<void> {
    try {
      await this.#handle.truncate(this.#bytes);
    } finally {
      await this.finish();
    }
  }

  async #append(bytes: Uint8Array): Promise<void> {
    for (let from = 0; from < bytes.length; ) {
      const { bytesWritten } = await this.#handle.write(bytes, from, bytes.length - from, this.#bytes + from);
      from += bytesWritten;
    }
    await this.#handle.datasync();
    this.#bytes += bytes.length;
  }
}
