import type { Lineage } from '@isochron/compiler';
import { expect, it } from 'vitest';
import { lineageText, lineageTrees } from './lineage-tree.ts';

const orders = { kind: 'table', name: 'orders' } as const;
const cleaned = { kind: 'table', name: 'shop_cleaned' } as const;
const byUser = { kind: 'group-by', name: 'shop/orders.byUser__1' } as const;
const common = { isOnline: false } as const;

/** orders -> cleaned -> by user -> training, which reads orders as well. */
const lineage: Lineage = {
  objects: [
    {
      ...common,
      ...byUser,
      file: 'compiled/group_bys/shop/orders.byUser__1',
      table: 'shop_orders_byUser__1',
      reads: [{ ...cleaned, isEmbedded: false }],
      columns: [
        { name: 'price_sum', from: [{ of: cleaned, column: 'price', as: 'value' }] },
        { name: 'item_count', from: [{ of: cleaned, column: 'item', as: 'value' }] },
      ],
    },
    {
      ...common,
      kind: 'join',
      name: 'shop/training.all__1',
      file: 'compiled/joins/shop/training.all__1',
      table: 'shop_training_all__1',
      reads: [
        { ...orders, isEmbedded: false },
        { ...byUser, isEmbedded: true },
      ],
      columns: [
        { name: 'user', from: [{ of: orders, column: 'user', as: 'value' }] },
        { name: 'user_price_sum', from: [{ of: byUser, column: 'price_sum', as: 'value' }] },
      ],
    },
    {
      ...common,
      kind: 'staging-query',
      name: 'shop/staging.cleaned__1',
      file: 'compiled/staging_queries/shop/staging.cleaned__1',
      table: 'shop_cleaned',
      reads: [{ ...orders, isEmbedded: false }],
      columns: [],
    },
  ],
};

it('shows the whole of what a definition is made of and goes into, with the columns that are read', () => {
  const join = { kind: 'join', name: 'shop/training.all__1', column: null } as const;
  expect(lineageText(lineageTrees(lineage, join))).toMatchInlineSnapshot(`
    "made of
    ├─ table orders: user
    └─ group-by shop/orders.byUser__1: price_sum
       └─ table shop_cleaned: item, price
          └─ staging-query shop/staging.cleaned__1
             └─ table orders
    goes into
    └─ table shop_training_all__1"
  `);
  expect(lineageText(lineageTrees(lineage, { ...orders, column: null }))).toMatchInlineSnapshot(`
    "made of nothing here
    goes into
    ├─ join shop/training.all__1 (reads user)
    │  └─ table shop_training_all__1
    └─ staging-query shop/staging.cleaned__1
       └─ table shop_cleaned
          └─ group-by shop/orders.byUser__1 (reads item, price)
             ├─ table shop_orders_byUser__1
             └─ join shop/training.all__1 (reads price_sum) (as above)"
  `);
});

it('follows one column', () => {
  expect(lineageText(lineageTrees(lineage, { ...byUser, column: 'price_sum' }))).toMatchInlineSnapshot(`
    "made of
    └─ table shop_cleaned: price
       └─ staging-query shop/staging.cleaned__1: price
          └─ table orders
    goes into
    ├─ table shop_orders_byUser__1: price_sum
    └─ join shop/training.all__1: user_price_sum
       └─ table shop_training_all__1: user_price_sum"
  `);
});

it('says what is left out of a tree that nobody reads to its end', () => {
  const many = Array.from({ length: 130 }, (_, at) => `t${at}`);
  const wide = { kind: 'join', name: 'a/b.wide__1', file: 'compiled/joins/a/b.wide__1', table: null } as const;
  const reads = many.map((name) => ({ kind: 'table', name, isEmbedded: false }) as const);
  const trees = lineageTrees({ objects: [{ ...common, ...wide, reads, columns: [] }] }, { ...wide, column: null });
  expect(trees.upstream).toHaveLength(130);
  expect(lineageText(trees)).toContain('\n├─ table t99\n… 30 more; --format json has all\ngoes into nothing here');
});
