import { describe, expect, it } from 'vitest';
import { checkSet } from '../check-set.ts';
import { complaints, group, source } from '../flights.fixture.ts';
import { objectOf, orders, shopCatalog, staging, sums } from '../objects.fixture.ts';

describe('tables are in the warehouse', () => {
  it('a table that is not loaded', () => {
    expect(
      complaints(
        group({ sources: [source({ table: { kind: 'table', place: source().place, name: 'flight', columns: {} } })] }),
      ),
    ).toMatchInlineSnapshot(`
      [
        "5 unknown-table: The warehouse has no table "flight". | Did you mean flights? Load it with: isochron load flight FILE… --time COLUMN",
      ]
    `);
  });
});

it('has nothing against a table of the warehouse, and what another definition fills', () => {
  expect(complaints(group())).toEqual([]);
});

it('says which staging query fills a table that is not there yet', () => {
  const daily = objectOf('staging-query', staging());
  const reader = objectOf('group-by', sums({ sources: [orders({ table: 'shop_staging_daily__1' })] }));
  const { diagnostics } = checkSet([{ object: daily }, { object: reader }], shopCatalog);
  expect(diagnostics.map(({ message, hint }) => `${message} | ${hint}`)).toMatchInlineSnapshot(`
    [
      "The warehouse has no table "shop_staging_daily__1". | The staging query shop/staging.daily__1 fills it: say there which columns it makes (columns) for this to compile; for it to run, have the query's engine fill the table, and load it with: isochron load shop_staging_daily__1 FILE… --time COLUMN",
    ]
  `);
});
