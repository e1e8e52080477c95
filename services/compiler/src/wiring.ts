import type { KeyValueStore } from '@isochron/kv';
import { openLmdbStore } from '@isochron/kv-lmdb';
import { openMetadataStore } from '@isochron/metadata';
import {
  createHealth,
  everythingForEverybody,
  type Logger,
  observeStore,
  openFrame,
  opening,
  periodically,
  type Running,
  systemClock,
} from '@isochron/service';
import { type CompilerApi, createCompilerApi } from './api.ts';
import { type CompilerConfig, readCompilerConfig } from './config.ts';
import { addToRpc } from './grpc.ts';
import { addToHttp } from './http/routes.ts';
import { judge } from './judge.ts';
import { JudgeThread } from './judge-thread.ts';

export type { CompilerApi } from './api.ts';
export { type CompilerConfig, readCompilerConfig } from './config.ts';

/** The service as its own caller: what `isochron publish` uses where no server is named. */
export interface EmbeddedCompiler {
  readonly api: CompilerApi;
  close(): Promise<void>;
}

/** The API on the embedded store under `home` (default: ISOCHRON_HOME, else `.isochron` in the working folder), in this process. */
export async function openCompiler(flags: { readonly home?: string | undefined }): Promise<EmbeddedCompiler> {
  const { home, store: options } = readCompilerConfig(flags);
  const store = await openLmdbStore({ home, bytesMax: options.bytesMax });
  const metadata = await openMetadataStore(store);
  const judging = { judge: async (asked: Parameters<typeof judge>[0]) => judge(asked), close: async () => {} };
  return {
    api: createCompilerApi(metadata, judging, { setsMax: 1, access: everythingForEverybody }),
    close: () => store.close(),
  };
}

const VERSION = '0.1.0';
const ABOUT = {
  title: 'Isochron compiler',
  version: VERSION,
  description: 'Sets of compiled definitions: checked, compared, published, found, watched.',
};

export interface StartedCompiler extends Running {
  readonly grpcPort: number;
  readonly httpPort: number;
}

/** The service, listening. Its caller stops it with `stop` of `@isochron/service`, as `run` does. `openStore`: default the embedded store under `home`. */
export const startCompiler = (config: CompilerConfig, openStore = openEmbedded): Promise<StartedCompiler> =>
  opening(async (opened) => {
    const { home, host, requestBytesMax, drain } = config;
    const frame = opened.add(await openFrame({ service: 'compiler', version: VERSION, config }));
    const { logger } = frame;
    const store = opened.add(observeStore(await openStore(config), frame.registry, systemClock));
    const metadata = await openMetadataStore(store);
    const judging = opened.add(new JudgeThread(config.judge));
    const api = createCompilerApi(metadata, judging, { setsMax: config.judge.setsMax, access: frame.access });
    const health = createHealth({ checks: { store: () => metadata.probe() }, clock: systemClock, logger });
    const { rpc, http, listen } = await frame.createServers({
      grpcPort: config.grpc.port,
      httpPort: config.http.port,
      requestBytesMax,
      health,
      about: ABOUT,
    });
    addToRpc(rpc, api);
    addToHttp(http, api, logger);
    const ports = await listen();
    const collecting = periodically(config.collectEveryMs, () => collect(metadata, logger));
    opened.add({ close: () => collecting.stop() });
    logger.info({ ...ports, host, home }, 'listening');
    const drains = { drainDelayMs: drain.delayMs, drainTimeoutMs: drain.timeoutMs };
    return { logger, health, servers: [rpc, http], ...drains, ...ports, close: opened.close };
  });

const openEmbedded = ({ home, store }: CompilerConfig): Promise<KeyValueStore> =>
  openLmdbStore({ home, bytesMax: store.bytesMax });

async function collect(metadata: Awaited<ReturnType<typeof openMetadataStore>>, logger: Logger): Promise<void> {
  try {
    const collected = await metadata.collect();
    if (collected.sets + collected.objects > 0) logger.info(collected, 'collected what nobody needs');
  } catch (thrown) {
    logger.error({ err: thrown }, 'collecting failed; it is tried again');
  }
}
