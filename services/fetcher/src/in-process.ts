import { type FetcherCalls, FetcherClient } from '@isochron/client';
import type { KeyValueStore } from '@isochron/kv';
import {
  type CallContext,
  type CallObserver,
  type CallSettings,
  localCall,
  type ObservedCall,
  statusOf,
} from '@isochron/rpc';
import { FetcherService, FetchGroupByRequest, FetchJoinRequest, FetchResponse } from '@isochron/rpc/fetcher';
import { IsochronError } from '@isochron/schema';
import {
  createHealth,
  createLogger,
  createRegistry,
  everythingForEverybody,
  type Health,
  observeCalls,
  type Registry,
  systemClock,
} from '@isochron/service';
import type { FetcherApi } from './api.ts';
import type { FetcherConfig } from './config.ts';
import { openCore } from './core.ts';
import { listJoins, schemaOf } from './describing.ts';
import { answerFetch } from './grpc.ts';
import { decodeFetchGroupBy, decodeFetchJoin } from './wire/request-decoder.ts';

/** A fetcher in this process. */
export interface OpenedFetcher {
  /** Asked as one elsewhere is: the same calls, answers and errors, deadlines among them. Closing it does nothing. */
  readonly client: FetcherClient;
  /** What it counts and measures, for the metrics of the process it is in. */
  readonly registry: Registry;
  readonly health: Health;
  /** After the last call. */
  close(): Promise<void>;
}

export async function openInProcess(
  config: FetcherConfig,
  { store, version }: { readonly store: KeyValueStore; readonly version: string },
): Promise<OpenedFetcher> {
  const logger = createLogger({ service: 'fetcher', version, ...config.log });
  const registry = createRegistry();
  const { api, checks, close } = await openCore(config, { store, logger, registry, access: everythingForEverybody });
  const client = new FetcherClient(callsInto(api, observeCalls(registry, logger, systemClock)));
  return { client, registry, health: createHealth({ checks, clock: systemClock }), close };
}

/**
 * Requests and answers are the messages of `proto/`, as bytes: so a caller has the very values that one over the network has, and the vectors, which are used again, are left at once.
 */
function callsInto(api: FetcherApi, observe: CallObserver): FetcherCalls {
  const within = withinDeadlines(observe);
  return {
    fetchJoin: (request, settings) =>
      within(FetcherService.fetchJoin, settings, async (context) => {
        const asked = decodeFetchJoin(Buffer.from(FetchJoinRequest.encode(request).finish()));
        return FetchResponse.decode(await answerFetch(api, 'join', asked, context));
      }),
    fetchGroupBy: (request, settings) =>
      within(FetcherService.fetchGroupBy, settings, async (context) => {
        const asked = decodeFetchGroupBy(Buffer.from(FetchGroupByRequest.encode(request).finish()));
        return FetchResponse.decode(await answerFetch(api, 'group-by', asked, context));
      }),
    getJoinSchema: ({ join, features }, settings) =>
      within(FetcherService.getJoinSchema, settings, async (context) =>
        schemaOf(api, { kind: 'join', name: join, features }, context),
      ),
    getGroupBySchema: ({ groupBy, features }, settings) =>
      within(FetcherService.getGroupBySchema, settings, async (context) =>
        schemaOf(api, { kind: 'group-by', name: groupBy, features }, context),
      ),
    listJoins: ({ prefix }, settings) =>
      within(FetcherService.listJoins, settings, async () => listJoins(api.sets.current, prefix, () => true)),
    close: () => undefined,
  };
}

type Work<T> = (context: CallContext) => Promise<T>;

/** Who waits is answered at his deadline; what he asked for goes on to its end, as far as nothing looks at the signal. */
function withinDeadlines(observe: CallObserver) {
  return async <T>(
    { path }: { readonly path: string },
    { timeoutMs, signal }: CallSettings,
    work: Work<T>,
  ): Promise<T> => {
    signal?.throwIfAborted();
    const late = new IsochronError('DEADLINE_EXCEEDED', `The answer was not there after ${Math.round(timeoutMs)} ms.`);
    if (timeoutMs <= 0) throw late;
    const leaving = new AbortController();
    const timer = setTimeout(() => leaving.abort(late), timeoutMs);
    const gone = () => leaving.abort(signal?.reason);
    signal?.addEventListener('abort', gone, { once: true });
    const left = new Promise<never>((_, reject) => {
      leaving.signal.addEventListener('abort', () => reject(leaving.signal.reason), { once: true });
    });
    const observed = observe({ protocol: 'local', method: path.slice(1), traceParent: null });
    const context = contextOf(observed, leaving.signal, systemClock.nowMs() + timeoutMs);
    try {
      const answer = await Promise.race([work(context), left]);
      observed.end({ code: 'OK', thrown: null });
      return answer;
    } catch (thrown) {
      observed.end({ code: statusOf(thrown).code, thrown });
      throw thrown;
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', gone);
    }
  };
}

/** Nobody is asked who he is: it begins with the request. */
function contextOf(observed: ObservedCall, signal: AbortSignal, deadlineMs: number): CallContext {
  observed.enter('request');
  return { ...localCall(signal), deadlineMs, enter: (stage) => observed.enter(stage) };
}
