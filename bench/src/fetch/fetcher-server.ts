import { readFetcherConfig, startFetcher } from '@isochron/fetcher-service/wiring';
import { serve } from '../load/serving-process.ts';
import { SET } from './data-set.ts';

/** The service as `main.ts` starts it, in the process of a bench. `fetcher-server.ts HOME CACHE_BYTES [ENVIRONMENT [GUARD]]`, the last as JSON. */
const [home, cacheBytes, environment = SET.environment, guard = '{}'] = process.argv.slice(2);
if (home === undefined) throw new Error('wants HOME CACHE_BYTES [ENVIRONMENT [GUARD]]');
const started = await startFetcher(
  readFetcherConfig({
    home,
    set: { ...SET, environment },
    grpc: { port: 0 },
    http: { port: 0 },
    drain: { delayMs: 0 },
    log: { level: 'warn' },
    cache: { bytesMax: Number(cacheBytes) },
    ...JSON.parse(guard),
  }),
);
serve({
  ready: { grpcPort: started.grpcPort, httpPort: started.httpPort },
  stop: async () => {
    for (const server of started.servers) await server.drain(1_000);
    await started.close();
  },
});
