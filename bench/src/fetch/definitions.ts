import { boundFeatures, DAY_MS, type Feature, type FeatureSpec, HOUR_MS, MINUTE_MS } from '@isochron/aggregation';
import { type GroupByPlan, type JoinPlan, planOfJoin, thriftName } from '@isochron/compiler';
import { doubleType, type Field, longType, type OperationName, operationNumbers, stringType } from '@isochron/schema';
import { Accuracy, type Aggregation, type GroupBy, type Join, TimeUnit } from '@isochron/thrift';
import type { EventShape } from './stored-key.ts';

/** A Join that is measured: as it is published, as it is planned, and what the store shall have of it. */
export interface BenchJoin {
  /** `bench/shop.numbers__1` */
  readonly name: string;
  readonly thrift: Join;
  readonly plan: JoinPlan;
  readonly groupBys: readonly BenchGroupBy[];
  /** How many keys each GroupBy has, and how many different ones among them. */
  readonly keys: number;
  readonly templates: number;
}

export interface BenchGroupBy {
  readonly thrift: GroupBy;
  readonly plan: GroupByPlan;
  readonly features: readonly Feature[];
  readonly events: EventShape;
  /** The value that its key has in the row of this number. */
  readonly keyOf: (number: number) => string | number;
}

/** An aggregation, with the hours of its windows. */
interface Aggregated {
  readonly input: string;
  readonly operation: OperationName;
  readonly hours: readonly number[];
  readonly args?: Readonly<Record<string, string>>;
}

interface GroupByShape {
  readonly name: string;
  readonly key: Field;
  readonly keyPrefix: string;
  readonly aggregated: readonly Aggregated[];
  readonly everyMs?: number;
}

const parts = [
  ['userPurchases', 'user', stringType, 'user_'],
  ['cardActivity', 'card', longType, ''],
  ['merchantSales', 'merchant', stringType, 'merch_'],
  ['deviceLogins', 'device', stringType, 'dev-'],
  ['regionOrders', 'region', stringType, 'region_'],
] as const;

const numeric: readonly Aggregated[] = [
  { input: 'amount', operation: 'SUM', hours: [1, 24, 168, 720] },
  { input: 'amount', operation: 'COUNT', hours: [24, 168, 720] },
  { input: 'amount', operation: 'AVERAGE', hours: [1, 168, 720] },
  { input: 'amount', operation: 'MAX', hours: [24, 720] },
];

/** Nine of numbers, and a list, a map, and a count that keeps what it has seen. */
const mixed: readonly Aggregated[] = [
  { input: 'amount', operation: 'SUM', hours: [1, 24, 168, 720] },
  { input: 'amount', operation: 'COUNT', hours: [24, 168] },
  { input: 'amount', operation: 'AVERAGE', hours: [168, 720] },
  { input: 'amount', operation: 'MAX', hours: [720] },
  { input: 'amount', operation: 'LAST_K', hours: [24], args: { k: '5' } },
  { input: 'item', operation: 'HISTOGRAM', hours: [168], args: { k: '0' } },
  { input: 'item', operation: 'UNIQUE_COUNT', hours: [24] },
];

const derivations = {
  spend_ratio: 'SAFE_DIVIDE(user_amount_sum_1d, user_amount_sum_7d)',
  spend_share: 'SAFE_DIVIDE(user_amount_sum_7d, user_amount_sum_7d + card_amount_sum_7d)',
  average_gap: 'user_amount_average_7d - user_amount_average_30d',
  max_over_average: 'SAFE_DIVIDE(user_amount_max_30d, user_amount_average_30d)',
  logins_per_purchase: 'SAFE_DIVIDE(device_amount_count_7d, user_amount_count_7d)',
};

const ofParts = (prefix: string, aggregated: readonly Aggregated[]): readonly GroupByShape[] =>
  parts.map(([name, key, type, keyPrefix]) => ({
    ...{ name: `${prefix}${name}`, key: { name: key, type }, keyPrefix, aggregated },
  }));

/** Five GroupBys, 60 windowed features of numbers, five derivations. */
export const numbersJoin = (keys: number): BenchJoin =>
  benchJoin('numbers', ofParts('', numeric), { keys, templates: 200, derivations });

/** The same with a quarter of the features being lists, maps and unique counts. */
export const mixedJoin = (keys: number): BenchJoin =>
  benchJoin('mixed', ofParts('mixed', mixed), { keys, templates: 50, derivations });

/** 1,000 features: ten GroupBys of 25 columns in four windows, by one key. */
export const wideJoin = (keys: number): BenchJoin =>
  benchJoin(
    'wide',
    Array.from({ length: 10 }, (_, at) => ({
      ...{ name: `wide${at}`, key: { name: 'user', type: stringType }, keyPrefix: 'user_', everyMs: 30 * MINUTE_MS },
      aggregated: Array.from({ length: 25 }, (__, column) => ({
        ...{ input: `amount${column}`, operation: 'SUM' as const, hours: [1, 24, 168, 720] },
      })),
    })),
    { keys, templates: 4, derivations: {}, arePrefixed: true },
  );

