import { expect, test } from 'vitest';
import { config, isConfig } from './index.ts';
import { faultsOf, plain } from './plain.fixture.ts';

test('the configuration of a repository', () => {
  expect(plain(config({ dialect: 'spark' }))).toEqual({ kind: 'config', dialect: 'spark' });
  expect(config({}).dialect).toBeNull();
  expect(isConfig(config({}))).toBe(true);
  expect(isConfig({ ...config({}) })).toBe(false);
  expect(faultsOf(import.meta.url, config, { dialekt: 'spark' })).toEqual([
    "config has no option 'dialekt'; it has dialect.",
  ]);
});
