import { boundFeatures, type Feature } from '@isochron/aggregation';
import type { AvroSchema } from '@isochron/avro';
import type { ExternalPlan, PartPlan, ServedPlan } from '@isochron/compiler';
import type { Field } from '@isochron/schema';
import type { RowPrefix } from '../layout/row-key.ts';
import { type DerivedColumn, derivedColumns } from './derivation.ts';
import { FinishedPart } from './finished-part.ts';
import { KeyEncoder } from './key-encoder.ts';
import type { PartReader } from './part-reader.ts';
import { TemporalPart } from './temporal-part.ts';

/** Where a part's tiles are, and the schemas that they may be of. */
export interface TileSource {
  readonly prefix: RowPrefix;
  readonly schemas: readonly AvroSchema[];
}

/** What a Join's plan does not say: how its parts are called in the store. */
export interface ReadOptions {
  readonly datasetOf: (part: PartPlan) => string;
  /** null: there are none, and the part is as of its batch end. */
  readonly tilesOf: (part: PartPlan) => TileSource | null;
}

export interface ReadPart {
  readonly name: string;
  readonly dataset: string;
  readonly keys: KeyEncoder;
  readonly tilesPrefix: RowPrefix | null;
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
  readonly parts: readonly ReadPart[];
  readonly externals: readonly ReadExternal[];
  /** The features of all parts, and then of all externals, by their names in the Join. */
  readonly base: readonly Field[];
  readonly outputs: readonly ReadOutput[];
  /** Of each output, the parts it is made of; externals are counted after the parts. */
  readonly sources: readonly (readonly number[])[];
}

/** Throws where the plan does not bind, which is a fault of ours. Bootstraps and labels have no part in serving. */
export function readPlanOf(plan: ServedPlan, options: ReadOptions): ReadPlan {
  const given: readonly { readonly outputs: readonly Field[] }[] = [...plan.parts, ...plan.externals];
  const base = given.flatMap(({ outputs }) => outputs.map(({ name, type }): Field => ({ name, type })));
  const firsts = firstsOf(given);
  const parts = plan.parts.map((part, at) => readPartOf(part, options, firsts[at] ?? 0));
  const externals = plan.externals.map((asked, at): ReadExternal => {
    return { name: nameOfExternal(asked), asked, first: firsts[plan.parts.length + at] ?? 0 };
  });
  const request = plan.left.columns.map(({ name, type }) => ({ name, type }));
  const derived = plan.derive.length === 0 ? null : derivedColumns(plan.derive, { base, request });
  const outputs = plan.outputs.map((field) => outputOf(field, base, derived));
  const partOf = given.flatMap(({ outputs: own }, at) => own.map(() => at));
  const sources = outputs.map((output) => {
    const bases = output.kind === 'base' ? [output.base] : output.column.bases;
    return [...new Set(bases.map((at) => partOf[at] ?? 0))];
  });
  return { name: plan.name, parts, externals, base, outputs, sources };
}

function firstsOf(given: readonly { readonly outputs: readonly Field[] }[]): readonly number[] {
  let next = 0;
  return given.map(({ outputs }) => {
    const first = next;
    next += outputs.length;
    return first;
  });
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

function readPartOf(part: PartPlan, { datasetOf, tilesOf }: ReadOptions, first: number): ReadPart {
  const { groupBy, keys } = part;
  const lefts = groupBy.keys.map(({ name }) => {
    const left = keys.find(({ right }) => right === name)?.left;
    if (left === undefined) throw new Error(`${part.name}: no left column carries the key ${name}`);
    return left;
  });
  const tiles = isTemporal(part) ? tilesOf(part) : null;
  return {
    name: part.name,
    dataset: datasetOf(part),
    keys: new KeyEncoder(groupBy.keys, lefts),
    tilesPrefix: tiles?.prefix ?? null,
    reader: isTemporal(part)
      ? new TemporalPart(featuresOf(part), { meaning: groupBy.semanticHash, tileSchemas: tiles?.schemas ?? [] })
      : new FinishedPart(groupBy.outputs),
    first,
  };
}

const isTemporal = ({ groupBy }: PartPlan): boolean =>
  groupBy.shape === 'aggregated' && groupBy.accuracy === 'TEMPORAL';

const featuresOf = ({ name, groupBy }: PartPlan): readonly Feature[] =>
  boundFeatures(name, groupBy.features, groupBy.inputs);
