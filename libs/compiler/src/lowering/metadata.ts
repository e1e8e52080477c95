import type { Definition, DriftDefinition, MetadataDefinition } from '@isochron/authoring';
import {
  Cardinality,
  DriftMetric,
  type DriftSpec,
  type ExecutionInfo,
  type MetaData,
  type TableInfo,
} from '@isochron/thrift';
import { dialectNumbers } from '../dialects.ts';
import { thriftName } from '../names.ts';
import { type Lowering, lengthField, lengthOf, said, within } from './context.ts';
import { tablePartition } from './partition.ts';
import { lowerRun } from './run.ts';

/** Who a definition is and what is said of it; its name only where it has one. */
export function lowerMetadata(definition: Definition, path: string, lowering: Lowering): MetaData {
  const { version, metadata } = definition;
  if (typeof version === 'number' && (!Number.isSafeInteger(version) || version < 0)) {
    lowering.found({
      code: 'bad-version',
      path,
      message: `The version ${version} is not a whole number of at least 0.`,
      hint: 'Write version: 1, and count up when the meaning changes.',
    });
  }
  return {
    ...nameOf(definition, lowering),
    version: String(version),
    ...said({ production: metadata.production }),
    ...('online' in definition && said({ online: definition.online })),
    ...('dialect' in definition && {
      expressionDialect: dialectNumbers[definition.dialect ?? lowering.dialect],
    }),
    ...lowerSaid(metadata, within(path, 'metaData'), lowering),
  };
}

function nameOf(definition: Definition, { naming }: Lowering): MetaData {
  const named = naming(definition);
  if (named === null) return {};
  const team = named.name.slice(0, named.name.indexOf('/'));
  return { name: thriftName(named.name), team, sourceFile: named.sourceFile };
}

function lowerSaid(metadata: MetadataDefinition, path: string, lowering: Lowering): MetaData {
  const { output, monitor, owners, description } = metadata;
  const tableInfo: TableInfo = {
    ...said({ table: output.table }),
    ...tablePartition(output.partition, within(path, 'executionInfo.outputTableInfo'), lowering),
  };
  const executionInfo: ExecutionInfo = { ...lowerRun(metadata.run), ...said({ outputTableInfo: tableInfo }) };
  return said({
    outputNamespace: output.namespace,
    additionalOutputPartitionColumns: output.partitionColumns,
    tableProperties: output.properties,
    tags: { ...metadata.tags, ...said({ description, owners: owners.length === 0 ? null : owners.join(', ') }) },
    columnTags: columnTagsOf(metadata),
    customJson: metadata.customJson,
    consistencyCheck: monitor.consistency,
    samplePercent: monitor.samplePercent,
    consistencySamplePercent: monitor.consistencyPercent,
    driftSpec: monitor.drift === null ? null : lowerDrift(monitor.drift, within(path, 'driftSpec'), lowering),
    executionInfo,
  });
}

/** What a column is stands among its tags, as what a definition is stands among its own. */
function columnTagsOf({ columnTags, columnDescriptions }: MetadataDefinition): NonNullable<MetaData['columnTags']> {
  const names = new Set([...Object.keys(columnTags), ...Object.keys(columnDescriptions)]);
  return Object.fromEntries(
    [...names].map((name) => [
      name,
      { ...columnTags[name], ...said({ description: columnDescriptions[name] ?? null }) },
    ]),
  );
}

const metrics = {
  'jensen-shannon': DriftMetric.JENSEN_SHANNON,
  hellinger: DriftMetric.HELLINGER,
  psi: DriftMetric.PSI,
} as const;
const cardinalities = { low: Cardinality.LOW, high: Cardinality.HIGH } as const;

function lowerDrift(drift: DriftDefinition, path: string, lowering: Lowering): DriftSpec {
  const hints = Object.entries(drift.cardinality).map(([column, of]) => [column, cardinalities[of]] as const);
  return {
    ...said({
      slices: drift.slices,
      derivations: drift.derive,
      columnCardinalityHints: Object.fromEntries(hints),
      lookbackWindows: drift.lookbacks.flatMap((text, position) => {
        const window = lengthOf(text, `${path}.lookbackWindows[${position}]`, 'bad-window', lowering);
        return window === null ? [] : [window];
      }),
      driftMetric: drift.metric === null ? null : metrics[drift.metric],
    }),
    ...lengthField('tileSize', drift.tile, path, 'bad-window', lowering),
  };
}
