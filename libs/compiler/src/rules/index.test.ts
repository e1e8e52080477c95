import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { rules } from './index.ts';

it('runs every rule there is a file of, and each has its test', () => {
  const files = readdirSync(new URL('.', import.meta.url)).filter(
    (file) => !['rule.ts', 'index.ts', 'index.test.ts'].includes(file),
  );
  const sources = files.filter((file) => !file.endsWith('.test.ts'));
  expect(files.filter((file) => file.endsWith('.test.ts'))).toEqual(
    sources.map((file) => file.replace('.ts', '.test.ts')),
  );
  expect(new Set(rules).size).toBe(sources.length);
});
