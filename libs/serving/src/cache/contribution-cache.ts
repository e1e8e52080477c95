import type { Cursor } from '../decode/cursor.ts';

const WAYS = 4;
/** Of an entry, before its key: from, to, generation, tag (f64), length of key, length of value (u32). */
const HEAD_BYTES = 40;
/** How many bytes of entries there are to a place in the index. */
const BYTES_PER_PLACE = 160;
const POSITION_BYTES = 8;

export interface CacheFigures {
  readonly hits: number;
  readonly misses: number;
  readonly entries: number;
  readonly bytes: number;
}

/** 13 hexadecimal digits, 52 bits: so many a number holds exactly. */
const TAG_DIGITS = 13;

/** A number for what bytes mean: who reads them otherwise has another. `hash`: of the meaning, in hexadecimal. Nobody keeps a list of them, whatever comes. */
export const tagOf = (hash: string): number => Number.parseInt(hash.slice(0, TAG_DIGITS), 16);

/** Which batch half of which key, and read how. */
export interface EntryKey {
  /** See {@link tagOf}. */
  readonly tag: number;
  readonly generation: number;
  readonly rowKey: Uint8Array;
}

/**
 * What batch halves contribute to windows, as bytes under a key of bytes, each for a span of time. All entries are in one ring: the oldest are written over, and
 * memory is what was asked for at the start, whatever comes. A span that has passed misses, and is written anew.
 */
export class ContributionCache {
  readonly bytesMax: number;
  readonly #ring: Uint8Array;
  readonly #view: DataView;
  /** Where entries were written, counted from the first byte ever; 0: none. */
  readonly #positions: Float64Array;
  readonly #sets: number;
  #next = 1;
  #hits = 0;
  #misses = 0;

  /** Throws RangeError below 64 KiB. */
  constructor(bytesMax: number) {
    if (!(bytesMax >= 65_536))
      throw new RangeError(`A cache of ${bytesMax} bytes is too small; give it 65536 or more.`);
    this.bytesMax = bytesMax;
    this.#sets = Math.max(1, Math.floor(bytesMax / (BYTES_PER_PLACE + POSITION_BYTES) / WAYS));
    this.#positions = new Float64Array(this.#sets * WAYS);
    this.#ring = new Uint8Array(Math.floor(bytesMax) - this.#positions.byteLength);
    this.#view = new DataView(this.#ring.buffer);
  }

  /** Moves the cursor to what is held for the key at an instant; false where nothing is. The bytes hold until the next `put`. */
  find(key: EntryKey, atMs: number, cursor: Cursor): boolean {
    const place = this.#place(key, atMs);
    if (place < 0) {
      this.#misses++;
      return false;
    }
    this.#hits++;
    const start = this.#offset(this.#positions[place] as number);
    const value = start + HEAD_BYTES + this.#view.getUint32(start + 32, true);
    cursor.start(this.#ring, value, value + this.#view.getUint32(start + 36, true));
    return true;
  }

  /** Holds the bytes for instants in [fromMs, toMs). What is larger than a sixteenth of the cache is not held. */
  put(key: EntryKey, span: { readonly fromMs: number; readonly toMs: number }, value: Uint8Array): void {
    const { tag, generation, rowKey } = key;
    const length = HEAD_BYTES + rowKey.length + value.length;
    if (length > this.#ring.length / 16) return;
    let start = this.#offset(this.#next);
    if (start + length > this.#ring.length) {
      this.#next += this.#ring.length - start;
      start = 0;
    }
    this.#view.setFloat64(start, span.fromMs, true);
    this.#view.setFloat64(start + 8, span.toMs, true);
    this.#view.setFloat64(start + 16, generation, true);
    this.#view.setFloat64(start + 24, tag, true);
    this.#view.setUint32(start + 32, rowKey.length, true);
    this.#view.setUint32(start + 36, value.length, true);
    this.#ring.set(rowKey, start + HEAD_BYTES);
    this.#ring.set(value, start + HEAD_BYTES + rowKey.length);
    const position = this.#next;
    this.#next += length;
    this.#positions[this.#placeToWrite(key)] = position;
  }

  figures(): CacheFigures {
    const entries = this.#positions.reduce((sum, position) => sum + (this.#isHeld(position) ? 1 : 0), 0);
    return {
      hits: this.#hits,
      misses: this.#misses,
      entries,
      bytes: Math.min(this.#next - 1, this.#ring.length) + this.#positions.byteLength,
    };
  }

  /** Where the index has an entry of the key that holds at the instant; -1 where it has none. */
  #place(key: EntryKey, atMs: number): number {
    const first = this.#set(key) * WAYS;
    for (let place = first; place < first + WAYS; place++) {
      const position = this.#positions[place] as number;
      if (!this.#isHeld(position)) continue;
      const start = this.#offset(position);
      if (!this.#isKey(start, key)) continue;
      if (atMs >= this.#view.getFloat64(start, true) && atMs < this.#view.getFloat64(start + 8, true)) return place;
    }
    return -1;
  }

  /** The place of the key itself, else a free one, else the oldest. */
  #placeToWrite(key: EntryKey): number {
    const first = this.#set(key) * WAYS;
    let oldest = first;
    for (let place = first; place < first + WAYS; place++) {
      const position = this.#positions[place] as number;
      if (this.#isHeld(position) && this.#isKey(this.#offset(position), key)) return place;
      if (position < (this.#positions[oldest] as number)) oldest = place;
    }
    return oldest;
  }

  /** Not yet written over. */
  #isHeld(position: number): boolean {
    return position > 0 && position >= this.#next - this.#ring.length;
  }

  #offset(position: number): number {
    return (position - 1) % this.#ring.length;
  }

  #isKey(start: number, { tag, generation, rowKey }: EntryKey): boolean {
    const view = this.#view;
    if (view.getUint32(start + 32, true) !== rowKey.length || view.getFloat64(start + 24, true) !== tag) return false;
    if (view.getFloat64(start + 16, true) !== generation) return false;
    const ring = this.#ring;
    for (let at = 0, from = start + HEAD_BYTES; at < rowKey.length; at++) {
      if (ring[from + at] !== rowKey[at]) return false;
    }
    return true;
  }

  /** FNV-1a, and a last mix, because the low bits choose. */
  #set({ tag, generation, rowKey }: EntryKey): number {
    let hash = 0x811c9dc5 ^ tag ^ (generation | 0);
    for (let at = 0; at < rowKey.length; at++) hash = Math.imul(hash ^ (rowKey[at] as number), 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    return ((hash ^ (hash >>> 13)) >>> 0) % this.#sets;
  }
}
