import type { Definition, DriftDefinition, MetadataDefinition, TeamDefinition } from '@isochron/authoring';
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
import { didYouMean } from '../nearest.ts';
import { within } from '../places.ts';
import { type Lowering, lengthField, lengthOf, said } from './context.ts';
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
      expressionDialect: dialectNumbers[definition.dialect ?? lowering.defaults.dialect],
    }),
    ...lowerSaid(metadata, within(path, 'metaData'), lowering, teamsOf(definition, path, lowering)),
  };
}

function nameOf(definition: Definition, lowering: Lowering): MetaData {
  const named = lowering.naming(definition);
  const team = teamOf(definition, lowering);
  return named === null || team === null ? {} : { name: thriftName(named.name), team, sourceFile: named.sourceFile };
}

/** The folder of a definition that has a name. */
function teamOf(definition: Definition, { naming }: Lowering): string | null {
  const named = naming(definition);
  return named === null ? null : named.name.slice(0, named.name.indexOf('/'));
}

/** Who says something for this definition: everybody, then its team. A team that is not named while others are is found. */
function teamsOf(definition: Definition, path: string, lowering: Lowering): readonly TeamDefinition[] {
  const { default: everybody, ...teams } = lowering.defaults.teams;
  const team = teamOf(definition, lowering);
  const own = team === null || !Object.hasOwn(teams, team) ? undefined : teams[team];
  if (team !== null && own === undefined && Object.keys(teams).length > 0) {
    lowering.found({
      code: 'unknown-team',
      path,
      message: `The configuration names no team ${team}.`,
      hint: didYouMean(team, Object.keys(teams)) ?? `Add it to teams; there are ${Object.keys(teams).join(', ')}.`,
    });
  }
  return [everybody, own].flatMap((each) => each ?? []);
}

function lowerSaid(
  metadata: MetadataDefinition,
  path: string,
  lowering: Lowering,
  teams: readonly TeamDefinition[],
): MetaData {
  const { output, monitor, owners, description } = metadata;
  const tableInfo: TableInfo = {
    ...said({ table: output.table }),
    ...tablePartition(output.partition, within(path, 'executionInfo.outputTableInfo'), lowering),
  };
  const executionInfo: ExecutionInfo = { ...lowerRun(metadata.run, teams), ...said({ outputTableInfo: tableInfo }) };
  return said({
    outputNamespace: output.namespace ?? teams.findLast(({ namespace }) => namespace !== null)?.namespace,
    additionalOutputPartitionColumns: output.partitionColumns,
    tableProperties: Object.fromEntries(
      [...teams.map((team) => team.tableProperties), output.properties].flatMap(Object.entries<string>),
    ),
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
