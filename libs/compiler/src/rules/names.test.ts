import { expect, it } from 'vitest';
import { faultsOf, lefts, model, objectOf, orders, predictions, staging, sums } from '../objects.fixture.ts';

it('refuses who has no name, wherever he stands', () => {
  expect(faultsOf(objectOf('group-by', sums({ metaData: {} })))).toMatchInlineSnapshot(`
    [
      "(whole) unnamed-group-by: This group-by has no name. | Export it from its file: export const … = …. In compiled JSON its name is metaData.name: team.file.variable__1.",
    ]
  `);
  const parts = [{ groupBy: sums({ metaData: {} }), useLongNames: false }];
  expect(faultsOf(objectOf('join', lefts({ joinParts: parts })))).toMatchInlineSnapshot(`
    [
      "joinParts[0].groupBy unnamed-group-by: This group-by has no name. | Export it from its file: export const … = …. In compiled JSON its name is metaData.name: team.file.variable__1.",
    ]
  `);
  const sources = [
    { joinSource: { join: lefts({ metaData: {} }), query: { selects: { user: 'user', price: 'user_price_sum_7d' } } } },
  ];
  expect(faultsOf(objectOf('group-by', sums({ sources })))).toMatchInlineSnapshot(`
    [
      "sources[0].joinSource.join unnamed-join: This join has no name. | Export it from its file: export const … = …. In compiled JSON its name is metaData.name: team.file.variable__1.",
    ]
  `);
});

it('refuses that of every kind', () => {
  const wholes = [
    objectOf('staging-query', staging({ metaData: {} })),
    objectOf('model', model({ metaData: {} })),
    objectOf('model-transforms', predictions({ metaData: {} })),
  ];
  expect(
    wholes.flatMap((object) => faultsOf(object).filter((text) => text.includes('unnamed'))),
  ).toMatchInlineSnapshot(`
    [
      "(whole) unnamed-staging-query: This staging query has no name. | Export it from its file: export const … = …. In compiled JSON its name is metaData.name: team.file.variable__1.",
      "(whole) unnamed-model: This model has no name. | Export it from its file: export const … = …. In compiled JSON its name is metaData.name: team.file.variable__1.",
      "(whole) unnamed-model-transforms: This model transforms has no name. | Export it from its file: export const … = …. In compiled JSON its name is metaData.name: team.file.variable__1.",
    ]
  `);
});

it('refuses two versions', () => {
  expect(
    faultsOf(objectOf('group-by', sums({ metaData: { ...sums().metaData, version: '2' } }))),
  ).toMatchInlineSnapshot(`
    [
      "metaData.version bad-version: The name shop.orders.byUser__1 ends in version 1, and the version is said to be 2. | Write one of them in both places.",
    ]
  `);
});

it('has nothing against one, or none, or a model without a name where it is asked', () => {
  expect(faultsOf(objectOf('group-by', sums()))).toEqual([]);
  expect(faultsOf(objectOf('group-by', sums({ metaData: { name: 'shop.orders.v1' } })))).toEqual([]);
  const models = [{ outputMapping: { score: '1' }, valueSchema: { kind: 13, params: [] } }] as const;
  expect(faultsOf(objectOf('model-transforms', predictions({ sources: [orders()], models })))).toEqual([]);
});
