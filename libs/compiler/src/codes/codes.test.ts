import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { diagnosticCodes } from './index.ts';

const root = new URL('../../../../', import.meta.url).pathname;

/** The lines of all tests that say what a diagnostic says, without the backslashes of their quotes. */
const lines = ['libs/compiler/src', 'services/compiler/src']
  .flatMap((folder) => globSync(`${folder}/**/*.test.ts`, { cwd: root }))
  .flatMap((file) => readFileSync(`${root}${file}`, 'utf8').split('\n'))
  .map((line) => line.replace(/\\(['"`])/g, '$1'));

const all = Object.values(diagnosticCodes).flatMap((codes) => Object.entries(codes));

it.each(all)('%s is said in a test as its example says', (code, { example, severity }) => {
  const said = lines.filter((line) => line.includes(code) && line.includes(example));
  expect(said.length).toBeGreaterThan(0);
  // Snapshots name a warning so.
  if (said.some((line) => line.includes(`warning ${code}`))) expect(severity).not.toBe('error');
});

it('names each code once, in words with dashes between, and says what it finds and what to do in sentences', () => {
  expect(new Set(all.map(([code]) => code)).size).toBe(all.length);
  for (const [code, { finds, remedy }] of all) {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(finds).toMatch(/^[A-Z`0-9].*\.$/);
    expect(remedy).toMatch(/^[A-Z`].*\.$/);
  }
});
