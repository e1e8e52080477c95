import { doubleType, type Field, intType, longType, stringType, timestampType } from '@isochron/schema';
import {
  type Aggregation,
  type EntitySource,
  type EventSource,
  type GroupBy,
  type Join,
  type Model,
  type ModelTransforms,
  Operation,
  type StagingQuery,
  TimeUnit,
} from '@isochron/thrift';
import type { Catalog } from './catalog.ts';
import { planOf } from './check.ts';
import type { DefinitionObject } from './objects.ts';

/** Right objects of every kind as Thrift, as a compiled file has them; each test breaks one thing of one of them. */
export const shopCatalog: Catalog = {
  tables: new Map<string, readonly Field[]>([
    ['orders', fields({ user: stringType, item: stringType, price: doubleType, bought: timestampType, id: longType })],
    ['users', fields({ user: stringType, country: stringType, age: intType, born: longType })],
    [
      'user_changes',
      fields({
        user: stringType,
        country: stringType,
        age: intType,
        born: longType,
        mutation_ts: longType,
        is_before: { kind: 'boolean' },
      }),
    ],
    ['taken', fields({ user: stringType, user_price_sum_7d: doubleType })],
  ]),
};

function fields(types: Readonly<Record<string, Field['type']>>): readonly Field[] {
  return Object.entries(types).map(([name, type]) => ({ name, type }));
}

export const orders = (changes: Partial<EventSource> = {}): { readonly events: EventSource } => ({
  events: {
    table: 'orders',
    query: {
      selects: { user: 'user', item: 'item', price: 'price' },
      timeColumn: 'UNIX_MILLIS(bought)',
      startPartition: '2024-01-01',
    },
    ...changes,
  },
});

export const users = (changes: Partial<EntitySource> = {}): { readonly entities: EntitySource } => ({
  entities: {
    snapshotTable: 'users',
    query: { selects: { user: 'user', country: 'country', age: 'age' } },
    ...changes,
  },
});

export const changing = (changes: Partial<EntitySource> = {}): { readonly entities: EntitySource } =>
  users({
    mutationTable: 'user_changes',
    mutationTopic: 'user_changes',
    query: { selects: { user: 'user', country: 'country', age: 'age' }, timeColumn: 'born' },
    ...changes,
  });

/** One aggregation, in windows of so many days; of none, since ever. */
export const aggregate = (
  inputColumn: string,
  operation: keyof typeof Operation,
  ...days: readonly number[]
): Aggregation => ({
  inputColumn,
  operation: Operation[operation],
  argMap: {},
  ...(days.length > 0 && { windows: days.map((length) => ({ length, timeUnit: TimeUnit.DAYS })) }),
});

/** Sums of prices by user. */
export const sums = (changes: Partial<GroupBy> = {}): GroupBy => ({
  metaData: { name: 'shop.orders.byUser__1', team: 'shop', version: '1' },
  sources: [orders()],
  keyColumns: ['user'],
  aggregations: [aggregate('price', 'SUM', 7)],
  ...changes,
});

/** Users as they are. */
export const profiles = (changes: Partial<GroupBy> = {}): GroupBy => {
  const { aggregations: _, ...rows } = sums({
    metaData: { name: 'shop.users.profiles__1', team: 'shop', version: '1' },
    sources: [users()],
  });
  return { ...rows, ...changes };
};

/** Orders with the sums of their users. */
export const lefts = (changes: Partial<Join> = {}): Join => ({
  metaData: { name: 'shop.training.orders__1', team: 'shop', version: '1' },
  left: orders({
    query: { selects: { user: 'user', item: 'item', ts: 'UNIX_MILLIS(bought)' }, timeColumn: 'UNIX_MILLIS(bought)' },
  }),
  joinParts: [{ groupBy: sums(), useLongNames: false }],
  useLongNames: false,
  ...changes,
});

export const staging = (changes: Partial<StagingQuery> = {}): StagingQuery => ({
  metaData: { name: 'shop.staging.daily__1', team: 'shop', version: '1' },
  query:
    'SELECT user, SUM(price) AS spent, ds FROM orders WHERE ds BETWEEN {{ start_date }} AND {{ end_date }} GROUP BY 1, 3',
  tableDependencies: [
    {
      tableInfo: { table: 'orders' },
      startOffset: { length: 0, timeUnit: 1 },
      endOffset: { length: 0, timeUnit: 1 },
    },
  ],
  ...changes,
});

export const model = (changes: Partial<Model> = {}): Model => ({
  metaData: { name: 'shop.models.fraud__1', team: 'shop', version: '1' },
  inputMapping: { amount: 'price' },
  outputMapping: { score: 'shop_models_fraud__1__probability * 100' },
  valueSchema: { kind: 13, name: 'prediction', params: [{ name: 'probability', dataType: { kind: 6 } }] },
  ...changes,
});

export const predictions = (changes: Partial<ModelTransforms> = {}): ModelTransforms => ({
  metaData: { name: 'shop.models.scored__1', team: 'shop', version: '1' },
  sources: [orders()],
  models: [model()],
  passthroughFields: ['user'],
  ...changes,
});

/** An object, called as its metadata says. */
export function objectOf(kind: 'group-by', thrift: GroupBy): DefinitionObject;
export function objectOf(kind: 'join', thrift: Join): DefinitionObject;
export function objectOf(kind: 'staging-query', thrift: StagingQuery): DefinitionObject;
export function objectOf(kind: 'model', thrift: Model): DefinitionObject;
export function objectOf(kind: 'model-transforms', thrift: ModelTransforms): DefinitionObject;
export function objectOf(kind: DefinitionObject['kind'], thrift: DefinitionObject['thrift']): DefinitionObject {
  // The overloads above give each kind the Thrift of that kind.
  return { kind, name: (thrift.metaData?.name ?? '').replace('.', '/'), thrift } as DefinitionObject;
}

/** What is wrong with an object: `path code message | hint`, one a diagnostic. */
export const faultsOf = (object: DefinitionObject, catalog: Catalog | null = shopCatalog): readonly string[] =>
  planOf(object, catalog).diagnostics.map(
    ({ path, code, severity, message, hint }) =>
      `${path === '' ? '(whole)' : path} ${severity === 'warning' ? 'warning ' : ''}${code}: ${message} | ${hint}`,
  );
