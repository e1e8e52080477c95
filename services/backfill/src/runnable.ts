import type { GroupByPlan, JoinPlan, Plan, ScanPlan } from '@isochron/compiler';
import { IsochronError } from '@isochron/schema';

/** A plan that this worker can run. */
export type RunnablePlan = GroupByPlan | JoinPlan;

/** The plan, if all of it can be run here. Throws UNIMPLEMENTED with everything in it that cannot yet, by name: nothing is ever left out in silence. */
export function runnable(plan: Plan): RunnablePlan {
  if (plan.kind !== 'group-by' && plan.kind !== 'join') {
    throw new IsochronError('UNIMPLEMENTED', `${plan.name}: this backfill does not run ${kinds[plan.kind]} yet.`);
  }
  refuseUnbuilt(plan, 'backfill', [...(plan.kind === 'group-by' ? ofGroupBy(plan) : ofJoin(plan)), ...ofOutput(plan)]);
  return plan;
}

/**
 * The plan, if it can be uploaded from here. Throws INVALID_ARGUMENT for what is no GroupBy, and UNIMPLEMENTED as {@link runnable}. An upload computes more than a
 * backfill: of snapshots of entities, and of cumulative tables, all that it has to read is the day itself; and a source that is a Join is a table once that is backfilled.
 */
export function uploadable(plan: Plan): GroupByPlan {
  if (plan.kind !== 'group-by')
    throw new IsochronError('INVALID_ARGUMENT', `${plan.name} is no group-by: upload the group-bys that it reads.`);
  refuseUnbuilt(plan, 'upload', [...plan.scans.flatMap(ofUploadedScan), ...ofOutput(plan)]);
  return plan;
}

function refuseUnbuilt({ name }: Plan, work: string, found: readonly string[]): void {
  const unbuilt = [...new Set(found)];
  if (unbuilt.length === 0) return;
  const last = unbuilt.at(-1) ?? '';
  const listed = unbuilt.length === 1 ? last : `${unbuilt.slice(0, -1).join(', ')} and ${last}`;
  throw new IsochronError('UNIMPLEMENTED', `${name}: this ${work} does not compute ${listed} yet.`);
}

const kinds = {
  'staging-query': 'staging queries',
  model: 'models',
  'model-transforms': 'model transforms',
} as const;

const ofGroupBy = ({ shape, scans }: GroupByPlan): readonly string[] => [
  ...(shape === 'rows' ? ['group-bys without aggregations'] : []),
  ...scans.flatMap(ofScan),
];

const ofJoin = ({ left, parts, externals, bootstraps, labels, skewKeys }: JoinPlan): readonly string[] => [
  ...ofScan(left),
  ...parts.flatMap(({ groupBy }) => ofGroupBy(groupBy)),
  ...(parts.length === 0 ? ['joins without parts'] : []),
  ...(externals.length > 0 ? ['external parts'] : []),
  ...(bootstraps.length > 0 ? ['bootstrap parts'] : []),
  ...(labels.length > 0 ? ['label parts'] : []),
  ...(skewKeys.length > 0 ? ['joins without the rows of skewed keys'] : []),
];

/** Its own table is cut by the day alone, in the column `ds`. */
function ofOutput({ partitionColumns, partition }: RunnablePlan): readonly string[] {
  const others = partitionColumns.filter((column) => column !== 'ds');
  return [
    ...(others.length === 0 ? [] : [`output tables partitioned by ${others.join(' and ')}`]),
    ...(partition.format === 'yyyy-MM-dd' ? [] : [`output tables with partitions written as ${partition.format}`]),
    ...(partition.everyMs === 86_400_000 ? [] : ['output tables with partitions of other than one day']),
    ...(partition.isTime ? ['output tables partitioned by a time'] : []),
  ];
}

const ofScan = (scan: ScanPlan): readonly string[] => [
  ...(scan.kind === 'entities' ? ['sources of entities'] : []),
  ...(scan.isCumulative ? ['cumulative tables of events'] : []),
  ...(scan.upstream?.kind === 'join' ? ['sources that are joins'] : []),
  ...ofAnyScan(scan),
];

const ofUploadedScan = (scan: ScanPlan): readonly string[] => [
  ...(scan.mutations === null ? [] : ['entities whose changes are known']),
  ...ofAnyScan(scan),
];

/** Tables of the embedded warehouse are cut into days, in the column `ds`. */
function ofAnyScan({ upstream, id, setups, waitsFor, partition }: ScanPlan): readonly string[] {
  const { column, format, everyMs, isTime } = partition;
  const unbuilt: readonly (readonly [boolean, string])[] = [
    [upstream?.kind === 'model-transforms', 'sources that are model transforms'],
    [id !== null, 'events that count once by their identity'],
    [setups.length > 0, 'queries with statements to run before them'],
    [waitsFor.length > 0, 'partitions below the day'],
    [column !== 'ds', `tables partitioned by ${column} instead of ds`],
    [format !== 'yyyy-MM-dd', `partitions written as ${format}`],
    [everyMs !== 86_400_000, 'partitions of other than one day'],
    [isTime, 'tables partitioned by a time'],
  ];
  return unbuilt.flatMap(([is, what]) => (is ? [what] : []));
}
