import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { runCompiler } from './run-compiler.fixture.ts';

const folder = fileURLToPath(new URL('../fixtures/', import.meta.url));

test('what is not there is red at its own word, and nothing else is', () => {
  const lines = readFileSync(`${folder}misuse.ts`, 'utf8').split('\n');
  const expected = lines.flatMap((line, index) => {
    const column = /^\/\/ *(?=\^+$)/.exec(line)?.[0].length;
    return column === undefined ? [] : [`${index}:${column + 1}`];
  });

  const { errors } = runCompiler(folder, 'misuse.ts');

  expect(expected.length).toBeGreaterThan(15);
  expect(
    errors.map(({ line, column }) => `${line}:${column}`),
    JSON.stringify(errors, null, 2),
  ).toEqual(expected);
});

test('the message names the columns there are, and the one that was meant', () => {
  const messages = runCompiler(folder, 'misuse.ts').errors.map(({ message }) => message);

  expect(messages).toContain(
    `TS2820: Type '"destinaton"' is not assignable to type '"delay" | "destination" | "late" | "legs" | "origin"'. Did you mean '"destination"'?`,
  );
});
