/**
 * `npm run generate` writes what is made from `thrift/`, the registry of expressions and the rules of the conformance run; with `--check` it writes nothing and fails when what is
 * committed is not what would be written.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generatedFiles, staleFiles } from './generate/generated-files.ts';

const root = join(import.meta.dirname, '..', '..');
const files = generatedFiles(root);
const stale = staleFiles(root, files);

if (process.argv.includes('--check')) {
  for (const path of stale) console.error(`${path} is not current. Run npm run generate and commit it.`);
  if (stale.length === 0) console.log(`${files.size} generated files are current.`);
  process.exitCode = stale.length === 0 ? 0 : 1;
} else {
  for (const path of stale) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), files.get(path) ?? '');
    console.log(`wrote ${path}`);
  }
  if (stale.length === 0) console.log(`${files.size} generated files were current already.`);
}
