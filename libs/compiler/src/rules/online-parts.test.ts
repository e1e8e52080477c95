import { expect, it } from 'vitest';
import { faultsOf, lefts, objectOf, sums } from '../objects.fixture.ts';

const said = (more: { readonly online?: boolean; readonly production?: boolean }) => ({ ...sums().metaData, ...more });
const join = (more: { readonly online?: boolean; readonly production?: boolean }, part: typeof more) =>
  objectOf(
    'join',
    lefts({
      metaData: { ...lefts().metaData, ...more },
      joinParts: [{ groupBy: sums({ metaData: said(part) }), useLongNames: false }],
    }),
  );

it('refuses what is served of what is not', () => {
  expect(
    faultsOf(join({ online: true, production: true }, { online: false, production: false })),
  ).toMatchInlineSnapshot(`
    [
      "joinParts[0] online-part: The join shop/training.orders__1 is online, and its part shop/orders.byUser__1 is said to be offline. | Write online: true in shop/orders.byUser__1, or leave it out of the join.",
      "joinParts[0] production-part: The join shop/training.orders__1 is in production, and its part shop/orders.byUser__1 is said to be not in production. | Write production: true in shop/orders.byUser__1, or leave it out of the join.",
    ]
  `);
});

it('has nothing against what is served too, or does not say it', () => {
  expect(faultsOf(join({ online: true, production: true }, { online: true, production: true }))).toEqual([]);
  expect(faultsOf(join({ online: true, production: true }, {}))).toEqual([]);
  expect(faultsOf(join({ online: false }, { online: false }))).toEqual([]);
});
