import { expect, it } from 'vitest';
import { faultsOf, objectOf, staging } from '../objects.fixture.ts';

it('refuses no SQL, and macros that are none', () => {
  expect(faultsOf(objectOf('staging-query', staging({ query: ' ' })))).toMatchInlineSnapshot(`
    [
      "query empty: This staging query has no SQL. | Write query: 'SELECT … FROM … WHERE ds BETWEEN {{ start_date }} AND {{ end_date }}'.",
    ]
  `);
  const query = 'SELECT 1 FROM orders WHERE ds = {{ strt_date }} AND x = {{ 7 }}';
  expect(faultsOf(objectOf('staging-query', staging({ query })))).toMatchInlineSnapshot(`
    [
      "query unknown-macro: There is no macro strt_date. | Did you mean start_date?",
      "query macro-syntax: {{ 7 }} is not a macro's name with its arguments in parentheses. | Write {{ start_date }} or {{ start_date(offset=-3, lower_bound='2024-01-01') }}.",
    ]
  `);
});

it('refuses tables that nobody waits for', () => {
  const query = 'SELECT * FROM orders JOIN users USING (user)';
  expect(faultsOf(objectOf('staging-query', staging({ query })))).toMatchInlineSnapshot(`
    [
      "tableDependencies missing-dependency: The query reads users, and nothing says which days of it must be there first. | Add it to dependsOn, or a dependency on other days of it.",
    ]
  `);
});

it('has nothing against those that somebody does, and its own of earlier days', () => {
  expect(faultsOf(objectOf('staging-query', staging()))).toEqual([]);
  const query =
    'SELECT * FROM orders WHERE ds = {{ max_date(table=orders) }} UNION ALL SELECT * FROM shop_staging_daily__1';
  expect(faultsOf(objectOf('staging-query', staging({ query })))).toEqual([]);
});
