import { expect, test } from 'vitest';
import { relatedFiles } from './related-files.ts';
import type { CompiledFile } from './repository.ts';

const file = (name: string, thrift: object): CompiledFile => ({
  kind: 'group-by',
  name,
  path: `/${name}`,
  text: JSON.stringify(thrift),
});

const staged = file('shop/staged.spent__1', {
  metaData: { name: 'shop.staged.spent__1', outputNamespace: 'own' },
  query: 'SELECT 1',
});
const said = file('shop/said.rows__1', {
  metaData: {
    name: 'shop.said.rows__1',
    executionInfo: { outputTableInfo: { table: 'else"where.rows', partitionColumn: 'ds' } },
  },
});
const events = file('shop/spending.byUser__1', {
  metaData: { name: 'shop.spending.byUser__1' },
  sources: [{ events: { table: 'own.shop_staged_spent__1/ds=2024' } }, { events: { table: 'rows' } }],
});
const join = file('shop/training.all__1', {
  metaData: { name: 'shop.training.all__1' },
  left: { events: { table: 'orders' } },
  joinParts: [{ groupBy: { metaData: { name: 'shop.spending.byUser__1' } } }],
});
const other = file('shop/other.alone__1', {
  metaData: { name: 'shop.other.alone__1' },
  left: { events: { table: 'orders' } },
});
const files = [other, join, events, said, staged];

test('what a file is made of: by its name, by its table in whatever namespace, by the table that it says it fills', () => {
  const { upstream } = relatedFiles(files);
  expect(upstream(join).map(({ name }) => name)).toEqual([events.name, staged.name, said.name]);
  expect(upstream(staged)).toEqual([]);
});

test('what is made of a file, through others as well', () => {
  const { downstream } = relatedFiles(files);
  expect(downstream(staged)).toEqual([events, join]);
  expect(downstream(said)).toEqual([events, join]);
  expect(downstream(other)).toEqual([]);
});
