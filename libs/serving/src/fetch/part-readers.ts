import { baseColumns, type Feature } from '@isochron/aggregation';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { LRUCache } from 'lru-cache';
import { Texts } from '../decode/texts.ts';
import { FetchMemory } from './fetch-memory.ts';
import { type FinishedField, FinishedPart } from './finished-part.ts';
import type { PartReader } from './part-reader.ts';
import { TemporalPart, type TileOptions } from './temporal-part.ts';

const READERS_MAX = 10_000;

/**
 * Readers of parts, one for all that are equal, of whatever Join. A reader makes one row at a time, from beginning to end within one turn, so that any number of
 * Joins may share it. Those that were not asked for the longest are forgotten here, and live on in the plans that have them.
 */
export class PartReaders {
  /** Of all Joins that have these readers. */
  readonly memory = new FetchMemory();
  readonly #readers: LRUCache<string, PartReader>;
  readonly #texts = new Texts();

  /** `readersMax`: how many are known; default 10,000. */
  constructor(readersMax = READERS_MAX) {
    this.#readers = new LRUCache({ max: readersMax });
  }

  /** `written`: all features of the GroupBy, by which columns are called; `features` may be some of them. */
  temporal(features: readonly Feature[], written: readonly Feature[], tiles: TileOptions): PartReader {
    const names = new Map(baseColumns(written).map(({ state, name }) => [state, name]));
    const meaning = hashOf(
      features.map(({ spec, state, bound }) => [spec, names.get(state), bound.input, bound.ir, bound.output]),
    );
    const key = hashOf(['temporal', meaning, tiles]);
    return this.#known(key, () => new TemporalPart(features, { meaning, written, texts: this.#texts, ...tiles }));
  }

  finished(fields: readonly FinishedField[]): PartReader {
    const meaning = fields.map(({ name, type, feature }) => [name, type, feature?.state ?? null]);
    return this.#known(hashOf(['finished', meaning]), () => new FinishedPart(fields, this.#texts));
  }

  #known(key: string, make: () => PartReader): PartReader {
    const known = this.#readers.get(key);
    if (known !== undefined) return known;
    const made = make();
    this.#readers.set(key, made);
    return made;
  }
}

const hashOf = (meaning: unknown): string => bytesToHex(sha256(utf8ToBytes(JSON.stringify(meaning))));
