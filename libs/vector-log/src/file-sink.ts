import { AvroOutput } from '@isochron/avro';
import { IsochronError } from '@isochron/schema';
import { type Clock, Counter, Gauge, type Logger, type Registry } from '@isochron/service';
import type { VectorLogConfig } from './config.ts';
import { fileName, prune, recover } from './folder.ts';
import { LogFile, type OpenFile, openNew, type RecordBlock } from './log-file.ts';
import type { LoggedSchema } from './served-vector.ts';
import type { VectorSink } from './vector-log.ts';

export interface FileSinkOptions {
  readonly config: VectorLogConfig & { readonly folder: string };
  /** Who writes: of letters, digits, `_`, `.` and `-`, and of no other process that runs over the same folder. */
  readonly instance: string;
  /** Whether another instance may still write; the files of one that does not are closed for it. Default: it may. */
  readonly isRunning?: (instance: string) => boolean;
  readonly clock: Clock;
  readonly registry: Registry;
  readonly logger: Logger;
  readonly openFile?: OpenFile;
}

/** Opens a folder of Avro container files to write to. INVALID_ARGUMENT where the instance has no such name, FAILED_PRECONDITION where the folder cannot be used. */
export async function openFileSink(options: FileSinkOptions): Promise<VectorSink> {
  const { config, instance, logger, isRunning = () => true } = options;
  if (!/^[\w.-]+$/.test(instance))
    throw new IsochronError('INVALID_ARGUMENT', `The instance "${instance}" must be of letters, digits, _, . and -.`);
  const recovered = await recover(config.folder, (other) => other === instance || !isRunning(other)).catch((thrown) => {
    const why = IsochronError.from(thrown).message;
    throw new IsochronError('FAILED_PRECONDITION', `Vectors cannot be logged to ${config.folder}: ${why}`, thrown);
  });
  if (recovered.length > 0) logger.warn({ files: recovered }, 'files of the vector log were left open, and are closed');
  return new FileSink(options);
}

/** Collects records to blocks, and writes one block after the other. */
class FileSink implements VectorSink {
  readonly #options: FileSinkOptions;
  readonly #openFile: OpenFile;
  readonly #metrics: SinkMetrics;
  readonly #collected = new AvroOutput();
  #count = 0;
  #schemas = new Set<LoggedSchema>();
  #flush: NodeJS.Timeout | undefined;
  #aging: NodeJS.Timeout | undefined;
  readonly #sealed: RecordBlock[] = [];
  #waitingBytes = 0;
  #writing: Promise<void> | null = null;
  #file: LogFile | null = null;
  #sequence = 0;
  #isClosed = false;
  #isFailing = false;
  /** Records of the block that is being written. */
  #beingWritten = 0;
  /** Closed before all was written: what comes of a write that is still under way does not count any more. */
  #isAbandoned = false;

  constructor(options: FileSinkOptions) {
    this.#options = options;
    this.#openFile = options.openFile ?? openNew;
    this.#metrics = sinkMetrics(options.registry, () => this.#waitingBytes);
  }

