import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { castTypes, extractParts, functions } from './functions.ts';

it('lists every function, type and part in the README', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const listed = readme.split('\n').filter((line) => line.startsWith('- `') && line.endsWith('`'));
  expect(listed).toEqual(Object.values(functions).map(({ usage }) => `- \`${usage}\``));
  for (const name of [...castTypes, ...extractParts]) expect(readme).toContain(`\`${name}\``);
});
