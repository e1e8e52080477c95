import { describe, expect, it } from 'vitest';
import { planOf } from '../check.ts';
import {
  aggregate,
  changing,
  lefts,
  model,
  objectOf,
  orders,
  predictions,
  profiles,
  shopCatalog,
  staging,
  sums,
  users,
} from '../objects.fixture.ts';
import type { DefinitionObject } from '../objects.ts';
import { type StepPlan, stepsOf } from './steps.ts';

function steps(object: DefinitionObject): readonly StepPlan[] {
  const { plan, diagnostics } = planOf(object, shopCatalog);
  if (plan === null) throw new Error(JSON.stringify(diagnostics));
  return stepsOf(plan);
}

/** `kind table: reads first..last`, in days before the day. */
const text = ({ kind, table, reads }: StepPlan): string =>
  `${kind} ${table}: ${reads.map((read) => `${read.table} ${read.firstDaysBefore ?? 'ever'}..${read.lastDaysBefore}${read.isCumulative ? ' cumulative' : ''}`).join(', ')}`;
const said = (object: DefinitionObject): readonly string[] => steps(object).map(text);

const live = (changes: Parameters<typeof sums>[0] = {}) => sums({ sources: [orders({ topic: 'orders' })], ...changes });
const part = (groupBy: ReturnType<typeof sums>) => [{ groupBy, useLongNames: false }];

describe('what is read for a day', () => {
  it('of a group-by alone, at the midnight that ends the day', () => {
    expect(said(objectOf('group-by', sums()))).toEqual(['group-by shop_orders_byUser__1: orders 6..0']);
    const hours = live({ aggregations: [{ ...aggregate('price', 'SUM'), windows: [{ length: 5, timeUnit: 0 }] }] });
    expect(said(objectOf('group-by', hours))).toEqual(['group-by shop_orders_byUser__1: orders 0..0']);
    const ever = sums({ aggregations: [aggregate('price', 'SUM')] });
    expect(said(objectOf('group-by', ever))).toEqual(['group-by shop_orders_byUser__1: orders ever..0']);
  });

  it('of a source with a lag, and of one whose partitions hold everything', () => {
    const query = { ...orders().events.query, eventLag: { length: 2, timeUnit: 1 } } as const;
    expect(said(objectOf('group-by', sums({ sources: [orders({ query })] })))).toEqual([
      'group-by shop_orders_byUser__1: orders 8..-2',
    ]);
    expect(said(objectOf('group-by', sums({ sources: [orders({ isCumulative: true })] })))).toEqual([
      'group-by shop_orders_byUser__1: orders 6..0 cumulative',
    ]);
  });

  it('of parts of a join, exact or as of midnight', () => {
    expect(said(objectOf('join', lefts({ joinParts: part(live()) })))).toEqual([
      'left-side shop_training_orders__1__left: orders 0..0',
      'part shop_training_orders__1__shop_orders_byUser__1: shop_training_orders__1__left 0..0, orders 7..0',
      'join shop_training_orders__1: shop_training_orders__1__left 0..0, shop_training_orders__1__shop_orders_byUser__1 0..0',
    ]);
    expect(said(objectOf('join', lefts()))[1]).toBe(
      'part shop_training_orders__1__shop_orders_byUser__1: shop_training_orders__1__left 0..0, orders 7..1',
    );
  });

  it('of entities: the snapshot before, and what changed since', () => {
    const ages = [aggregate('age', 'SUM')];
    const daily = sums({ sources: [users()], aggregations: ages });
    const exact = sums({ sources: [changing()], aggregations: ages });
    const middle = (groupBy: ReturnType<typeof sums>) => said(objectOf('join', lefts({ joinParts: part(groupBy) })))[1];
    expect(middle(daily)).toContain('__left 0..0, users 1..1');
    expect(middle(exact)).toContain('__left 0..0, users 1..1, user_changes 0..0');
    expect(middle(profiles())).toContain('__left 0..0, users 1..1');
    expect(said(objectOf('group-by', profiles()))).toEqual(['group-by shop_users_profiles__1: users 0..0']);
  });

  it('where the left side is of entities, at the midnight that ends their day', () => {
    const left = users({ query: { selects: { user: 'user', item: 'country' } } });
    expect(said(objectOf('join', lefts({ left })))[1]).toContain('__left 0..0, orders 6..0');
  });

  it('of labels, after the day', () => {
    const labelParts = [
      {
        joinPart: {
          groupBy: sums({ aggregations: [aggregate('price', 'SUM')] }),
          prefix: 'label',
          useLongNames: false,
        },
        startOffset: { length: 1, timeUnit: 1 },
        endOffset: { length: 3, timeUnit: 1 },
      },
    ] as const;
    expect(said(objectOf('join', lefts({ labelParts })))[2]).toBe(
      'labels shop_training_orders__1__label_label_shop_orders_byUser__1: shop_training_orders__1__left 0..0, orders -1..-3',
    );
  });

  it('of bootstrap tables', () => {
    const thrift = lefts({ bootstrapParts: [{ table: 'taken', keyColumns: ['user'] }] });
    expect(said(objectOf('join', thrift)).at(-1)).toContain('taken 0..0');
  });

  it('of a staging query, as it says', () => {
    const tableDependencies = [
      {
        tableInfo: { table: 'orders' },
        startOffset: { length: 6, timeUnit: 1 },
        endOffset: { length: 1, timeUnit: 1 },
      },
      { tableInfo: { table: 'users', isCumulative: true }, isSoftNodeDependency: true },
    ] as const;
    const [step] = steps(objectOf('staging-query', staging({ tableDependencies })));
    expect(step).toMatchObject({ kind: 'staging-query', table: 'shop_staging_daily__1', columns: null });
    expect(step?.reads).toMatchObject([
      { table: 'orders', firstDaysBefore: 6, lastDaysBefore: 1, isOptional: false },
      { table: 'users', firstDaysBefore: null, lastDaysBefore: 0, isCumulative: true, isOptional: true },
    ]);
  });

  it('of a chain, the join first', () => {
    const sources = [
      {
        joinSource: {
          join: lefts(),
          query: { selects: { item: 'item', spent: 'user_price_sum_7d' }, timeColumn: 'ts' },
        },
      },
    ];
    const chained = sums({
      metaData: { name: 'shop.items.chained__1' },
      sources,
      keyColumns: ['item'],
      aggregations: [aggregate('spent', 'AVERAGE', 1)],
    });
    expect(steps(objectOf('group-by', chained)).map(({ kind, of }) => `${kind} of ${of}`)).toEqual([
      'left-side of shop/training.orders__1',
      'part of shop/training.orders__1',
      'join of shop/training.orders__1',
      'group-by of shop/items.chained__1',
    ]);
  });

  it('of rows with predictions, and nothing of a model', () => {
    expect(said(objectOf('model-transforms', predictions()))).toEqual([
      'model-transforms shop_models_scored__1: orders 0..0',
    ]);
    expect(said(objectOf('model', model()))).toEqual([]);
  });
});
