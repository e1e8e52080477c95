import { expect, it } from 'vitest';
import { aggregate, changing, faultsOf, objectOf, sums } from '../objects.fixture.ts';

const online = { ...sums().metaData, online: true };
const last = [aggregate('age', 'LAST', 1, 7)];

it('warns of what cannot be taken back while it is served', () => {
  const thrift = sums({ metaData: online, sources: [changing()], aggregations: last });
  expect(faultsOf(objectOf('group-by', thrift))).toMatchInlineSnapshot(`
    [
      "aggregations[0] warning irreversible: LAST of age cannot take a row back, and the rows of these entities change while they are served. | Use COUNT, SUM, AVERAGE, VARIANCE, SKEW, KURTOSIS or HISTOGRAM, or accuracy: 'snapshot'.",
    ]
  `);
});

it('has nothing against what can, against the value of midnight, or against what is not served', () => {
  const sum = [aggregate('age', 'SUM')];
  expect(faultsOf(objectOf('group-by', sums({ metaData: online, sources: [changing()], aggregations: sum })))).toEqual(
    [],
  );
  const daily = sums({ metaData: online, sources: [changing()], aggregations: last, accuracy: 1 });
  expect(faultsOf(objectOf('group-by', daily))).toEqual([]);
  expect(faultsOf(objectOf('group-by', sums({ sources: [changing()], aggregations: last })))).toEqual([]);
});
