import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { generatedFiles, staleFiles } from './generated-files.ts';

const root = join(import.meta.dirname, '..', '..', '..');

test('the committed code is what thrift/ says; if not, run npm run generate', () => {
  expect(staleFiles(root, generatedFiles(root))).toEqual([]);
});

test('a file that is not there, or says something else, is stale', () => {
  const empty = mkdtempSync(join(tmpdir(), 'generated-'));
  try {
    const files = generatedFiles(root);
    expect(staleFiles(empty, files)).toEqual([...files.keys()]);
    const edited = new Map([...files].map(([path, text]) => [path, path.endsWith('common.ts') ? `${text}\n` : text]));
    expect(staleFiles(root, edited)).toEqual(['libs/thrift/src/generated/common.ts']);
  } finally {
    rmSync(empty, { recursive: true });
  }
});
