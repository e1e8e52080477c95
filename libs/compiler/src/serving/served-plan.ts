import type { DialectName } from '@isochron/expression';
import type { Field } from '@isochron/schema';
import type { GroupBy, Join, JoinPart } from '@isochron/thrift';
import { planOfGroupBy, planOfJoin } from '../check.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { nameOfThrift, tableOfName } from '../names.ts';
import type { GroupByPlan, JoinPlan } from '../planning/plan.ts';
import { requestKeys } from './request-keys.ts';
import { type UploadedColumns, UploadedTables } from './uploaded-tables.ts';

/** What serving reads of a plan. `left.columns` are what a request carries: keys, and columns of the left side that external services are asked by. */
export type ServedPlan = Pick<JoinPlan, 'name' | 'parts' | 'externals' | 'derive' | 'outputs'> & {
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
 * Plans a Join as it is served, where no table is known: its parts read what was uploaded, whose columns the uploads say. Bootstraps, labels and what concerns
 * rows of a table have no part in it.
 */
export function servedPlanOfJoin(join: Join, { dialect, uploadedOf }: ServedOptions): ServedPlanned {
  const tables = new UploadedTables(dialect);
  const missing = new Set<string>();
  const joinParts = (join.joinParts ?? []).map((part): JoinPart => {
    const name = nameOf(part.groupBy);
    const uploaded = uploadedOf(name);
    if (uploaded === null) missing.add(name);
    return uploaded === null ? part : { ...part, groupBy: tables.reading(part.groupBy ?? {}, uploaded) };
  });
  if (missing.size > 0) return { plan: null, diagnostics: [], missing: [...missing] };
  const { bootstrapParts: _, labelParts: __, rowIds: ___, skewKeys: ____, ...served } = join;
  const columns = requestKeys(join, uploadedOf);
  const left = tables.events('left', columns);
  const { plan, diagnostics } = planOfJoin({ ...served, left, joinParts }, tables.catalog, unsaid(dialect));
  return {
    plan: plan?.kind === 'join' ? { ...plan, left: { columns } } : null,
    diagnostics: errorsOf(diagnostics),
    missing: [],
  };
}

/** Plans a GroupBy as it is served by itself: its features by their own names. */
export function servedPlanOfGroupBy(groupBy: GroupBy, { dialect, uploadedOf }: ServedOptions): ServedPlanned {
  const name = nameOf(groupBy);
  const uploaded = uploadedOf(name);
  if (uploaded === null) return { plan: null, diagnostics: [], missing: [name] };
  const tables = new UploadedTables(dialect);
  const reading = tables.reading(groupBy, uploaded);
  const { plan, diagnostics } = planOfGroupBy(reading, tables.catalog, unsaid(dialect));
  return { plan: plan?.kind === 'group-by' ? alone(plan) : null, diagnostics: errorsOf(diagnostics), missing: [] };
}

/** Warnings are of tables, and were given when they were known. */
const errorsOf = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] =>
  diagnostics.filter(({ severity }) => severity === 'error');

const unsaid = (dialect: DialectName | undefined) => (dialect === undefined ? {} : { dialect });

const nameOf = (groupBy: GroupBy | undefined): string => nameOfThrift(groupBy?.metaData?.name ?? '');

/** As if it were the one part of a Join that has its keys. */
function alone(groupBy: GroupByPlan): ServedPlan {
  const { name, table, keys, outputs, derived, semanticHash } = groupBy;
  const carried = keys.map((key) => ({ left: key.name, right: key.name }));
  return {
    name,
    left: { columns: keys },
    parts: [{ name: tableOfName(name), table, groupBy, keys: carried, outputs, semanticHash }],
    externals: [],
    derive: derived === null ? [] : [derived],
    outputs: derived ?? outputs,
  };
}
