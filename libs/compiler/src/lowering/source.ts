import type {
  EntitySourceDefinition,
  EventSourceDefinition,
  JoinSourceDefinition,
  ModelSourceDefinition,
  QueryDefinition,
  SourceDefinition,
} from '@isochron/authoring';
import type { Query, Source } from '@isochron/thrift';
import { type Lowering, lengthField, said } from './context.ts';
import { lowerJoin } from './join.ts';
import { loweredOnce } from './lowered-before.ts';
import { lowerModelTransforms } from './model.ts';
import { queryPartition } from './partition.ts';
import { readTableName } from './table-name.ts';

/** How a source is read from what it stands for in Thrift. */
export const lowerSource = (source: SourceDefinition, path: string, lowering: Lowering): Source =>
  loweredOnce(lowering.before.sources, source, path, lowering, (apart) => lowerNew(source, path, apart));

function lowerNew(source: SourceDefinition, path: string, lowering: Lowering): Source {
  lowering.placed(path, source.place);
  switch (source.kind) {
    case 'event-source':
      return { events: lowerEvents(source, `${path}.events`, lowering) };
    case 'entity-source':
      return { entities: lowerEntities(source, `${path}.entities`, lowering) };
    case 'join-source':
      return { joinSource: lowerJoinSource(source, `${path}.joinSource`, lowering) };
    case 'model-source':
      return { modelTransforms: lowerModelSource(source, `${path}.modelTransforms`, lowering) };
  }
}

function lowerEvents(source: EventSourceDefinition, path: string, lowering: Lowering) {
  const at = `${path}.query`;
  const lag = lengthField('eventLag', source.lag, at, 'bad-lag', lowering);
  return {
    table: readTableName(source.table, `${path}.table`, lowering),
    ...said({ topic: source.topic }),
    query: {
      ...lowerQuery(source, at, lowering),
      ...(lag.eventLag?.length !== 0 && lag),
      ...said({ eventId: source.id }),
    },
    ...(source.cumulative && { isCumulative: true }),
  };
}

function lowerEntities(source: EntitySourceDefinition, path: string, lowering: Lowering) {
  const { mutations, topic, mutationTime, reversal } = source;
  return {
    snapshotTable: readTableName(source.snapshots, `${path}.snapshotTable`, lowering),
    ...(mutations !== null && { mutationTable: readTableName(mutations, `${path}.mutationTable`, lowering) }),
    ...said({ mutationTopic: topic }),
    query: {
      ...lowerQuery(source, `${path}.query`, lowering),
      ...said({ mutationTimeColumn: mutationTime, reversalColumn: reversal }),
    },
  };
}

function lowerJoinSource(source: JoinSourceDefinition, path: string, lowering: Lowering) {
  if (lowering.naming(source.join) === null) {
    lowering.found({
      code: 'unnamed-join',
      path,
      message: 'The join of this source is not exported, so that it has no name.',
      hint: 'Export it from its file: export const … = join(…).',
    });
  }
  return {
    join: lowerJoin(source.join, `${path}.join`, lowering),
    query: lowerQuery(source, `${path}.query`, lowering),
  };
}

function lowerModelSource({ transforms }: ModelSourceDefinition, path: string, lowering: Lowering) {
  if (lowering.naming(transforms) === null) {
    lowering.found({
      code: 'unnamed-transforms',
      path,
      message: 'The model transforms of this source are not exported, so that they have no name.',
      hint: 'Export them from their file: export const … = modelTransforms(…).',
    });
  }
  return lowerModelTransforms(transforms, path, lowering);
}

/** What every kind of source says of reading its rows. */
export function lowerQuery(
  query: Omit<QueryDefinition, 'select'> & { readonly select: QueryDefinition['select'] | null },
  path: string,
  lowering: Lowering,
): Query {
  return {
    ...(query.select !== null && { selects: query.select }),
    ...said({
      wheres: query.where,
      startPartition: query.start,
      endPartition: query.end,
      timeColumn: query.time,
      setups: query.setup,
    }),
    ...queryPartition(query.partition, path, lowering),
  };
}
