import type { CheckedJoin, CheckedModelTransforms, CheckedPartition, CheckedSource } from '../checking/checked.ts';
import { plannedText } from '../checking/checked-expression.ts';
import { lengthMs } from '../window-text.ts';
import type { JoinPlan, ModelTransformsPlan, MutationPlan, PartitionPlan, ScanPlan, SelectedColumn } from './plan.ts';
import type { PlannedGroupBys } from './plan-group-by.ts';
import { planJoin } from './plan-join.ts';
import { planModelTransforms } from './plan-model.ts';
import { unsettled } from './unsettled.ts';

/** `used`: the columns that are read; null for all. Those that conditions name are selected too, because conditions see them by name. */
export function planScan(source: CheckedSource, used: ReadonlySet<string> | null, known: PlannedGroupBys): ScanPlan {
  const { query } = source;
  return {
    kind: source.model,
    table: source.table,
    partition: planPartition(source.partition, source.queryPath),
    waitsFor: query.subPartitionsToWaitFor ?? [],
    upstream: source.upstream === null ? null : planUpstream(source.upstream, known),
    isCumulative: source.isCumulative,
    setups: query.setups ?? [],
    columns: columnsOf(source, used),
    where: source.wheres.map(plannedText),
    time: plannedText(source.time),
    id: source.id === null ? null : plannedText(source.id),
    lagMs: query.eventLag === undefined ? 0 : lengthMs(query.eventLag),
    startDay: query.startPartition ?? null,
    endDay: query.endPartition ?? null,
    mutations: planMutations(source),
  };
}

function columnsOf({ selects, wheres }: CheckedSource, used: ReadonlySet<string> | null): readonly SelectedColumn[] {
  const inConditions = new Set(wheres.flatMap(({ analyzed }) => analyzed?.columns.map(({ name }) => name) ?? []));
  return (
    selects
      .filter(({ name }) => used === null || used.has(name) || inConditions.has(name))
      .map(
        ({ name, expression, type }): SelectedColumn => ({
          name,
          expression: plannedText(expression),
          type: type ?? unsettled(name),
        }),
      )
      // In the order of names, which Thrift keeps none of.
      .sort((a, b) => (a.name < b.name ? -1 : 1))
  );
}

export function planPartition({ everyMs, ...rest }: CheckedPartition, path: string): PartitionPlan {
  return { ...rest, everyMs: everyMs ?? unsettled(`${path}.partitionInterval`) };
}

const planUpstream = (
  upstream: CheckedJoin | CheckedModelTransforms,
  known: PlannedGroupBys,
): JoinPlan | ModelTransformsPlan =>
  upstream.kind === 'join' ? planJoin(upstream, known) : planModelTransforms(upstream, known);

const planMutations = ({ mutations }: CheckedSource): MutationPlan | null =>
  mutations === null
    ? null
    : {
        table: mutations.table,
        changeTime: plannedText(mutations.changeTime),
        isBefore: plannedText(mutations.isBefore),
      };
