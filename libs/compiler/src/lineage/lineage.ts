import type { DialectName } from '@isochron/expression';
import { cleanSpec, type GroupBy, type Join, outputTable, type Source, type StagingQuery } from '@isochron/thrift';
import { nameOfThrift } from '../names.ts';
import { type DefinitionObject, fileOf, metaDataOf, type ObjectKind, type ObjectSet } from '../objects.ts';
import { type ColumnOrigins, groupByOrigins, joinOrigins, modelTransformsOrigins } from './column-origins.ts';
import type { Origin, Reference } from './origin.ts';

/** Where everything in a set comes from, as data. */
export interface Lineage {
  /** In the order of their files. */
  readonly objects: readonly ObjectLineage[];
}

export interface ObjectLineage {
  readonly kind: ObjectKind;
  readonly name: string;
  /** Its identity: `compiled/joins/flights/training.lateness__1`. */
  readonly file: string;
  readonly isOnline: boolean;
  /** The table it fills; whoever reads that reads the object. null for a model. */
  readonly table: string | null;
  /** What it reads itself: not what those read in turn. Each once. */
  readonly reads: readonly Read[];
  /** None of a staging query or a model: theirs are not known. */
  readonly columns: readonly ColumnLineage[];
}

/** `embedded`: a copy stands in the object, so that it changes with it. */
export interface Read extends Reference {
  readonly isEmbedded: boolean;
}

export interface ColumnLineage {
  readonly name: string;
  readonly from: readonly Origin[];
}

/**
 * What every object of a set reads, and what every column is made of. Columns of chained objects are followed from one to the next; a staging query's SQL
 * by its tables. Taken of the Thrift alone. `unsaid`: the dialect of objects that do not say theirs.
 */
export function lineageOf(set: ObjectSet, unsaid: DialectName = 'googlesql'): Lineage {
  const objects = set.map((object): ObjectLineage => {
    const { kind, name } = object;
    const metaData = metaDataOf(object);
    return {
      kind,
      name,
      file: fileOf(object),
      isOnline: metaData.online === true,
      table: kind === 'model' ? null : outputTable(metaData),
      reads: distinctReads(readsOf(object)),
      columns: [...originsOf(object, unsaid)].map(([column, from]) => ({ name: column, from })),
    };
  });
  return { objects: objects.sort((a, b) => (a.file < b.file ? -1 : 1)) };
}

function originsOf(object: DefinitionObject, unsaid: DialectName): ColumnOrigins {
  switch (object.kind) {
    case 'group-by':
      return groupByOrigins(object.thrift, unsaid);
    case 'join':
      return joinOrigins(object.thrift, unsaid);
    case 'model-transforms':
      return modelTransformsOrigins(object.thrift, unsaid);
    case 'staging-query':
    case 'model':
      return new Map();
  }
}

function readsOf(object: DefinitionObject): readonly Read[] {
  switch (object.kind) {
    case 'group-by':
      return groupByReads(object.thrift);
    case 'join':
      return joinReads(object.thrift);
    case 'staging-query':
      return stagingQueryReads(object.thrift);
    case 'model': {
      const source = object.thrift.trainingConf?.trainingDataSource;
      return source === undefined ? [] : sourceReads(source);
    }
    case 'model-transforms':
      return [
        ...(object.thrift.sources ?? []).flatMap(sourceReads),
        ...(object.thrift.models ?? []).map(({ metaData }) => embedded('model', metaData?.name)),
      ];
  }
}

const groupByReads = ({ sources = [] }: GroupBy): readonly Read[] => sources.flatMap(sourceReads);

const joinReads = ({ left, joinParts, bootstrapParts = [], labelParts = [] }: Join): readonly Read[] => [
  ...(left === undefined ? [] : sourceReads(left)),
  ...(joinParts ?? []).map(({ groupBy }) => embedded('group-by', groupBy?.metaData?.name)),
  ...labelParts.map(({ joinPart }) => embedded('group-by', joinPart?.groupBy?.metaData?.name)),
  ...bootstrapParts.map(({ table = '' }) => tableRead(table)),
];

const stagingQueryReads = ({ tableDependencies = [] }: StagingQuery): readonly Read[] =>
  tableDependencies.map(({ tableInfo }) => tableRead(tableInfo?.table ?? ''));

function sourceReads(source: Source): readonly Read[] {
  if ('events' in source) return [tableRead(source.events.table ?? '')];
  if ('entities' in source) {
    const { snapshotTable, mutationTable } = source.entities;
    return [snapshotTable, mutationTable].filter((name) => name !== undefined).map(tableRead);
  }
  if ('joinSource' in source) return [embedded('join', source.joinSource.join?.metaData?.name)];
  return [embedded('model-transforms', source.modelTransforms.metaData?.name)];
}

const tableRead = (table: string): Read => ({ kind: 'table', name: cleanSpec(table), isEmbedded: false });

const embedded = (kind: ObjectKind, name = ''): Read => ({ kind, name: nameOfThrift(name), isEmbedded: true });

const distinctReads = (reads: readonly Read[]): readonly Read[] => [
  ...new Map(reads.map((read) => [`${read.kind} ${read.name}`, read])).values(),
];
