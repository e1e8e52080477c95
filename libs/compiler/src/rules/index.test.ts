import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { rules } from './index.ts';

const files = readdirSync(new URL('.', import.meta.url)).filter(
  (file) => !['rule.ts', 'index.ts', 'index.test.ts'].includes(file),
);
const tests = files.filter((file) => file.endsWith('.test.ts'));

it('runs every rule there is a file of, and each has its test', () => {
  const sources = files.filter((file) => !file.endsWith('.test.ts'));
  expect(tests).toEqual(sources.map((file) => file.replace('.ts', '.test.ts')));
  expect(new Set(rules).size).toBe(sources.length);
});

it.each(tests)('%s has what the rule finds, and what it has nothing against', (file) => {
  const text = readFileSync(new URL(file, import.meta.url), 'utf8');
  expect(text).toContain('toMatchInlineSnapshot(`');
  expect(text).toContain('toEqual([])');
});
