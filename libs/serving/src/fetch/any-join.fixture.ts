import {
  type Arguments,
  bindFeature,
  DAY_MS,
  type FeatureSpec,
  featureName,
  HOUR_MS,
  isRefusal,
  MINUTE_MS,
  operationNames,
  operationOf,
} from '@isochron/aggregation';
import {
  type DataType,
  doubleType,
  type Field,
  listType,
  longType,
  mapType,
  stringType,
  type Value,
} from '@isochron/schema';
import fc from 'fast-check';
import type { Event } from './served.fixture.ts';

/** Joins of whatever there is: GroupBys of any features, several of one column and one operation, read once or twice, under prefixes and by other keys. */

/** 2024-01-15 00:00, the batch end of the generation in force; the one before ends a day earlier. */
export const E = 1_705_276_800_000;
export const E_BEFORE = E - DAY_MS;

export const inputs: readonly Field[] = [
  { name: 'amount', type: longType },
  { name: 'price', type: doubleType },
  { name: 'item', type: stringType },
  { name: 'items', type: listType(stringType) },
  { name: 'prices', type: mapType(stringType, doubleType) },
  { name: 'category', type: stringType },
];

const windowsMs = {
  TEMPORAL: [30 * MINUTE_MS, 6 * HOUR_MS, 12 * HOUR_MS, DAY_MS, 2 * DAY_MS, 6 * DAY_MS, 7 * DAY_MS, 29 * DAY_MS],
  SNAPSHOT: [DAY_MS, 6 * DAY_MS, 7 * DAY_MS, 12 * DAY_MS, 29 * DAY_MS],
} as const;
const longMs = [30 * DAY_MS, 90 * DAY_MS, null] as const;
export type Accuracy = keyof typeof windowsMs;

/** Those of `k` are a size in some rooms and a count in others, with limits of their own. */
const argumentsOf: Readonly<Record<string, readonly string[]>> = {
  k: ['1', '2', '3', '8', '11', '12', '200'],
  percentiles: ['[0.5]', '[0.25, 0.75, 1]', '[0]'],
};

function combined(names: readonly string[]): readonly Arguments[] {
  const [name, ...others] = names;
  if (name === undefined) return [{}];
  const rest = combined(others);
  return rest.flatMap((args) => [args, ...(argumentsOf[name] ?? []).map((text) => ({ ...args, [name]: text }))]);
}

/** All that binds, of each operation, but for its window. */
const specsByOperation = operationNames.map((operation) =>
  combined(operationOf(operation).parameters.map(({ name }) => name)).flatMap((args) =>
    inputs.flatMap(({ name: input }) =>
      [null, 'category'].flatMap((bucket) => {
        const spec = { operation, args, input, bucket, windowMs: null, name: '' };
        return isRefusal(bindFeature(spec, inputs)) ? [] : [spec];
      }),
    ),
  ),
);

const specs = (accuracy: Accuracy): fc.Arbitrary<readonly FeatureSpec[]> => {
  const windowMs = fc.constantFrom<number | null>(...windowsMs[accuracy], ...longMs);
  const named = (spec: FeatureSpec, length: number | null): FeatureSpec => {
    const parts = { ...spec, windowMs: length };
    return { ...parts, name: featureName(parts) };
  };
  const any = fc
    .tuple(fc.constantFrom(...specsByOperation.filter((each) => each.length > 0)), fc.nat(), windowMs)
    .map(([own, at, length]) => named(own[at % own.length] as FeatureSpec, length));
  /** The same operation over the same column, with whatever other arguments, in several windows. */
  const alike = fc
    .tuple(
      fc.constantFrom(...specsByOperation.filter((each) => each.length > 0)),
      fc.nat(),
      fc.array(fc.nat()),
      fc.array(windowMs),
    )
    .map(([own, at, others, lengths]) => {
      const { input, bucket } = own[at % own.length] as FeatureSpec;
      const same = own.filter((spec) => spec.input === input && spec.bucket === bucket);
      return lengths.map((length, n) => named(same[(others[n] ?? n) % same.length] as FeatureSpec, length));
    });
  return fc
    .tuple(fc.array(any, { minLength: 1, maxLength: 4 }), alike)
    .chain(([some, more]) => fc.shuffledSubarray([...some, ...more], { minLength: 1 }))
    .map((all) => all.slice(0, 9))
    .map((all) => all.filter(({ name }, at) => all.findIndex((each) => each.name === name) === at));
};

export interface AnyGroupBy {
  readonly accuracy: Accuracy;
  readonly specs: readonly FeatureSpec[];
  /** By which left columns it is read, and under which prefix; once or twice. */
  readonly reads: readonly { readonly by: 'user' | 'friend'; readonly prefix: string }[];
}

const groupBy = fc.constantFrom<Accuracy>('TEMPORAL', 'TEMPORAL', 'SNAPSHOT').chain((accuracy) =>
  fc.record({
    accuracy: fc.constant(accuracy),
    specs: specs(accuracy),
    reads: fc.constantFrom<AnyGroupBy['reads']>(
      [{ by: 'user', prefix: '' }],
      [{ by: 'friend', prefix: 'f_' }],
      [
        { by: 'user', prefix: '' },
        { by: 'friend', prefix: 'f_' },
      ],
      [
        { by: 'friend', prefix: 'f_' },
        { by: 'user', prefix: 'u_' },
      ],
      [
        { by: 'user', prefix: 'x_' },
        { by: 'user', prefix: 'y_' },
      ],
    ),
  }),
);

