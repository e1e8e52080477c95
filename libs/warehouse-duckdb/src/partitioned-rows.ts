import type { DuckDBDataChunk } from '@duckdb/node-api';
import duckdb from '@duckdb/node-bindings';
import { FOLD_CHUNK_ROWS_MAX, type FoldChunk } from '@isochron/warehouse';
import { formType } from './column-form.ts';
import { LAST_PLACE, placeOf } from './fold-packing.ts';
import { type FoldRows, type FoldSources, unionSql } from './fold-rows.ts';
import { RecordBlocks } from './record-blocks.ts';
import { type Bucket, RecordBuckets } from './record-buckets.ts';
import { ChunkWriter, PLACE_WORDS, type RecordLayout, scatterColumn } from './record-layout.ts';
import { RecordSort, varyingBits } from './record-sort.ts';
import type { RowStream } from './row-stream.ts';

/** Rows are divided into so many buckets as they come: about the cache's lines, and small enough to be sorted in it where there are millions. */
const FIRST_DIGIT_BITS = 10;
const NEXT_DIGIT_BITS = 8;
/** A larger bucket is divided again. */
const SORTED_RECORDS_MAX = 65_536;
const NEAR_ROWS = 256;

/**
 * The union in no order, a query a slice: the place of each row, and the inputs; a left row has its number for the first, or for an input of its
 * own. Left rows come with the first slice.
 */
export function unsortedSql(sources: FoldSources, { packing, inputs }: RecordLayout): readonly string[] {
  const numberType = inputs[0] === undefined ? 'INTEGER' : formType(inputs[0].type);
  const rest = inputs.slice(1).map(({ type }, at) => `CAST(0 AS ${formType(type)}) AS i${at + 1}`);
  const own = inputs.map(({ type }, at) => {
    // What stands at a null would otherwise be anybody's, and ties are ordered by it.
    return packing.nullBits[at] === null ? `i${at}` : `coalesce(i${at}, CAST(0 AS ${formType(type)})) AS i${at}`;
  });
  const columns = {
    left: [
      `${placeOf(packing, 'CAST(ts AS BIGINT)', 'left', inputs)} AS p`,
      `CAST(rn AS ${numberType}) AS i0`,
      ...rest,
    ],
    event: [
      `${placeOf(packing, 't', 'event', inputs)} AS p`,
      ...(inputs.length === 0 ? ['CAST(0 AS INTEGER) AS i0'] : own),
    ],
    end: [`${LAST_PLACE} AS p`, `CAST(0 AS ${numberType}) AS i0`, ...rest],
  };
  return sources.events.map((slice, at) =>
    unionSql({ ...sources, events: [slice], leftRows: at === 0 ? sources.leftRows : null }, columns),
  );
}

/**
 * Rows sorted here: as they come from the engine they are divided by the highest bits of their places, then each bucket, which the
 * processor's cache holds, is put in order when it is read. That is half the work of a general sort and leaves the engine's threads to
 * scan and join. For as many rows as the memory it is given holds, with inputs of numbers.
 */
export class PartitionedRows implements FoldRows {
  readonly #streams: readonly RowStream[];
  readonly #layout: RecordLayout;
  readonly #giveBack: () => Promise<void>;
  #memory: RecordBlocks;
  readonly #sort: RecordSort;
  /** The words that rows are ordered by, the one that counts least first. */
  readonly #words: readonly number[];
  readonly #writer: ChunkWriter;
  readonly #records: Int32Array;
  /** What is not read yet, the first bucket last; undefined before the first read. */
  #buckets: Bucket[] | undefined;
  #order: Int32Array = new Int32Array(0);
  #sorted = 0;
  #read = 0;
  #ended = false;
  #whole = false;

  /** `giveBack` is called once, when the rows' memory is no longer held. */
  constructor(
    streams: readonly RowStream[],
    layout: RecordLayout,
    { rowsMax, orderTies }: { readonly rowsMax: number; readonly orderTies: boolean },
    giveBack: () => Promise<void>,
  ) {
    const { stride } = layout;
    this.#streams = streams;
    this.#giveBack = giveBack;
    this.#layout = layout;
    this.#memory = new RecordBlocks(stride, rowsMax, chainsOf(layout));
    const inputs = Array.from({ length: stride - PLACE_WORDS }, (_, at) => PLACE_WORDS + at);
    this.#words = [...(orderTies ? inputs : []), 0, 1];
    this.#sort = new RecordSort(stride, this.#words);
    this.#writer = new ChunkWriter(layout);
    this.#records = new Int32Array(SORTED_RECORDS_MAX * stride);
  }

  /** The memory that so many rows take. */
  static bytes(layout: RecordLayout, rowsMax: number): number {
    return RecordBlocks.bytes(layout.stride, rowsMax, chainsOf(layout));
  }

  get whole(): boolean {
    return this.#whole;
  }

