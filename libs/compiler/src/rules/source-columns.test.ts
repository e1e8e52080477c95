import { stringType } from '@isochron/schema';
import { describe, expect, it } from 'vitest';
import { complaints, group, source } from '../flights.fixture.ts';
import { aggregate, changing, faultsOf, objectOf, shopCatalog, sums } from '../objects.fixture.ts';

describe('sources select the same columns', () => {
  it('names and types', () => {
    expect(
      complaints(
        group({
          sources: [
            source(),
            source({
              place: { file: 'f', line: 9, column: 1 },
              select: { origin: 'origin', destination: 'destination', delay: 'distance', other: 'delay' },
            }),
          ],
        }),
      ),
    ).toMatchInlineSnapshot(`
      [
        "9 different-sources: This source does not select late, which the first source does. | Sources of one group-by select the same columns.",
        "9 different-sources: This source selects delay as double, the first one as int. | Make them equal with CAST(… AS …).",
        "9 different-sources: This source selects other, which the first source does not. | Sources of one group-by select the same columns.",
      ]
    `);
  });
});

it('has nothing against the same columns of other expressions', () => {
  const other = (delay: string) => source({ select: { ...source().select, delay } });
  const sources = [other('delay * 1'), other('delay + 0')];
  expect(complaints(group({ sources }))).toEqual([]);
});

it('refuses changes of entities that are of another type', () => {
  const narrow = new Map(shopCatalog.tables).set('user_changes', [
    ...(shopCatalog.tables.get('user_changes') ?? []).map((field) =>
      field.name === 'age' ? { ...field, type: stringType } : field,
    ),
  ]);
  const aggregations = [aggregate('age', 'SUM')];
  const object = objectOf('group-by', sums({ sources: [changing()], aggregations }));
  expect(faultsOf(object)).toEqual([]);
  expect(faultsOf(object, { tables: narrow })).toMatchInlineSnapshot(`
    [
      "sources[0].entities.query.selects.age different-sources: age is of type string in user_changes, and of type int in users. | Make them equal with CAST(… AS …).",
    ]
  `);
});