const nullable = <T extends Value>(values: fc.Arbitrary<T>, freq: number) => fc.option(values, { freq });
const item = fc.constantFrom('a', 'b', 'c', 'd', 'é', '');
// Quarters: sums of them are exact, so that all but the moments must agree to the bit.
const price = fc.integer({ min: -40, max: 40 }).map((n) => n / 4);
/** `freq`: a value in so many is null. */
const eventWith = (freq: number): fc.Arbitrary<Event> =>
  fc.tuple(
    fc.oneof(
      fc.constantFrom(E, E - 1, E_BEFORE, E_BEFORE - 1, E - 7 * DAY_MS, E - 30 * DAY_MS, E - 90 * DAY_MS),
      fc.integer({ min: E - 95 * DAY_MS, max: E + 2 * DAY_MS }),
      fc.integer({ min: E - 9 * DAY_MS, max: E + 2 * DAY_MS }),
      fc.integer({ min: E - DAY_MS, max: E + DAY_MS }),
    ),
    nullable(fc.integer({ min: -5, max: 5 }), freq),
    nullable(price, freq),
    nullable(item, freq),
    nullable(fc.array(nullable(item, freq), { maxLength: 3 }), freq),
    nullable(
      fc.dictionary(item, nullable(price, freq), { maxKeys: 3 }).map((prices) => new Map(Object.entries(prices))),
      freq,
    ),
    nullable(fc.constantFrom('x', 'y'), freq),
  );

/** Instants from the batch end on, and before it, which the generation before answers. */
const instant = fc.oneof(
  fc.constantFrom(E, E, E + 2 * DAY_MS, E - 1, E_BEFORE, E + DAY_MS),
  fc.integer({ min: E, max: E + 2 * DAY_MS }),
  fc.integer({ min: E, max: E + 2 * HOUR_MS }),
  fc.integer({ min: E_BEFORE, max: E - 1 }),
);

export const ROWS = 8;
export const INSTANTS = 7;

export const anyJoin = fc.record({
  groupBys: fc.array(groupBy, { minLength: 1, maxLength: 4 }),
  /** Of each GroupBy, of each row. */
  events: fc.constantFrom(1, 2, 6).chain((freq) =>
    fc.array(fc.array(fc.array(eventWith(freq + 1), { maxLength: 20 }), { minLength: ROWS, maxLength: ROWS }), {
      minLength: 4,
      maxLength: 4,
    }),
  ),
  instants: fc.array(instant, { minLength: INSTANTS, maxLength: INSTANTS }),
  /** Whether features that nothing is derived of are there as well. */
  keepsAll: fc.boolean(),
  derived: fc.array(fc.tuple(fc.constantFrom('rename', 'difference', 'isSeen', 'chain'), fc.nat(), fc.nat()), {
    maxLength: 5,
  }),
  subsets: fc.array(fc.array(fc.nat(), { minLength: 1, maxLength: 6 }), { minLength: 4, maxLength: 4 }),
});
export type AnyJoin = typeof anyJoin extends fc.Arbitrary<infer T> ? T : never;

export interface AnyDerived extends Field {
  readonly expression: string;
  readonly byHand: (seen: (name: string) => Value) => Value;
}

const isNumber = ({ kind }: DataType): boolean => kind === 'long' || kind === 'double';

/** What is derived of the features: names after names, numbers after numbers. */
export function derivedOf(base: readonly Field[], { derived }: AnyJoin): readonly AnyDerived[] {
  const numbers = base.filter(({ type }) => isNumber(type));
  return derived.flatMap(([kind, a, b], at): readonly AnyDerived[] => {
    const name = `derived_${at}`;
    const one = base[a % base.length] as Field;
    const [left, right] = [numbers[a % numbers.length], numbers[b % numbers.length]];
    if (kind === 'rename') return [{ ...one, name, expression: one.name, byHand: (seen) => seen(one.name) }];
    if (kind === 'isSeen') {
      const expression = `IF(${one.name} IS NULL, CONCAT(COALESCE(user, '?'), ds), 'seen')`;
      const byHand = (seen: (of: string) => Value) =>
        seen(one.name) === null ? `${seen('user') ?? '?'}${seen('ds')}` : 'seen';
      return [{ name, type: stringType, expression, byHand }];
    }
    if (left === undefined || right === undefined) return [];
    if (kind === 'difference') {
      const expression = `CAST(${left.name} AS FLOAT64) - CAST(${right.name} AS FLOAT64)`;
      const byHand = (seen: (of: string) => Value) => {
        const [x, y] = [seen(left.name), seen(right.name)];
        return x === null || y === null ? null : Number(x) - Number(y);
      };
      return [{ name, type: doubleType, expression, byHand }];
    }
    const expression = `CAST(COALESCE(${left.name}, 1) AS FLOAT64) + CAST(COALESCE(${right.name}, 2) AS FLOAT64) + ts`;
    const byHand = (seen: (of: string) => Value) =>
      Number(seen(left.name) ?? 1) + Number(seen(right.name) ?? 2) + Number(seen('ts'));
    return [{ name, type: doubleType, expression, byHand }];
  });
}
