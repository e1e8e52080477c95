import {
  type BootstrapPart,
  cleanSpec,
  type GroupBy,
  type Join,
  type JoinPart,
  type LabelPart,
  type MetaData,
  type Model,
  type ModelTransforms,
  outputTable,
  type Source,
  type StagingQuery,
} from '@isochron/thrift';
import type { Catalog } from './catalog.ts';
import { type DefinitionObject, metaDataOf, type ObjectSet } from './objects.ts';

/** A place where definitions run apart: what the names of its own tables, datasets and topics begin with. */
export interface Environment {
  readonly prefix: string;
}

/** Tables that the objects write, as they call them. They are an environment's own; all others are read as they are. */
export const writtenTables = (objects: ObjectSet): ReadonlySet<string> =>
  new Set(objects.filter(({ kind }) => kind !== 'model').map((object) => outputTable(metaDataOf(object))));

/** `features.flights_lateness__1` is `features.dev_flights_lateness__1`: the namespace stays. */
export const tableIn = ({ prefix }: Environment, table: string): string => {
  const dot = cleanSpec(table).lastIndexOf('.');
  return `${table.slice(0, dot + 1)}${prefix}${table.slice(dot + 1)}`;
};

/** `kafka://flights/partitions=3` is `kafka://dev_flights/partitions=3`. */
export const topicIn = ({ prefix }: Environment, topic: string): string => {
  const bus = /^\w+:\/\//.exec(topic)?.[0] ?? '';
  return `${bus}${prefix}${topic.slice(bus.length)}`;
};

/** Datasets are in capitals: `FLIGHTS_LATENESS__1_BATCH` is `DEV_FLIGHTS_LATENESS__1_BATCH`. */
export const datasetIn = ({ prefix }: Environment, dataset: string): string => prefix.toUpperCase() + dataset;

/**
 * An object as it runs in an environment: its table, the tables it reads that objects of `written` write, and its topics have the environment's names.
 * What it is called and what its columns mean is the same in all of them.
 */
export function objectIn(
  object: DefinitionObject,
  environment: Environment,
  written: ReadonlySet<string>,
): DefinitionObject {
  if (environment.prefix === '') return object;
  const names = namesIn(environment, written);
  switch (object.kind) {
    case 'group-by':
      return { ...object, thrift: groupByIn(object.thrift, names) };
    case 'join':
      return { ...object, thrift: joinIn(object.thrift, names) };
    case 'staging-query':
      return { ...object, thrift: stagingQueryIn(object.thrift, names) };
    case 'model-transforms':
      return { ...object, thrift: transformsIn(object.thrift, names) };
    case 'model':
      return { ...object, thrift: modelIn(object.thrift, names) };
  }
}

/** A warehouse as an environment sees it: what objects write has the name that they call it by. */
export function catalogIn(catalog: Catalog, environment: Environment, written: ReadonlySet<string>): Catalog {
  if (environment.prefix === '') return catalog;
  const tables = new Map(catalog.tables);
  for (const table of written) {
    const own = catalog.tables.get(tableIn(environment, table));
    if (own === undefined) tables.delete(table);
    else tables.set(table, own);
  }
  return { ...catalog, tables };
}

interface Names {
  readonly table: (table: string) => string;
  readonly topic: (topic: string) => string;
  readonly output: (metaData: MetaData | undefined) => MetaData;
}

const namesIn = (environment: Environment, written: ReadonlySet<string>): Names => ({
  table: (table) => (written.has(cleanSpec(table)) ? tableIn(environment, table) : table),
  topic: (topic) => topicIn(environment, topic),
  output: (metaData = {}) => {
    const { executionInfo } = metaData;
    const table = tableIn(environment, outputTable(metaData));
    const outputTableInfo = { ...executionInfo?.outputTableInfo, table };
    return { ...metaData, executionInfo: { ...executionInfo, outputTableInfo } };
  },
});

function groupByIn(groupBy: GroupBy, names: Names): GroupBy {
  const { sources } = groupBy;
  return {
    ...groupBy,
    metaData: names.output(groupBy.metaData),
    ...(sources !== undefined && { sources: sources.map((source) => sourceIn(source, names)) }),
  };
}

function joinIn(join: Join, names: Names): Join {
  const { left, joinParts, labelParts, bootstrapParts } = join;
  return {
    ...join,
    metaData: names.output(join.metaData),
    ...(left !== undefined && { left: sourceIn(left, names) }),
    ...(joinParts !== undefined && { joinParts: joinParts.map((part) => partIn(part, names)) }),
    ...(labelParts !== undefined && { labelParts: labelParts.map((part) => labelIn(part, names)) }),
    ...(bootstrapParts !== undefined && { bootstrapParts: bootstrapParts.map((part) => bootstrapIn(part, names)) }),
  };
}

const partIn = (part: JoinPart, names: Names): JoinPart =>
  part.groupBy === undefined ? part : { ...part, groupBy: groupByIn(part.groupBy, names) };

const labelIn = (label: LabelPart, names: Names): LabelPart =>
  label.joinPart === undefined ? label : { ...label, joinPart: partIn(label.joinPart, names) };

const bootstrapIn = (part: BootstrapPart, names: Names): BootstrapPart =>
  part.table === undefined ? part : { ...part, table: names.table(part.table) };

function stagingQueryIn(query: StagingQuery, names: Names): StagingQuery {
  const { tableDependencies } = query;
  return {
    ...query,
    metaData: names.output(query.metaData),
    ...(tableDependencies !== undefined && {
      tableDependencies: tableDependencies.map((dependency) => {
        const table = dependency.tableInfo?.table;
        return table === undefined
          ? dependency
          : { ...dependency, tableInfo: { ...dependency.tableInfo, table: names.table(table) } };
      }),
    }),
  };
}

function transformsIn(transforms: ModelTransforms, names: Names): ModelTransforms {
  const { sources, models } = transforms;
  return {
    ...transforms,
    metaData: names.output(transforms.metaData),
    ...(sources !== undefined && { sources: sources.map((source) => sourceIn(source, names)) }),
    ...(models !== undefined && { models: models.map((model) => modelIn(model, names)) }),
  };
}

/** A model writes no table; it may learn from some. */
function modelIn(model: Model, names: Names): Model {
  const { trainingConf } = model;
  const source = trainingConf?.trainingDataSource;
  if (source === undefined) return model;
  return { ...model, trainingConf: { ...trainingConf, trainingDataSource: sourceIn(source, names) } };
}

function sourceIn(source: Source, names: Names): Source {
  if ('events' in source) {
    const { table, topic } = source.events;
    return {
      events: {
        ...source.events,
        ...(table !== undefined && { table: names.table(table) }),
        ...(topic !== undefined && { topic: names.topic(topic) }),
      },
    };
  }
  if ('entities' in source) {
    const { snapshotTable, mutationTable, mutationTopic } = source.entities;
    return {
      entities: {
        ...source.entities,
        ...(snapshotTable !== undefined && { snapshotTable: names.table(snapshotTable) }),
        ...(mutationTable !== undefined && { mutationTable: names.table(mutationTable) }),
        ...(mutationTopic !== undefined && { mutationTopic: names.topic(mutationTopic) }),
      },
    };
  }
  if ('joinSource' in source) {
    const { join } = source.joinSource;
    return { joinSource: { ...source.joinSource, ...(join !== undefined && { join: joinIn(join, names) }) } };
  }
  return { modelTransforms: transformsIn(source.modelTransforms, names) };
}