/** 365 daily hops a key: the tails of windows of 14, 16, ... 378 days, each of two days, side by side. */
export const yearJoin = (keys: number): BenchJoin => {
  const hours = Array.from({ length: 183 }, (_, at) => 24 * (14 + 2 * at));
  const aggregated = [{ input: 'amount', operation: 'SUM' as const, hours }];
  const shape = { name: 'year', key: { name: 'user', type: stringType }, keyPrefix: 'user_', everyMs: 6 * HOUR_MS };
  return benchJoin('year', [{ ...shape, aggregated }], { keys, templates: 8, derivations: {} });
};

interface JoinShape {
  readonly keys: number;
  readonly templates: number;
  readonly derivations: Readonly<Record<string, string>>;
  /** Whether parts have prefixes, because their columns have the same names otherwise. */
  readonly arePrefixed?: boolean;
}

const TABLE = 'events';

function benchJoin(name: string, shapes: readonly GroupByShape[], shape: JoinShape): BenchJoin {
  const groupBys = shapes.map(groupByThrift);
  const keyNames = [...new Set(shapes.map(({ key }) => key.name))];
  const derived = Object.entries(shape.derivations).map(([column, expression]) => ({ name: column, expression }));
  const thrift: Join = {
    metaData: metaDataOf(name),
    left: { events: { table: TABLE, query: queryOf(keyNames) } },
    joinParts: groupBys.map((groupBy, at) => ({
      groupBy,
      useLongNames: false,
      ...(shape.arePrefixed === true && { prefix: `p${at}` }),
    })),
    ...(derived.length > 0 && { derivations: [{ name: '*', expression: '*' }, ...derived] }),
  };
  const { plan, diagnostics } = planOfJoin(thrift, { tables: new Map([[TABLE, tableOf(shapes)]]) });
  if (plan?.kind !== 'join') throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return {
    ...{ name: `bench/shop.${name}__1`, thrift, plan, keys: shape.keys, templates: shape.templates },
    groupBys: shapes.map((each, at): BenchGroupBy => {
      const own = plan.parts[at]?.groupBy;
      const groupBy = groupBys[at];
      if (own === undefined || groupBy === undefined) throw new Error(`${name} has a part less`);
      const { everyMs = 4 * MINUTE_MS } = each;
      return {
        ...{ thrift: groupBy, plan: own, features: boundFeatures(own.name, own.features, own.inputs) },
        events: { inputs: own.inputs, sinceMs: sinceMs(own.features), everyMs },
        keyOf: (number) => (each.key.type === longType ? 4_000_000_000 + number : `${each.keyPrefix}${number}`),
      };
    }),
  };
}

const sinceMs = (features: readonly FeatureSpec[]): number =>
  Math.max(...features.map(({ windowMs }) => windowMs ?? 0)) + DAY_MS;

const metaDataOf = (name: string) => ({
  ...{ name: thriftName(`bench/shop.${name}__1`), team: 'bench', version: '1', online: true },
});

function groupByThrift({ name, key, aggregated }: GroupByShape): GroupBy {
  const inputs = [...new Set(aggregated.map(({ input }) => input))];
  return {
    metaData: metaDataOf(name),
    sources: [{ events: { table: TABLE, topic: 'events', query: queryOf([key.name, ...inputs]) } }],
    keyColumns: [key.name],
    aggregations: aggregated.map(aggregationThrift),
    accuracy: Accuracy.TEMPORAL,
  };
}

const aggregationThrift = ({ input, operation, hours, args }: Aggregated): Aggregation => ({
  inputColumn: input,
  operation: operationNumbers[operation],
  windows: hours.map((length) =>
    length % 24 === 0 ? { length: length / 24, timeUnit: TimeUnit.DAYS } : { length, timeUnit: TimeUnit.HOURS },
  ),
  ...(args !== undefined && { argMap: args }),
});

const queryOf = (columns: readonly string[]) => ({
  ...{ selects: Object.fromEntries(columns.map((column) => [column, column])), timeColumn: 'ts' },
});

function tableOf(shapes: readonly GroupByShape[]): readonly Field[] {
  const keys = shapes.map(({ key }) => key);
  const inputs = shapes.flatMap(({ aggregated }) => aggregated.map(({ input }) => input));
  const fields = [
    ...keys,
    ...inputs.map((name): Field => ({ name, type: name === 'item' ? stringType : doubleType })),
    { name: 'ts', type: longType },
  ];
  return [...new Map(fields.map((field) => [field.name, field])).values()];
}
