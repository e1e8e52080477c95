import { boundFeatures, type Feature, tileSizeMs } from '@isochron/aggregation';
import type { AvroSchema } from '@isochron/avro';
import type { ExternalPlan, ServedPart, ServedPlan } from '@isochron/compiler';
import { type Field, IsochronError } from '@isochron/schema';
import type { CellName } from '../layout/cell-name.ts';
import { type DerivedColumn, derivedColumns } from './derivation.ts';
import type { FetchMemory } from './fetch-memory.ts';
import type { FinishedField } from './finished-part.ts';
import { KeyEncoder } from './key-encoder.ts';
import type { PartReader } from './part-reader.ts';
import { PartReaders } from './part-readers.ts';
import { Places } from './places.ts';

/** How many unknown names a refusal tells, and how many characters of each. */
const NAMES_TOLD = 10;
const NAME_TOLD = 100;

/** How a part's tiles are called in the rows of its dataset, and the schemas that they may be of. */
export interface TileSource {
  readonly name: CellName;
  readonly schemas: readonly AvroSchema[];
}

/** What a Join's plan does not say: how its parts are called in the store. */
export interface ReadOptions {
  readonly datasetOf: (part: ServedPart) => string;
  /** null: there are none, and the part is as of its batch end. */
  readonly tilesOf: (part: ServedPart) => TileSource | null;
  /** Shared with other Joins; default: with none. */
  readonly readers?: PartReaders;
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

/** Features that come from outside: a service gives them, or the caller himself. */
export interface ReadExternal {
  /** `ext_{service}`, with its prefix between. */
  readonly name: string;
  readonly asked: ExternalPlan;
  /** The place of its first feature among the base features. */
  readonly first: number;
}

/** An output: a feature as it is, or a derived column. */
export type ReadOutput =
  | { readonly kind: 'base'; readonly field: Field; readonly base: number }
  | { readonly kind: 'derived'; readonly field: Field; readonly column: DerivedColumn & { readonly kind: 'made' } };

/** A Join compiled once: nothing of it is looked at again but to be run. */
export interface ReadPlan {
  readonly name: string;
  /** Those that an output is made of; no other is read. */
  readonly parts: readonly ReadPart[];
  /** The same; each is asked for all of its features. */
  readonly externals: readonly ReadExternal[];
  /** The features that outputs are made of, part by part, and then all of the externals, by their names in the Join. */
  readonly base: readonly Field[];
  readonly outputs: readonly ReadOutput[];
  /** Of each output, the parts it is made of; externals are counted after the parts. */
  readonly sources: readonly (readonly number[])[];
  readonly memory: FetchMemory;
  /** The plan of some of the outputs, in the order that they have here. Throws INVALID_ARGUMENT for names that are none of them. */
  readonly narrowed: (names: readonly string[]) => ReadPlan;
}

/** Throws where the plan does not bind, which is a fault of ours. Bootstraps and labels have no part in serving. */
export function readPlanOf(plan: ServedPlan, options: ReadOptions): ReadPlan {
  return planOf(wholeOf(plan), { ...options, readers: options.readers ?? new PartReaders() });
}

interface WholePlan {
  readonly plan: ServedPlan;
  /** The features of all parts, and then of all externals. */
  readonly base: readonly Field[];
  readonly outputs: readonly ReadOutput[];
}

function wholeOf(plan: ServedPlan): WholePlan {
  const given: readonly { readonly outputs: readonly Field[] }[] = [...plan.parts, ...plan.externals];
  const base = given.flatMap(({ outputs }) => outputs);
  const derived = plan.derive.length === 0 ? null : derivedColumns(plan.derive, { base, request: plan.left.columns });
  return { plan, base, outputs: plan.outputs.map((field) => outputOf(field, base, derived)) };
}

/** Few are asked for some of their features: what is known of the others is made anew then, and not kept by all. */
const narrowing =
  (plan: ServedPlan, options: Required<ReadOptions>): ReadPlan['narrowed'] =>
  (names) => {
    const whole = wholeOf(plan);
    return planOf({ ...whole, outputs: chosen(whole, names) }, options);
  };

function planOf({ plan, base, outputs }: WholePlan, options: Required<ReadOptions>): ReadPlan {
  const places = new Places(outputs.flatMap(basesOf));
  const parts = plan.parts.flatMap((part) => {
    const first = places.placed;
    const own = places.takeNeeded(part.outputs.length);
    return own.length === 0 ? [] : [readPartOf(part, { own, first }, options)];
  });
  const externals = plan.externals.flatMap((asked) => {
    const first = places.placed;
    const isNeeded = places.takeAll(asked.outputs.length);
    return isNeeded ? [{ name: nameOfExternal(asked), asked, first }] : [];
  });
  const placed = outputs.map((output) => placedOutput(output, places));
  return {
    name: plan.name,
    parts,
    externals,
    base: base.filter((_, at) => places.has(at)),
    outputs: placed,
    sources: sourcesOf(placed, places),
    memory: options.readers.memory,
    narrowed: narrowing(plan, options),
  };
}

/** Most outputs are of one part, and have the same list. */
function sourcesOf(outputs: readonly ReadOutput[], places: Places): ReadPlan['sources'] {
  const known = new Map<string, readonly number[]>();
  return outputs.map((output) => {
    const sources = [...new Set(basesOf(output).map((at) => places.giverOf(at)))];
    const same = known.get(sources.join()) ?? sources;
    known.set(sources.join(), same);
    return same;
  });
}

const basesOf = (output: ReadOutput): readonly number[] =>
  output.kind === 'base' ? [output.base] : output.column.bases;

function placedOutput(output: ReadOutput, places: Places): ReadOutput {
  if (basesOf(output).every((at) => places.of(at) === at)) return output;
  if (output.kind === 'base') return { ...output, base: places.of(output.base) };
  const { column } = output;
  const sources = column.sources.map((source) =>
    source.kind === 'base' ? { ...source, index: places.of(source.index) } : source,
  );
  return { ...output, column: { ...column, sources, bases: column.bases.map((at) => places.of(at)) } };
}

function chosen({ plan, outputs }: WholePlan, names: readonly string[]): readonly ReadOutput[] {
  const wanted = new Set(names);
  const found = outputs.filter(({ field }) => wanted.has(field.name));
  if (found.length === wanted.size && wanted.size > 0) return found;
  const known = new Set(outputs.map(({ field }) => field.name));
  const unknown = [...wanted].filter((name) => !known.has(name)).slice(0, NAMES_TOLD);
  throw new IsochronError(
    'INVALID_ARGUMENT',
    unknown.length === 0
      ? `No feature of "${plan.name}" is asked for; name one, or none at all for all of them.`
      : `"${plan.name}" has no feature ${unknown.map((name) => JSON.stringify(name.slice(0, NAME_TOLD))).join(', ')}.`,
  );
}

/** What the names of its features begin with. */
function nameOfExternal({ service, outputs: [first] }: ExternalPlan): string {
  return first === undefined ? `ext_${service}` : first.name.slice(0, -first.field.length - 1);
}

function outputOf(
  field: Field,
  base: readonly Field[],
  derived: ReadonlyMap<string, DerivedColumn> | null,
): ReadOutput {
  const column = derived?.get(field.name);
  if (column?.kind === 'made') return { kind: 'derived', field, column };
  const at = column?.kind === 'alias' ? column.base : base.findIndex(({ name }) => name === field.name);
  if (at === -1 || (derived !== null && column === undefined))
    throw new Error(`output ${field.name} was planned but is not made`);
  return { kind: 'base', field, base: at };
}

/** `own`: the features of the part that are read, by their places in it. */
function readPartOf(
  part: ServedPart,
  { own, first }: { readonly own: readonly number[]; readonly first: number },
  { datasetOf, tilesOf, readers }: Required<ReadOptions>,
): ReadPart {
  const { groupBy, keys } = part;
  const lefts = groupBy.keys.map(({ name }) => {
    const left = keys.find(({ right }) => right === name)?.left;
    if (left === undefined) throw new Error(`${part.name}: no left column carries the key ${name}`);
    return left;
  });
  const isAggregated = groupBy.shape === 'aggregated';
  const features = isAggregated ? boundFeatures(part.name, groupBy.features, groupBy.inputs) : [];
  const isTemporal = isAggregated && groupBy.accuracy === 'TEMPORAL';
  const tiles = isTemporal ? tilesOf(part) : null;
  return {
    name: part.name,
    dataset: datasetOf(part),
    keys: new KeyEncoder(groupBy.keys, lefts, readers.memory.keyBytes),
    tilesName: tiles?.name ?? null,
    reader: isTemporal
      ? readers.temporal(picked(features, own), features, {
          tileSchemas: tiles?.schemas ?? [],
          tileMs: tileSizeMs(features),
        })
      : readers.finished(picked(finishedFields(groupBy.outputs, features), own)),
    first,
  };
}

function picked<T>(all: readonly T[], own: readonly number[]): readonly T[] {
  const places = new Set(own);
  return all.filter((_, index) => places.has(index));
}

/** Features stand in the order of the outputs; of rows there are none. */
const finishedFields = (outputs: readonly Field[], features: readonly Feature[]): readonly FinishedField[] =>
  outputs.map((output, at) => ({ ...output, feature: features[at] ?? null }));