  offer(record: AvroOutput, schema: LoggedSchema): boolean {
    const { queueBytesMax, blockBytes, flushMs } = this.#options.config;
    if (this.#isClosed || this.#waitingBytes + record.length > queueBytesMax) return false;
    this.#collected.written(record.memory.subarray(0, record.length));
    this.#waitingBytes += record.length;
    this.#count++;
    this.#schemas.add(schema);
    if (this.#collected.length >= blockBytes) this.#seal();
    else this.#flush ??= setTimeout(() => this.#seal(), flushMs).unref();
    return true;
  }

  async close(): Promise<void> {
    const { closeTimeoutMs } = this.#options.config;
    this.#isClosed = true;
    this.#seal();
    const { promise: isLate, resolve } = Promise.withResolvers<true>();
    const timer = setTimeout(() => resolve(true), closeTimeoutMs);
    if (await Promise.race([this.#end(), isLate])) this.#abandon();
    clearTimeout(timer);
    clearTimeout(this.#aging);
  }

  async #end(): Promise<false> {
    while (this.#writing !== null) await this.#writing;
    await this.#finish();
    return false;
  }

  /** A disk that hangs must not keep a process from ending. The file that is left open is closed by the next process. */
  #abandon(): void {
    const { closeTimeoutMs } = this.#options.config;
    this.#isAbandoned = true;
    const lost = this.#sealed.reduce((sum, { count }) => sum + count, this.#beingWritten);
    this.#sealed.length = 0;
    this.#metrics.lost(lost);
    const fields = { records: lost, bytes: this.#waitingBytes, closeTimeoutMs };
    this.#waitingBytes = 0;
    this.#options.logger.error(
      fields,
      'the vector log was not written in time when it was closed; its last vectors are lost',
    );
  }

  #seal(): void {
    clearTimeout(this.#flush);
    this.#flush = undefined;
    if (this.#count > 0) {
      this.#sealed.push({ count: this.#count, bytes: this.#collected.toBytes(), schemas: this.#schemas });
      this.#collected.clear();
      this.#count = 0;
      this.#schemas = new Set();
    }
    this.#drain();
  }

  #drain(): void {
    this.#writing ??= this.#writeAll().finally(() => {
      this.#writing = null;
      if (this.#sealed.length > 0) this.#drain();
    });
  }

  async #writeAll(): Promise<void> {
    for (let block = this.#sealed.shift(); block !== undefined; block = this.#sealed.shift()) {
      this.#beingWritten = block.count;
      try {
        const bytes = await this.#write(block);
        if (this.#isAbandoned) return this.#finish();
        this.#metrics.written(block.count, bytes);
        if (this.#isFailing) this.#options.logger.info('the vector log is written again');
        this.#isFailing = false;
      } catch (thrown) {
        if (this.#isAbandoned) return this.#finish();
        this.#metrics.lost(block.count);
        await this.#giveUp(thrown);
      }
      this.#beingWritten = 0;
      this.#waitingBytes -= block.bytes.length;
    }
    if (this.#file !== null && this.#isOld(this.#file)) await this.#finish();
  }

  async #write(block: RecordBlock): Promise<number> {
    this.#file ??= await this.#begin();
    const bytes = await this.#file.write(block);
    if (this.#file.bytes >= this.#options.config.fileBytesMax || this.#isOld(this.#file)) await this.#finish();
    return bytes;
  }

  #isOld({ begunMs }: LogFile): boolean {
    return this.#options.clock.elapsedMs() - begunMs >= this.#options.config.fileAgeMsMax;
  }

  async #begin(): Promise<LogFile> {
    const { config, clock, instance, logger } = this.#options;
    const { folder, codec, diskBytesMax, fileBytesMax, fileAgeMsMax } = config;
    const removed = await prune(folder, diskBytesMax - fileBytesMax);
    this.#metrics.removed(removed.length);
    if (removed.length > 0)
      logger.warn({ files: removed, diskBytesMax }, 'the oldest files of the vector log are removed');
    this.#sequence++;
    const name = fileName(clock.nowMs(), instance, this.#sequence);
    const file = await LogFile.begin({ folder, name, codec, begunMs: clock.elapsedMs() }, this.#openFile);
    clearTimeout(this.#aging);
    // A file that nothing is written to any more is closed all the same.
    this.#aging = setTimeout(() => this.#seal(), Math.min(fileAgeMsMax + TIMER_SLACK_MS, TIMER_MAX_MS)).unref();
    return file;
  }

  /** What cannot be closed is told; the next process of this instance closes it. */
  async #finish(): Promise<void> {
    const file = this.#file;
    this.#file = null;
    try {
      await file?.finish();
    } catch (thrown) {
      this.#options.logger.error({ err: thrown }, 'a file of the vector log cannot be closed');
    }
  }

  /** Told once, until it goes on. */
  async #giveUp(thrown: unknown): Promise<void> {
    if (!this.#isFailing)
      this.#options.logger.error({ err: thrown }, 'the vector log cannot be written; vectors are lost');
    this.#isFailing = true;
    const file = this.#file;
    this.#file = null;
    // The disk may refuse that as well.
    await file?.giveUp().catch(() => undefined);
  }
}

const TIMER_MAX_MS = 2 ** 31 - 1;
/** A timer may come a little before its time. */
const TIMER_SLACK_MS = 5;

interface SinkMetrics {
  written(records: number, bytes: number): void;
  lost(records: number): void;
  removed(files: number): void;
}

function sinkMetrics(registry: Registry, waitingBytes: () => number): SinkMetrics {
  const registers = [registry];
  const records = new Counter({
    name: 'isochron_vector_log_records_total',
    help: 'Records that were taken: written to the disk, or lost because that failed, or took too long when the log was closed.',
    labelNames: ['outcome'],
    registers,
  });
  const bytes = new Counter({ name: 'isochron_vector_log_bytes_total', help: 'Bytes written to files.', registers });
  const removed = new Counter({
    name: 'isochron_vector_log_removed_files_total',
    help: 'Files that were removed to keep within diskBytesMax.',
    registers,
  });
  new Gauge({
    name: 'isochron_vector_log_waiting_bytes',
    help: 'Bytes of records that are not written yet.',
    registers,
    collect() {
      this.set(waitingBytes());
    },
  });
  return {
    written: (count, size) => {
      records.inc({ outcome: 'written' }, count);
      bytes.inc(size);
    },
    lost: (count) => records.inc({ outcome: 'lost' }, count),
    removed: (files) => removed.inc(files),
  };
}
