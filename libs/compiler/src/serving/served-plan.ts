import type { DialectName } from '@isochron/expression';
import type { Field } from '@isochron/schema';
import type { GroupBy, Join, JoinPart } from '@isochron/thrift';
import { type Planned, planAmong, type Shared } from '../check.ts';
import { noCheckedSources } from '../checking/checked-sources.ts';
import { createSoundGroupBys } from '../checking/sound-group-bys.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { nameOfThrift, tableOfName } from '../names.ts';
import type { DefinitionObject } from '../objects.ts';
import type { GroupByPlan, JoinPlan, PartPlan } from '../planning/plan.ts';
import { requestKeys } from './request-keys.ts';
import { type UploadedColumns, UploadedTables } from './uploaded-tables.ts';

/** What serving reads of a GroupBy's plan. */
export type ServedGroupBy = Pick<
  GroupByPlan,
  'name' | 'accuracy' | 'keys' | 'inputs' | 'shape' | 'features' | 'outputs'
>;

/** What serving reads of a part's plan. */
export type ServedPart = Pick<PartPlan, 'name' | 'keys' | 'outputs'> & { readonly groupBy: ServedGroupBy };

/** What serving reads of a plan. `left.columns` are what a request carries: keys, and columns of the left side that external services are asked by. */
export type ServedPlan = Pick<JoinPlan, 'name' | 'externals' | 'derive' | 'outputs'> & {
  readonly parts: readonly ServedPart[];
  readonly left: { readonly columns: readonly Field[] };
};

export interface ServedPlanned {
  /** null when there are errors, or an upload is missing. */
  readonly plan: ServedPlan | null;
  /** Errors alone. */
  readonly diagnostics: readonly Diagnostic[];
  /** GroupBys that have no upload. */
  readonly missing: readonly string[];
}

export interface ServedOptions {
  /** What expressions are written in where their object does not say it. Not given: GoogleSQL. */
  readonly dialect?: DialectName;
  /** By the name of a GroupBy, `flights/delays.byOrigin__1`; null where it has no upload. */
  readonly uploadedOf: (groupBy: string) => UploadedColumns | null;
}

/**
 * Plans Joins and GroupBys as they are served, where no table is known: what they read was uploaded, whose columns the uploads say. Bootstraps, labels and what
 * concerns rows of a table have no part in it. A GroupBy that stands in many of them is checked and planned once, and equal parts are one value in all plans. What
 * uploads say is asked once a GroupBy; where they say something else, another planner is needed.
 */
export class ServedPlanner {
  readonly #dialect: DialectName | undefined;
  readonly #uploadedOf: ServedOptions['uploadedOf'];
  readonly #tables: UploadedTables;
  readonly #shared: Shared = { sound: createSoundGroupBys(), sources: noCheckedSources, plans: new Map() };
  readonly #uploaded = new Map<string, UploadedColumns | null>();
  /** By what is written. */
  readonly #readings = new Map<string, Reading>();
  readonly #groupBys = new Map<GroupByPlan, KnownGroupBy>();

  constructor({ dialect, uploadedOf }: ServedOptions) {
    this.#dialect = dialect;
    this.#uploadedOf = uploadedOf;
    this.#tables = new UploadedTables(dialect);
  }

