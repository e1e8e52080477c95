import { baseColumns, type Feature } from '@isochron/aggregation';
import type { ServedPart } from '@isochron/compiler';
import type { CodeFactory } from '@isochron/expression';
import { LRUCache } from 'lru-cache';
import { Texts } from '../decode/texts.ts';
import { hashOf } from '../hash.ts';
import { CompiledPart, type PartPlace } from './compiled-part.ts';
import type { DerivedColumn } from './derivation.ts';
import { FetchMemory } from './fetch-memory.ts';
import { type FinishedField, FinishedPart } from './finished-part.ts';
import { Interned } from './interned.ts';
import type { PartReader } from './part-reader.ts';
import { TemporalPart, type TileOptions } from './temporal-part.ts';

/** How many codes of expressions are remembered: some hundreds of bytes each. */
const CODES_MAX = 1_000;

/**
 * What plans have in common: parts, their readers, and derived columns, one for all that are equal, of whatever Join, for as long as a plan has them. A reader makes
 * one row at a time, from beginning to end within one turn, so that any number of Joins may share it.
 */
export class PartReaders {
  /** Of all Joins that have these readers. */
  readonly memory = new FetchMemory();
  readonly derived = new Interned<DerivedColumn>();
  readonly codes = new LRUCache<string, CodeFactory>({ max: CODES_MAX });
  readonly #readers = new Interned<PartReader>();
  readonly #parts = new Interned<CompiledPart>();
  /** By the place of each: what is one value is not compared. */
  readonly #known = new WeakMap<ServedPart, Map<string, CompiledPart>>();
  readonly #texts = new Texts();
  #made = 0;

  part(part: ServedPart, place: PartPlace): CompiledPart {
    const placed = placeText(place);
    const known = this.#known.get(part) ?? new Map<string, CompiledPart>();
    this.#known.set(part, known);
    const compiled =
      known.get(placed) ??
      this.#parts.of(hashOf([part, placed]), () => new CompiledPart(part, place, this, this.#made++));
    known.set(placed, compiled);
    return compiled;
  }

  /** `written`: all features of the GroupBy, by which columns are called; `features` may be some of them. */
  temporal(features: readonly Feature[], written: readonly Feature[], tiles: TileOptions): PartReader {
    const names = new Map(baseColumns(written).map(({ state, name }) => [state, name]));
    const meaning = hashOf(
      features.map(({ spec, state, bound }) => [spec, names.get(state), bound.input, bound.ir, bound.output]),
    );
    const key = hashOf(['temporal', meaning, tiles]);
    return this.#readers.of(key, () => new TemporalPart(features, { meaning, written, texts: this.#texts, ...tiles }));
  }

  finished(fields: readonly FinishedField[]): PartReader {
    const meaning = fields.map(({ name, type, feature }) => [name, type, feature?.state ?? null]);
    return this.#readers.of(hashOf(['finished', meaning]), () => new FinishedPart(fields, this.#texts));
  }
}

const placeText = ({ dataset, tiles }: PartPlace): string =>
  JSON.stringify([dataset, tiles === null ? null : [[...tiles.name], tiles.schemas ?? null]]);
