import type {
  AggregationDefinition,
  Definition,
  EventSourceDefinition,
  GroupByDefinition,
  JoinDefinition,
  MetadataDefinition,
  PartDefinition,
  Place,
} from '@isochron/authoring';
import { dateType, doubleType, intType, listType, stringType, timestampType } from '@isochron/schema';
import type { Catalog } from './catalog.ts';
import { compile, type NamedDefinition } from './compile.ts';

/** A small repository of right definitions; each test breaks one thing of it. Written as data, so that what types forbid can be said. */
const at = (line: number, column = 1): Place => ({ file: 'features/flights/departures.ts', line, column });

/** Metadata of a definition that says nothing. */
export const nothingSaid: MetadataDefinition = {
  production: null,
  description: null,
  owners: [],
  tags: {},
  columnDescriptions: {},
  columnTags: {},
  output: { namespace: null, table: null, properties: {}, partitionColumns: [], partition: null },
  run: {
    schedule: null,
    onlineSchedule: null,
    stepDays: null,
    historical: null,
    statistics: null,
    env: {},
    conf: {},
    clusterConf: {},
    dependencyPollIntervalMs: null,
    healthCheckIntervalMs: null,
    kvPollIntervalMs: null,
  },
  monitor: { samplePercent: null, consistency: null, consistencyPercent: null, drift: null },
  customJson: null,
};

export const DELAYED = 'UNIX_MILLIS(TIMESTAMP_ADD(date, INTERVAL delay MINUTE))';

export const source = (changes: Partial<EventSourceDefinition> = {}): EventSourceDefinition => ({
  kind: 'event-source',
  place: at(5, 18),
  table: { kind: 'table', place: at(3), name: 'flights', columns: {} },
  topic: 'flights',
  time: DELAYED,
  lag: '2d',
  start: '1987-10-01',
  end: null,
  select: { origin: 'origin', destination: 'destination', delay: 'delay', late: 'IF(delay > 15, 1, 0)' },
  where: ['delay IS NOT NULL'],
  id: null,
  cumulative: false,
  partition: null,
  setup: [],
  ...changes,
});

export const aggregation = (changes: Partial<AggregationDefinition> = {}): AggregationDefinition => ({
  kind: 'aggregation',
  place: at(20, 5),
  input: 'delay',
  operation: 'AVERAGE',
  args: {},
  windows: ['1h', '7d'],
  buckets: [],
  ...changes,
});

export const group = (changes: Partial<GroupByDefinition> = {}): GroupByDefinition => ({
  kind: 'group-by',
  place: at(15, 25),
  version: 1,
  online: true,
  metadata: nothingSaid,
  accuracy: null,
  dialect: null,
  sources: [source()],
  keys: ['origin'],
  aggregations: [
    aggregation(),
    aggregation({ place: at(21, 5), operation: 'COUNT', windows: ['1d'] }),
    aggregation({ place: at(22, 5), input: 'late', operation: 'SUM', windows: ['7d'], buckets: ['destination'] }),
    aggregation({ place: at(23, 5), input: 'destination', operation: 'LAST_K', args: { k: '10' }, windows: [] }),
  ],
  derive: {},
  keep: null,
  ...changes,
});

export const part = (groupBy: GroupByDefinition, changes: Partial<PartDefinition> = {}): PartDefinition => ({
  kind: 'part',
  place: at(40, 5),
  groupBy,
  on: {},
  prefix: null,
  ...changes,
});

export const join = (parts: readonly PartDefinition[], changes: Partial<JoinDefinition> = {}): JoinDefinition => ({
  kind: 'join',
  place: at(35, 22),
  version: 1,
  online: false,
  metadata: nothingSaid,
  dialect: null,
  left: source({
    place: at(37, 9),
    topic: null,
    lag: null,
    time: 'UNIX_MILLIS(date)',
    select: { origin: 'origin', destination: 'destination' },
    where: [],
  }),
  parts,
  external: [],
  bootstrap: [],
  labels: [],
  rowIds: [],
  skewKeys: {},
  longNames: false,
  derive: {},
  keep: null,
  ...changes,
});

/** A group-by and a join that has it twice. */
export function repository(): readonly NamedDefinition[] {
  const byOrigin = group();
  const arrival = part(byOrigin, { place: at(41, 5), on: { destination: 'origin' }, prefix: 'arrival' });
  return [
    { team: 'flights', file: 'departures', export: 'byOrigin', definition: byOrigin },
    { team: 'flights', file: 'training', export: 'lateness', definition: join([part(byOrigin), arrival]) },
  ];
}

export const named = (...definitions: readonly Definition[]): readonly NamedDefinition[] =>
  definitions.map((definition, position) => ({
    team: 'flights',
    file: 'departures',
    export: `def${position}`,
    definition,
  }));

export const catalog: Catalog = {
  tables: new Map([
    [
      'flights',
      [
        { name: 'date', type: timestampType },
        { name: 'day', type: dateType },
        { name: 'delay', type: intType },
        { name: 'distance', type: doubleType },
        { name: 'origin', type: stringType },
        { name: 'destination', type: stringType },
        { name: 'stops', type: listType(stringType) },
      ],
    ],
  ]),
};

/** What the compiler says of definitions: `line code message [hint]`, one a diagnostic. */
export function complaints(...definitions: readonly Definition[]): readonly string[] {
  return compile(named(...definitions), catalog).diagnostics.map(
    ({ place, code, message, hint, sql }) =>
      `${place?.line} ${code}: ${message}${sql === null || sql.length === sql.text.length ? '' : ` @${sql.offset}+${sql.length}`}` +
      (hint === null ? '' : ` | ${hint}`),
  );
}
