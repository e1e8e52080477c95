import { expect, it } from 'vitest';
import { faultsOf, lefts, objectOf } from '../objects.fixture.ts';

const join = (expression: string, online = true) =>
  objectOf('join', lefts({ metaData: { ...lefts().metaData, online }, derivations: [{ name: 'made', expression }] }));

it('warns of what is derived of a left column that no request has', () => {
  expect(faultsOf(join("CONCAT(user, item, '!')"))).toMatchInlineSnapshot(`
    [
      "derivations[0].expression warning left-column-online: The left column item, of which the derivation made is made, is no part of a request, so that this join cannot be served. | Make it a contextual feature, which the caller gives, or leave the derivation made to the model.",
    ]
  `);
});

it('has nothing against keys, features and the instant, nor against a join that is not served', () => {
  expect(faultsOf(join('CONCAT(user, CAST(user_price_sum_7d AS STRING), ds, CAST(ts AS STRING))'))).toEqual([]);
  expect(faultsOf(join("CONCAT(user, item, '!')", false))).toEqual([]);
});
