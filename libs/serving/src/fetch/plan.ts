import { didYouMean, type ExternalPlan, type ServedPart, type ServedPlan } from '@isochron/compiler';
import { type Field, IsochronError } from '@isochron/schema';
import {
  type CompiledPart,
  isTemporal,
  type PlacedPart,
  type ReadOutput,
  type ReadPart,
  type TileSource,
} from './compiled-part.ts';
import { derivedColumns } from './derivation.ts';
import type { FetchMemory } from './fetch-memory.ts';
import { PartReaders } from './part-readers.ts';
import { Places } from './places.ts';

export type { ReadOutput, ReadPart, TileSource };

/** How many unknown names a refusal tells, and how many characters of each. */
const NAMES_TOLD = 10;
const NAME_TOLD = 100;

/** What a Join's plan does not say: how its parts are called in the store. */
export interface ReadOptions {
  readonly datasetOf: (part: ServedPart) => string;
  /** null: there are none, and the part is as of its batch end. */
  readonly tilesOf: (part: ServedPart) => TileSource | null;
  /** Shared with other Joins; default: with none. */
  readonly readers?: PartReaders;
}

/** Features that come from outside: a service gives them, or the caller himself. */
export interface ReadExternal {
  /** `ext_{service}`, with its prefix between. */
  readonly name: string;
  readonly asked: ExternalPlan;
  /** The place of its first feature among the base features. */
  readonly first: number;
}

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
  /** What the outputs are. */
  readonly fields: readonly Field[];
  /** Of each output, the parts it is made of; externals are counted after the parts. */
  readonly sources: readonly (readonly number[])[];
  readonly memory: FetchMemory;
  /** All that the Join has, whether an output is made of them or not. */
  readonly joined: readonly CompiledPart[];
  /** The plan of some of the outputs, in the order that they have here. Throws INVALID_ARGUMENT for names that are none of them. */
  readonly narrowed: (names: readonly string[]) => ReadPlan;
}

/** Throws where the plan does not bind, which is a fault of ours. Bootstraps and labels have no part in serving. */
export function readPlanOf(
  plan: ServedPlan,
  { datasetOf, tilesOf, readers = new PartReaders() }: ReadOptions,
): ReadPlan {
  const joined = plan.parts.map((part) =>
    readers.part(part, { dataset: datasetOf(part), tiles: isTemporal(part) ? tilesOf(part) : null }),
  );
  const placed = placedParts(joined);
  const base = [...joined.flatMap(({ part }) => part.outputs), ...plan.externals.flatMap(({ outputs }) => outputs)];
  const features = placed.flatMap(({ outputs }) => outputs);
  const { name, externals } = plan;
  const outputs = outputsOf(plan, { base, features, joined, readers });
  return planOf({ name, joined, placed, externals, base, outputs, memory: readers.memory }, outputs);
}

/** A Join with all of its parts and features. */
interface WholePlan extends Pick<ReadPlan, 'name' | 'joined' | 'outputs' | 'memory'> {
  readonly placed: readonly PlacedPart[];
  readonly externals: readonly ExternalPlan[];
  /** The features of all parts, and then of all externals. */
  readonly base: readonly Field[];
}

function placedParts(joined: readonly CompiledPart[]): readonly PlacedPart[] {
  let first = 0;
  return joined.map((compiled) => {
    const placed = compiled.placed(first);
    first += placed.outputs.length;
    return placed;
  });
}

interface Features {
  readonly base: readonly Field[];
  /** Those of the parts, as outputs. */
  readonly features: PlacedPart['outputs'];
  readonly joined: readonly CompiledPart[];
  readonly readers: PartReaders;
}

function outputsOf({ left, externals, derive, outputs }: ServedPlan, features: Features): readonly ReadOutput[] {
  const { base, joined, readers } = features;
  const names = new Set(outputs.map(({ name }) => name));
  const derived =
    derive.length === 0
      ? null
      : derivedColumns(names, {
          stages: derive,
          fields: { base, request: left.columns },
          fieldsKey: [joined.map(({ number }) => number), externals, left.columns],
          shared: readers,
        });
  // Of those with one name the first counts.
  const places = new Map(base.map(({ name }, at) => [name, at] as const).reverse());
  return outputs.map((field): ReadOutput => {
    const column = derived?.get(field.name);
    if (column?.kind === 'made') return { kind: 'derived', field, column };
    const at = column?.kind === 'alias' ? column.base : places.get(field.name);
    if (at === undefined || (derived !== null && column === undefined))
      throw new Error(`output ${field.name} was planned but is not made`);
    const same = features.features[at];
    return same?.field.name === field.name ? same : { kind: 'base', field, base: at };
  });
}

/** `outputs`: those of the whole that are wanted. */
function planOf(whole: WholePlan, outputs: readonly ReadOutput[]): ReadPlan {
  const { name, joined, base, memory } = whole;
  const places = new Places(outputs.flatMap(basesOf));
  const parts = joined.flatMap((compiled, at) => {
    const first = places.placed;
    const count = compiled.part.outputs.length;
    const own = places.takeNeeded(count);
    if (own.length === 0) return [];
    const { read } = whole.placed[at] as PlacedPart;
    return [own.length === count && first === read.first ? read : compiled.some(own, first)];
  });
  const externals = whole.externals.flatMap((asked) => {
    const first = places.placed;
    const isNeeded = places.takeAll(asked.outputs.length);
    return isNeeded ? [{ name: nameOfExternal(asked), asked, first }] : [];
  });
  const placed = outputs.map((output) => placedOutput(output, places));
  return {
    name,
    parts,
    externals,
    base: places.placed === base.length ? base : base.filter((_, at) => places.has(at)),
    outputs: placed,
    fields: placed.map(({ field }) => field),
    sources: sourcesOf(placed, places),
    memory,
    joined,
    narrowed: (names) => planOf(whole, chosen(whole, names)),
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

function chosen({ name: join, outputs }: WholePlan, names: readonly string[]): readonly ReadOutput[] {
  const wanted = new Set(names);
  const found = outputs.filter(({ field }) => wanted.has(field.name));
  if (found.length === wanted.size && wanted.size > 0) return found;
  const known = new Set(outputs.map(({ field }) => field.name));
  const unknown = [...wanted].filter((name) => !known.has(name)).slice(0, NAMES_TOLD);
  throw new IsochronError(
    'INVALID_ARGUMENT',
    unknown.length === 0
      ? `No feature of "${join}" is asked for; name one, or none at all for all of them.`
      : `"${join}" has no feature ${unknown.map((name) => JSON.stringify(name.slice(0, NAME_TOLD))).join(', ')}.${nearTo(unknown, known)}`,
  );
}

/** A name is compared with so many at most: who asks for what is not there must not cost more than who asks for what is. */
const COMPARED_MAX = 400;

function nearTo([name, ...others]: readonly string[], known: ReadonlySet<string>): string {
  if (name === undefined || name.length > NAME_TOLD || others.length > 0 || known.size > COMPARED_MAX) return '';
  const near = didYouMean(name, known);
  return near === null ? '' : ` ${near}`;
}

/** What the names of its features begin with. */
function nameOfExternal({ service, outputs: [first] }: ExternalPlan): string {
  return first === undefined ? `ext_${service}` : first.name.slice(0, -first.field.length - 1);
}