  async read(): Promise<FoldChunk | null> {
    if (this.#ended) return null;
    this.#buckets ??= (await this.#divide()).reverse();
    while (this.#read === this.#sorted) {
      const bucket = this.#buckets.pop();
      if (bucket === undefined) {
        this.#whole = true;
        await this.close();
        return null;
      }
      if (bucket.records > SORTED_RECORDS_MAX) this.#buckets.push(...this.#divideAgain(bucket).reverse());
      else this.#sortBucket(bucket);
    }
    const from = this.#read;
    this.#read = Math.min(this.#sorted, from + FOLD_CHUNK_ROWS_MAX);
    return this.#writer.write(this.#records, this.#order, from, this.#read - from);
  }

  async close(): Promise<void> {
    if (this.#ended) return;
    this.#ended = true;
    this.#buckets = [];
    this.#memory = new RecordBlocks(this.#layout.stride, 0, 0);
    for (const stream of this.#streams) await stream.close();
    await this.#giveBack();
  }

  /** Reads all rows, a slice while the engine makes the next one. */
  async #divide(): Promise<Bucket[]> {
    const highBits = this.#layout.packing.bits - 32;
    const bits = Math.min(FIRST_DIGIT_BITS, highBits);
    const buckets = new RecordBuckets(this.#memory, { word: 1, shift: highBits - bits, bits });
    const at = new Int32Array(NEAR_ROWS);
    for (const [number, stream] of this.#streams.entries()) {
      await stream.begin();
      this.#streams[number + 1]?.begin();
      await this.#take(stream, buckets, at);
      await stream.close();
    }
    return buckets.take();
  }

  /** Divides a slice. The row that says that it was all stands last, but nothing here depends on that. */
  async #take(stream: RowStream, buckets: RecordBuckets, at: Int32Array): Promise<void> {
    let isWhole = false;
    for (let chunk = await stream.next(); chunk !== null; chunk = await stream.next()) {
      const places = columnWords(chunk, 0, 2);
      const last = chunk.rowCount - 1;
      const isLast = places[2 * last] === -1 && places[2 * last + 1] === 2 ** 31 - 1;
      isWhole ||= isLast;
      this.#scatter(buckets, chunk, places, isLast ? last : last + 1, at);
    }
    if (!isWhole) throw await stream.failure();
  }

  #scatter(buckets: RecordBuckets, chunk: DuckDBDataChunk, places: Int32Array, rows: number, at: Int32Array): void {
    const { words } = this.#memory;
    const columns = this.#layout.columns.map(({ word, words: width }, column) => ({
      data: columnWords(chunk, column + 1, width),
      word,
      width,
    }));
    // Few at once, so that a record is still close when its next words are written.
    for (let from = 0; from < rows; from += NEAR_ROWS) {
      const n = Math.min(NEAR_ROWS, rows - from);
      buckets.place(places, PLACE_WORDS, from, n, at);
      scatterColumn(places, 2, at, from, n, words, 0);
      for (const { data, word, width } of columns) scatterColumn(data, width, at, from, n, words, word);
    }
  }

  /** Brings a bucket's records together and puts them in order. */
  #sortBucket({ records, blocks }: Bucket): void {
    this.#gather(blocks, records, 0);
    this.#order = this.#sort.sort(this.#records, records);
    this.#sorted = records;
    this.#read = 0;
  }

  /** By the highest bits that differ; records that differ in none are in order already and are only cut. */
  #divideAgain(bucket: Bucket): Bucket[] {
    const { stride } = this.#layout;
    const word = this.#words.findLast((each) => this.#varying(bucket, each) !== 0);
    if (word === undefined) return this.#cut(bucket);
    const highest = 32 - Math.clz32(this.#varying(bucket, word));
    const bits = Math.min(NEXT_DIGIT_BITS, highest);
    const buckets = new RecordBuckets(this.#memory, { word, shift: highest - bits, bits });
    const at = new Int32Array(this.#blockRecords);
    for (const { records, block } of this.#blocksOf(bucket)) {
      this.#gather([block], records, 0);
      buckets.place(this.#records, stride, 0, records, at);
      for (let r = 0; r < records; r++) {
        for (let w = 0; w < stride; w++)
          this.#memory.words[(at[r] as number) + w] = this.#records[r * stride + w] as number;
      }
    }
    return buckets.take();
  }

  #varying(bucket: Bucket, word: number): number {
    const { words } = this.#memory;
    const { stride } = this.#layout;
    const first = words[(bucket.blocks[0] ?? 0) + word] as number;
    let varying = 0;
    for (const { records, block } of this.#blocksOf(bucket)) {
      varying |= varyingBits(words, stride, block + word, records, first);
    }
    return varying;
  }

  #cut(bucket: Bucket): Bucket[] {
    const blocks = Math.floor(SORTED_RECORDS_MAX / this.#blockRecords);
    const cut: Bucket[] = [];
    for (let from = 0; from < bucket.blocks.length; from += blocks) {
      const records = Math.min(blocks * this.#blockRecords, bucket.records - from * this.#blockRecords);
      cut.push({ records, blocks: bucket.blocks.slice(from, from + blocks) });
    }
    return cut;
  }

  get #blockRecords(): number {
    return this.#memory.blockWords / this.#layout.stride;
  }

  #blocksOf({ records, blocks }: Bucket): { readonly records: number; readonly block: number }[] {
    const full = this.#blockRecords;
    return blocks.map((block, at) => ({ block, records: Math.min(full, records - at * full) }));
  }

  /** Copies records out of their blocks, which are free then. */
  #gather(blocks: readonly number[], records: number, to: number): void {
    const { words, blockWords } = this.#memory;
    const end = to + records * this.#layout.stride;
    let at = to;
    for (const block of blocks) {
      const size = Math.min(blockWords, end - at);
      this.#records.set(words.subarray(block, block + size), at);
      this.#memory.give(block);
      at += size;
    }
  }
}

/** Chains of blocks that can be unfinished at once: the first buckets, and of every further division, of which each takes bits off a word. */
const chainsOf = ({ stride }: RecordLayout): number =>
  2 ** FIRST_DIGIT_BITS + stride * (32 / NEXT_DIGIT_BITS) * 2 ** NEXT_DIGIT_BITS;

function columnWords(chunk: DuckDBDataChunk, at: number, words: 1 | 2): Int32Array {
  const n = words * chunk.rowCount;
  const bytes = duckdb.vector_get_data(duckdb.data_chunk_get_vector(chunk.chunk, at), n * 4);
  return new Int32Array(bytes.buffer, bytes.byteOffset, n);
}
