import { expect, it } from 'vitest';
import { faultsOf, objectOf, staging, sums } from '../objects.fixture.ts';

const steps = (stepDays: number) =>
  objectOf('group-by', sums({ metaData: { ...sums().metaData, executionInfo: { stepDays } } }));

it('refuses steps of no days', () => {
  expect([0, -7].map((days) => faultsOf(steps(days)))).toMatchInlineSnapshot(`
    [
      [
        "metaData.executionInfo.stepDays bad-step-days: Steps of 0 days compute nothing. | Write stepDays: 1 or more, or leave it out.",
      ],
      [
        "metaData.executionInfo.stepDays bad-step-days: Steps of -7 days compute nothing. | Write stepDays: 1 or more, or leave it out.",
      ],
    ]
  `);
});

it.each([1, 31, 400])('has nothing against %i days', (days) => {
  expect(faultsOf(steps(days))).toEqual([]);
  const metaData = { ...staging().metaData, executionInfo: { stepDays: days } };
  expect(faultsOf(objectOf('staging-query', staging({ metaData })))).toEqual([]);
});
