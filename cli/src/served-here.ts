import { IsochronError } from '@isochron/schema';
import type { Context } from './context.ts';
import { environmentOf } from './environment.ts';
import { publishedAddress } from './published-address.ts';
import { fetcherService, type StartedFetcher } from './wiring.ts';

export interface ServingOptions {
  readonly branch: string;
  readonly host?: string;
  /** 0: the system chooses. */
  readonly grpcPort: number;
  readonly httpPort: number;
  /** Whether it logs to standard output where its settings say so; not given: it does not, whatever they say, for the answer stands there. */
  readonly mayLog?: boolean;
}

/** The fetcher in this process, over the embedded state of a repository. */
export interface ServedHere {
  readonly fetcher: StartedFetcher;
  readonly host: string;
  stop(): Promise<void>;
}

/** Starts serving what is published of a repository. FAILED_PRECONDITION where nothing is, which says what to run. */
export async function serveHere(
  context: Context,
  { branch, host, grpcPort, httpPort, mayLog = false }: ServingOptions,
): Promise<ServedHere> {
  const [address, environment, { readFetcherConfig, startFetcher, stopFetcher }] = await Promise.all([
    publishedAddress(context, branch),
    environmentOf(context),
    fetcherService(),
  ]);
  const flags = {
    ...(context.home !== undefined && { home: context.home }),
    ...(host !== undefined && { host }),
    grpc: { port: grpcPort },
    http: { port: httpPort },
    set: { ...address, prefix: environment.prefix },
    ...(!mayLog && { log: SILENT }),
  };
  // What is served is said in words, and nobody has to learn that it stops.
  const config = readFetcherConfig(flags, undefined, { drain: { delayMs: 0 }, log: SILENT });
  const fetcher = await startFetcher(config);
  const stop = () => stopFetcher(fetcher);
  if (fetcher.sets.current.version > 0) return { fetcher, host: config.host, stop };
  await stop();
  const place = `${address.repository}/${address.environment}/${address.branch}`;
  throw new IsochronError(
    'FAILED_PRECONDITION',
    `Nothing is published as ${place}: run isochron compile, then isochron publish.`,
  );
}

const SILENT = { level: 'fatal' } as const;