  join(join: Join): ServedPlanned {
    const missing = new Set<string>();
    const joinParts = (join.joinParts ?? []).map((part): JoinPart => {
      const reading = this.#reading(part.groupBy ?? {});
      if (reading === null) missing.add(nameOf(part.groupBy));
      return reading === null ? part : { ...part, groupBy: reading.thrift };
    });
    if (missing.size > 0) return { plan: null, diagnostics: [], missing: [...missing] };
    const { bootstrapParts: _, labelParts: __, rowIds: ___, skewKeys: ____, ...served } = join;
    const columns = requestKeys(join, (name) => this.#columnsOf(name));
    // Another Join has other keys.
    const tables = new UploadedTables(this.#dialect, this.#tables);
    const left = tables.events('left', columns);
    const thrift = { ...served, left, joinParts };
    const { plan, diagnostics } = this.#plan({ kind: 'join', name: nameOf(join), thrift }, tables);
    return {
      plan: plan?.kind === 'join' ? this.#served(plan, columns) : null,
      diagnostics: errorsOf(diagnostics),
      missing: [],
    };
  }

  /** By itself: its features by their own names. */
  groupBy(groupBy: GroupBy): ServedPlanned {
    const reading = this.#reading(groupBy);
    if (reading === null) return { plan: null, diagnostics: [], missing: [nameOf(groupBy)] };
    const { plan, diagnostics } = reading.planned;
    return {
      plan: plan?.kind === 'group-by' ? this.#alone(plan) : null,
      diagnostics: errorsOf(diagnostics),
      missing: [],
    };
  }

  /** A GroupBy that reads what was uploaded of it; null where nothing was. If it is sound, whatever holds it goes by its plan. */
  #reading(groupBy: GroupBy): Reading | null {
    const name = nameOf(groupBy);
    const uploaded = this.#columnsOf(name);
    if (uploaded === null) return null;
    const written = JSON.stringify(groupBy);
    const known = this.#readings.get(written);
    if (known !== undefined) return known;
    const thrift = this.#tables.reading(groupBy, uploaded);
    const reading = { thrift, planned: this.#plan({ kind: 'group-by', name, thrift }, this.#tables) };
    this.#readings.set(written, reading);
    return reading;
  }

  #plan(object: DefinitionObject, { known }: UploadedTables): Planned {
    const options = this.#dialect === undefined ? {} : { dialect: this.#dialect };
    return planAmong(object, known, options, this.#shared);
  }

  #served({ name, parts, externals, derive, outputs }: JoinPlan, columns: readonly Field[]): ServedPlan {
    return { name, left: { columns }, parts: parts.map((part) => this.#part(part)), externals, derive, outputs };
  }

  /** As if it were the one part of a Join that has its keys. */
  #alone(groupBy: GroupByPlan): ServedPlan {
    const { name, keys, outputs, derived } = groupBy;
    const carried = keys.map((key) => ({ left: key.name, right: key.name }));
    return {
      name,
      left: { columns: keys },
      parts: [this.#part({ name: tableOfName(name), groupBy, keys: carried, outputs })],
      externals: [],
      derive: derived === null ? [] : [derived],
      outputs: derived ?? outputs,
    };
  }

  #part({ name, keys, outputs, groupBy: plan }: Pick<PartPlan, 'name' | 'keys' | 'outputs' | 'groupBy'>): ServedPart {
    const { groupBy, parts } = this.#groupBys.get(plan) ?? knownGroupBy(plan);
    this.#groupBys.set(plan, { groupBy, parts });
    const key = JSON.stringify([name, keys, outputs.map((output) => output.name)]);
    const part = parts.get(key) ?? { name, keys, outputs, groupBy };
    parts.set(key, part);
    return part;
  }

  #columnsOf(name: string): UploadedColumns | null {
    const known = this.#uploaded.get(name);
    if (known !== undefined) return known;
    const columns = this.#uploadedOf(name);
    this.#uploaded.set(name, columns);
    return columns;
  }
}

/** {@link ServedPlanner.join} of one Join. */
export const servedPlanOfJoin = (join: Join, options: ServedOptions): ServedPlanned =>
  new ServedPlanner(options).join(join);

/** {@link ServedPlanner.groupBy} of one GroupBy. */
export const servedPlanOfGroupBy = (groupBy: GroupBy, options: ServedOptions): ServedPlanned =>
  new ServedPlanner(options).groupBy(groupBy);

/** Warnings are of tables, and were given when they were known. */
const errorsOf = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] =>
  diagnostics.filter(({ severity }) => severity === 'error');

const nameOf = (groupBy: GroupBy | undefined): string => nameOfThrift(groupBy?.metaData?.name ?? '');

interface Reading {
  readonly thrift: GroupBy;
  readonly planned: Planned;
}

interface KnownGroupBy {
  readonly groupBy: ServedGroupBy;
  /** Those that it is in, by all else that they say. */
  readonly parts: Map<string, ServedPart>;
}

function knownGroupBy({ name, accuracy, keys, inputs, shape, features, outputs }: GroupByPlan): KnownGroupBy {
  return { groupBy: { name, accuracy, keys, inputs, shape, features, outputs }, parts: new Map() };
}
