import { enableCompileCache } from 'node:module';

// Kept by Node between runs: types are stripped and code compiled once a machine, which halves the time a start takes.
enableCompileCache();
const [{ run }, { readFetcherConfig, startFetcher }] = await Promise.all([
  import('@isochron/service'),
  import('./wiring.ts'),
]);
await run(async () => startFetcher(readFetcherConfig()));
