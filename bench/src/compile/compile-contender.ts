import { enableCompileCache } from 'node:module';
import { report, startRun } from '../contender.ts';

/** Import, check, plan, hash and write down a repository, in memory. `compile-contender.ts FOLDER`. */
enableCompileCache();
const started = startRun();
const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('wants FOLDER');
const { findDefinitions } = await import('@isochron/cli/repository');
const { compile, printDiagnostic } = await import('@isochron/compiler');
const { catalog } = await import('./catalog.ts');
const { definitions } = await findDefinitions(folder);
const { objects, diagnostics, plans } = compile(definitions, catalog);
const errors = diagnostics.filter(({ severity }) => severity === 'error');
if (errors.length > 0 || plans.size < objects.length) {
  throw new Error(
    `${errors.length} errors, ${plans.size} plans\n${errors.slice(0, 5).map(printDiagnostic).join('\n')}`,
  );
}
report(started, objects.length);
