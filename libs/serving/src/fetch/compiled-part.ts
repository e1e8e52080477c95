import { boundFeatures, type Feature, tileSizeMs } from '@isochron/aggregation';
import type { AvroSchema } from '@isochron/avro';
import type { ServedPart } from '@isochron/compiler';
import type { Field } from '@isochron/schema';
import type { CellName } from '../layout/cell-name.ts';
import { tileSchemaOf } from '../layout/written-features.ts';
import type { DerivedColumn } from './derivation.ts';
import type { FinishedField } from './finished-part.ts';
import { KeyEncoder } from './key-encoder.ts';
import type { PartReader } from './part-reader.ts';
import type { PartReaders } from './part-readers.ts';

/** How a part's tiles are called in the rows of its dataset. */
export interface TileSource {
  readonly name: CellName;
  /** The schemas that they may be of; default: that of the part's features. */
  readonly schemas?: readonly AvroSchema[];
}

/** How a part is called in the store. */
export interface PartPlace {
  readonly dataset: string;
  /** null: it has no tiles, as one whose values are finished. */
  readonly tiles: TileSource | null;
}

export interface ReadPart {
  readonly name: string;
  readonly dataset: string;
  readonly keys: KeyEncoder;
  /** null: no tiles are looked for. */
  readonly tilesName: CellName | null;
  readonly reader: PartReader;
  /** The place of its first feature among the base features. */
  readonly first: number;
}

/** An output: a feature as it is, or a derived column. */
export type ReadOutput =
  | { readonly kind: 'base'; readonly field: Field; readonly base: number }
  | { readonly kind: 'derived'; readonly field: Field; readonly column: DerivedColumn & { readonly kind: 'made' } };

/** A part with all of its features, from a place among the base features on. */
export interface PlacedPart {
  readonly read: ReadPart;
  readonly outputs: readonly (ReadOutput & { readonly kind: 'base' })[];
}

export const isTemporal = ({ groupBy }: ServedPart): boolean =>
  groupBy.shape === 'aggregated' && groupBy.accuracy === 'TEMPORAL';

/** A part, compiled once for all Joins that have an equal one. */
export class CompiledPart {
  readonly part: ServedPart;
  /** No other that the same {@link PartReaders} have made has it. */
  readonly number: number;
  readonly #place: PartPlace;
  readonly #readers: PartReaders;
  readonly #keys: KeyEncoder;
  /** In the order of the outputs; of rows there are none. */
  readonly #features: readonly Feature[];
  /** By the place of the first feature. */
  readonly #placed = new Map<number, PlacedPart>();

  /** Throws where the plan does not bind, which is a fault of ours. */
  constructor(part: ServedPart, place: PartPlace, readers: PartReaders, number: number) {
    const { groupBy, name } = part;
    this.part = part;
    this.number = number;
    this.#place = place;
    this.#readers = readers;
    this.#keys = new KeyEncoder(groupBy.keys, leftsOf(part), readers.memory.keyBytes);
    this.#features = groupBy.shape === 'aggregated' ? boundFeatures(name, groupBy.features, groupBy.inputs) : [];
  }

  placed(first: number): PlacedPart {
    const known = this.#placed.get(first);
    if (known !== undefined) return known;
    const { outputs } = this.part;
    const placed: PlacedPart = {
      read: this.some(
        outputs.map((_, at) => at),
        first,
      ),
      outputs: outputs.map((field, at) => ({ kind: 'base', field, base: first + at })),
    };
    this.#placed.set(first, placed);
    return placed;
  }

  /** With some of its features: their places in it. */
  some(own: readonly number[], first: number): ReadPart {
    return {
      name: this.part.name,
      dataset: this.#place.dataset,
      keys: this.#keys,
      tilesName: this.#place.tiles?.name ?? null,
      reader: this.#reader(own),
      first,
    };
  }

  #reader(own: readonly number[]): PartReader {
    const features = this.#features;
    if (!isTemporal(this.part)) return this.#readers.finished(picked(this.#finished(), own));
    const { tiles } = this.#place;
    return this.#readers.temporal(picked(features, own), features, {
      tileSchemas: tiles === null ? [] : (tiles.schemas ?? [tileSchemaOf(features)]),
      tileMs: tileSizeMs(features),
    });
  }

  #finished(): readonly FinishedField[] {
    return this.part.groupBy.outputs.map((output, at) => ({ ...output, feature: this.#features[at] ?? null }));
  }
}

/** Which column of a request carries each key. */
const leftsOf = ({ name, groupBy, keys }: ServedPart): readonly string[] =>
  groupBy.keys.map((key) => {
    const left = keys.find(({ right }) => right === key.name)?.left;
    if (left === undefined) throw new Error(`${name}: no left column carries the key ${key.name}`);
    return left;
  });

const picked = <T>(all: readonly T[], own: readonly number[]): readonly T[] => {
  const places = new Set(own);
  return all.filter((_, index) => places.has(index));
};
