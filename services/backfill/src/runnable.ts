import type { GroupByPlan, JoinPlan, Plan, ScanPlan } from '@isochron/compiler';
import { IsochronError } from '@isochron/schema';

/** A plan that this worker can run. */
export type RunnablePlan = GroupByPlan | JoinPlan;

/** The plan, if all of it can be run here. Throws UNIMPLEMENTED with everything in it that cannot yet, by name: nothing is ever left out in silence. */
export function runnable(plan: Plan): RunnablePlan {
  if (plan.kind !== 'group-by' && plan.kind !== 'join') {
    throw new IsochronError('UNIMPLEMENTED', `${plan.name}: this backfill does not run ${kinds[plan.kind]} yet.`);
  }
  const unbuilt = [...new Set([...(plan.kind === 'group-by' ? ofGroupBy(plan) : ofJoin(plan)), ...ofOutput(plan)])];
  if (unbuilt.length === 0) return plan;
  const last = unbuilt.at(-1) ?? '';
  const listed = unbuilt.length === 1 ? last : `${unbuilt.slice(0, -1).join(', ')} and ${last}`;
  throw new IsochronError('UNIMPLEMENTED', `${plan.name}: this backfill does not compute ${listed} yet.`);
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
function ofOutput({ partitionColumns }: RunnablePlan): readonly string[] {
  const others = partitionColumns.filter((column) => column !== 'ds');
  return others.length === 0 ? [] : [`output tables partitioned by ${others.join(' and ')}`];
}

/** Tables of the embedded warehouse are cut into days, in the column `ds`. */
function ofScan({ kind, upstream, isCumulative, id, setups, waitsFor, partition }: ScanPlan): readonly string[] {
  const { column, format, everyMs, isTime } = partition;
  const unbuilt: readonly (readonly [boolean, string])[] = [
    [kind === 'entities', 'sources of entities'],
    [upstream?.kind === 'join', 'sources that are joins'],
    [upstream?.kind === 'model-transforms', 'sources that are model transforms'],
    [isCumulative, 'cumulative tables of events'],
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
