import { expect, it } from 'vitest';
import { checkSet } from './check-set.ts';
import { compile } from './compile.ts';
import { aggregation, catalog, group, join, part, source } from './flights.fixture.ts';
import { lefts, objectOf, orders, profiles, shopCatalog, staging, sums, users } from './objects.fixture.ts';

it('reports every mistake of a repository in one run, each with code, place, sentence and hint', () => {
  const byOrigin = group({
    keys: ['origin', 'orign'],
    sources: [
      source({
        time: 'date',
        lag: '2 days',
        where: ['delay'],
        select: { ...source().select, late: 'IF(delya > 15, 1, 0)' },
      }),
    ],
    aggregations: [
      aggregation({ windows: ['7m', '1d'] }),
      aggregation({ operation: 'LAST_K', windows: ['1d'] }),
      aggregation({ input: 'destination', operation: 'SUM', windows: ['1d'] }),
    ],
  });
  const lateness = join([part(byOrigin, { on: { destination: 'orgin' } })], {
    left: source({
      table: { kind: 'table', place: { file: 'features/tables.ts', line: 1, column: 1 }, name: 'flihgts', columns: {} },
      topic: null,
      lag: null,
      start: '2001-06-31',
    }),
  });
  const definitions = [
    { team: 'flights', file: 'departures', export: 'byOrigin', definition: byOrigin },
    { team: 'flights', file: 'training', export: 'lateness', definition: lateness },
  ];
  const { diagnostics, plans } = compile(definitions, catalog);
  expect(plans.size).toBe(0);
  expect(diagnostics.map(({ place, code }) => `${place?.line} ${code}`)).toMatchInlineSnapshot(`
    [
      "5 bad-day",
      "5 bad-lag",
      "5 time-type",
      "5 unknown-column",
      "5 unknown-table",
      "15 unknown-column",
      "20 bad-window",
      "20 missing-argument",
      "20 refused-operation",
      "40 missing-key",
      "40 unknown-key",
    ]
  `);
  for (const { code, severity, object, place, path, message, hint } of diagnostics) {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(severity).toBe('error');
    expect(object).toMatch(/^flights\/(departures\.byOrigin|training\.lateness)__1$/);
    expect(place).toMatchObject({ file: 'features/flights/departures.ts' });
    expect(path).not.toBe(undefined);
    expect(message).toMatch(/^.+[.…]$/);
    expect(hint).toMatch(/^.{5,}$/);
  }
});

it('reports those of every kind of compiled object, whoever compiled it', () => {
  const objects = [
    objectOf('group-by', sums({ sources: [orders({ table: 'oders' })] })),
    objectOf('group-by', profiles({ sources: [users({ query: { selects: { user: 'user', country: 'contry' } } })] })),
    objectOf('join', lefts({ rowIds: ['basket'] })),
    objectOf('staging-query', staging({ query: 'SELECT 1 FROM orders WHERE ds = {{ today }}' })),
  ];
  const { diagnostics, plans } = checkSet(
    objects.map((object) => ({ object })),
    shopCatalog,
  );
  expect(plans.size).toBe(0);
  expect(diagnostics.map(({ object, path, code }) => `${object} ${path} ${code}`)).toMatchInlineSnapshot(`
    [
      "shop/training.orders__1 rowIds[0] unknown-column",
      "shop/users.profiles__1 sources[0].entities.query.selects.country unknown-column",
      "shop/staging.daily__1 query unknown-macro",
      "shop/orders.byUser__1 sources[0].events.table unknown-table",
    ]
  `);
});

it('reads a set without knowing its tables, and plans nothing', () => {
  const objects = [objectOf('group-by', sums({ keyColumns: ['usr'] })), objectOf('group-by', profiles())];
  const { diagnostics, plans } = checkSet(
    objects.map((object) => ({ object })),
    null,
  );
  expect(plans.size).toBe(0);
  expect(diagnostics.map(({ object, code }) => `${object} ${code}`)).toEqual(['shop/orders.byUser__1 unknown-column']);
});

it('refuses two objects of one name, and two of one table', () => {
  const renamed = sums({ metaData: { name: 'shop.orders_byUser__1' } });
  const { diagnostics } = checkSet(
    [sums(), sums(), renamed].map((thrift) => ({ object: objectOf('group-by', thrift) })),
    shopCatalog,
  );
  expect(diagnostics.map(({ code, message }) => `${code}: ${message}`)).toMatchInlineSnapshot(`
    [
      "colliding-names: shop/orders.byUser__1 and shop/orders_byUser__1 would have one table, shop_orders_byUser__1.",
      "duplicate-name: There are two definitions called shop/orders.byUser__1.",
    ]
  `);
});

it('plans who fills a table before those who read it', () => {
  const totals = sums({
    metaData: { name: 'shop.totals.byCountry__1' },
    sources: [orders({ table: 'shop_orders_byUser__1', query: { selects: { user: 'user', spent: 'price_sum_7d' } } })],
    aggregations: [{ inputColumn: 'spent', operation: 1, windows: [{ length: 1, timeUnit: 1 }] }],
  });
  const both = [totals, sums()].map((thrift) => ({ object: objectOf('group-by', thrift) }));
  const { diagnostics, plans } = checkSet(both, shopCatalog);
  expect(diagnostics).toEqual([]);
  expect(plans.size).toBe(2);
  const broken = [totals, sums({ keyColumns: ['usr'] })].map((thrift) => ({ object: objectOf('group-by', thrift) }));
  expect(
    checkSet(broken, shopCatalog).diagnostics.map(({ code, message }) => `${code}: ${message}`),
  ).toMatchInlineSnapshot(`
    [
      "unknown-column: The key "usr" is not a column that the sources select.",
      "unknown-table: Table "shop_orders_byUser__1" is filled by shop/orders.byUser__1, which has faults of its own.",
    ]
  `);
});
