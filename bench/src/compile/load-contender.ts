import { enableCompileCache } from 'node:module';
import { report, startRun } from '../contender.ts';

/** The floor: the repository's modules are imported, and nothing is made of them. `load-contender.ts FOLDER`. */
enableCompileCache();
const started = startRun();
const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('wants FOLDER');
const { findDefinitions } = await import('@isochron/cli/repository');
const { definitions } = await findDefinitions(folder);
report(started, definitions.length);
