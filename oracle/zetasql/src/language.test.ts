import { expect, test } from 'vitest';
import { knownFeatures } from './engine-client.ts';
import { featuresOff, featuresOn } from './language.ts';

test('every feature of the engine is on, or off with its reason, and no other is named', () => {
  const named = [...featuresOn, ...featuresOff.flatMap(({ features }) => features)];
  expect(named.toSorted()).toEqual(knownFeatures().toSorted());
});
