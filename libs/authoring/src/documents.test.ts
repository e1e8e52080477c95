import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { runCompiler } from './run-compiler.fixture.ts';

const source = fileURLToPath(new URL('.', import.meta.url));
const root = fileURLToPath(new URL('../../../', import.meta.url));

/** The TypeScript of a page, one file; every line stands on the line it has in the page. */
function typeScriptOf(page: string): string {
  let isCode = false;
  const lines = readFileSync(join(root, page), 'utf8')
    .split('\n')
    .map((line) => {
      if (line.startsWith('```')) isCode = !isCode && line === '```ts';
      return isCode && !line.startsWith('```') ? line : '';
    });
  return lines.join('\n').replaceAll("'@isochron/authoring'", `'${source}index.ts'`);
}

test.each(['docs/definitions.md', 'libs/authoring/README.md'])('the TypeScript in %s is right', (page) => {
  const folder = mkdtempSync(join(tmpdir(), 'isochron-documents-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const text = typeScriptOf(page);
  expect(text).toContain('groupBy({');
  writeFileSync(join(folder, 'page.mts'), text);
  const compilerOptions = { typeRoots: [join(root, 'node_modules/@types')] };
  const extended = join(source, '../fixtures/tsconfig.json');
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ extends: extended, compilerOptions, files: ['page.mts'] }),
  );

  expect(runCompiler(folder, 'page.mts').errors).toEqual([]);
});
