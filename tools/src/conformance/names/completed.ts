import { type GroupByPlan, planOfGroupBy } from '@isochron/compiler';
import type { GroupBy, Source } from '@isochron/thrift';
import { guessedCatalog } from '../compiled/guessed-catalog.ts';

/**
 * The plan of what a GroupBy computes, over a source that has whatever it names: sources of cases are fragments, which select too little or have
 * no time, and their metadata is at odds with itself. Null where it computes nothing that can be planned.
 */
export function planOfCompleted(groupBy: GroupBy): GroupByPlan | null {
  const names = [
    ...(groupBy.keyColumns ?? []),
    ...(groupBy.aggregations ?? []).flatMap(({ inputColumn, buckets = [] }) => [...buckets, inputColumn ?? '']),
  ];
  const query = { selects: Object.fromEntries(names.map((name) => [name, name])), timeColumn: 'ts' };
  const isStreamed = (groupBy.sources ?? []).some(hasTopic);
  const source: Source = { events: { table: 'events', query, ...(isStreamed && { topic: 'events' }) } };
  const whole = { ...groupBy, metaData: { name: groupBy.metaData?.name ?? 'team.file.whole' }, sources: [source] };
  const { plan } = planOfGroupBy(whole, guessedCatalog({ kind: 'group-by', name: 'team/file.whole', thrift: whole }));
  return plan?.kind === 'group-by' ? plan : null;
}

const hasTopic = ({ events, entities }: Source): boolean => (events?.topic ?? entities?.mutationTopic) !== undefined;
