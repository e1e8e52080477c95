import { type FeatureSpec, featureName, HOUR_MS } from '@isochron/aggregation';
import type { ServedPart, ServedPlan } from '@isochron/compiler';
import { doubleType, type Field, longType, stringType } from '@isochron/schema';
import { partOf } from '@isochron/serving/served-store';

const names = ['user_purchases', 'card_activity', 'merchant_sales', 'device_logins', 'region_orders'];
const keyNames = ['user_id', 'card_id', 'merchant_id', 'device_id', 'region_id'];
const windows = { sum: [1, 24, 168, 720], count: [24, 168, 720], average: [1, 168, 720], max: [24, 720] };

const inputs: readonly Field[] = [{ name: 'amount', type: doubleType }];
const specs = Object.entries(windows).flatMap(([operation, hours]) =>
  hours.map((hour): FeatureSpec => {
    const upper = operation.toUpperCase();
    if (upper !== 'SUM' && upper !== 'COUNT' && upper !== 'AVERAGE' && upper !== 'MAX') throw new Error(upper);
    const parts = { operation: upper, args: {}, input: 'amount', bucket: null, windowMs: hour * HOUR_MS } as const;
    return { ...parts, name: featureName(parts) };
  }),
);

const parts = names.map((name, at): ServedPart => {
  const key: Field = { name: keyNames[at] ?? '', type: at === 1 ? longType : stringType };
  return partOf({ name, keys: [key], inputs, specs }, `${name}_v1_`);
});

const base = parts.flatMap(({ outputs }) => outputs);
const derived = [
  ['spend_ratio', 'SAFE_DIVIDE(user_purchases_v1_amount_sum_1d, user_purchases_v1_amount_sum_7d)'],
  [
    'spend_share',
    'SAFE_DIVIDE(user_purchases_v1_amount_sum_7d, user_purchases_v1_amount_sum_7d + card_activity_v1_amount_sum_7d)',
  ],
  ['average_gap', 'user_purchases_v1_amount_average_1h - user_purchases_v1_amount_average_30d'],
  ['max_over_average', 'SAFE_DIVIDE(user_purchases_v1_amount_max_30d, user_purchases_v1_amount_average_30d)'],
  ['logins_per_purchase', 'SAFE_DIVIDE(device_logins_v1_amount_count_30d, user_purchases_v1_amount_count_30d)'],
].map(([name = '', expression = '']) => ({ name, type: doubleType, expression }));

/** Five GroupBys, 60 windowed features of numbers, five derivations. */
export const join: ServedPlan = {
  name: 'bench',
  left: { columns: parts.flatMap(({ groupBy }) => groupBy.keys) },
  parts,
  externals: [],
  derive: [[...base.map(({ name, type }) => ({ name, type, expression: name })), ...derived]],
  outputs: [...base, ...derived],
};

/** The key of a part, by the number of the key. */
export const keyOf = (part: number, number: number): string | number =>
  part === 1 ? 4_000_000_000 + number : `${['user_', '', 'merch_', 'dev-', 'region_'][part]}${number}`;
