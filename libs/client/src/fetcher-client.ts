import type { CallSettings, ClientProof } from '@isochron/rpc';
import type { FetchJoinRequest, FetchResponse, ListedJoin, Schema } from '@isochron/rpc/fetcher';
import { IsochronError } from '@isochron/schema';
import { Answer } from './answer.ts';
import type { Columns } from './column-values.ts';
import { type FetcherCalls, grpcCalls } from './fetcher-calls.ts';
import { areAskedAlike, type Known, KnownSchemas } from './known-schemas.ts';
import { columnsOf, type RequestRow } from './request-columns.ts';

export interface ClientSettings {
  /** How long an answer is waited for where a call does not say it, attempts together; default 1,000. */
  readonly timeoutMs?: number;
}

export interface FetcherClientOptions extends ClientSettings, ClientProof {
  /** `host:port`. */
  readonly address: string;
}

export interface FetchOptions {
  /** A row each. */
  readonly keys: readonly RequestRow[];
  /** Contextual features, by their names in the Join: a row each, or one for all. */
  readonly context?: readonly RequestRow[];
  /** The instant that features are of, in milliseconds since the epoch; default: now. */
  readonly atMs?: number;
  /** Only these; default: all. */
  readonly features?: readonly string[];
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

/**
 * Fetches vectors from a fetcher, wherever that is. One for a process is enough, and it may be used by any number of calls at once. Rejects with the `IsochronError` that the
 * fetcher had. `close()` it.
 */
export class FetcherClient {
  readonly #calls: FetcherCalls;
  readonly #options: ClientSettings;
  readonly #known = new KnownSchemas();

  constructor(calls: FetcherCalls, settings: ClientSettings = {}) {
    this.#calls = calls;
    this.#options = settings;
  }

  /** The vectors of a Join: `fetchJoin<LatenessColumns>('flights/training.lateness__1', { keys: [{ origin: 'JFK' }] })`, typed by what `isochron compile` writes. */
  fetchJoin<Of extends Columns = Columns>(join: string, options: FetchOptions): Promise<Answer<Of>> {
    const { features = [] } = options;
    return this.#fetch<Of>(['join', join, ...features].join('\0'), options, {
      schema: () => this.schemaOf(join, { features }),
      send: (request, settings) => this.#calls.fetchJoin({ join, ...request }, settings),
    });
  }

  /** The features of a GroupBy by itself. */
  fetchGroupBy<Of extends Columns = Columns>(groupBy: string, options: FetchOptions): Promise<Answer<Of>> {
    const { features = [] } = options;
    return this.#fetch<Of>(['group-by', groupBy, ...features].join('\0'), options, {
      schema: () => this.#calls.getGroupBySchema({ groupBy, features }, this.#settings({})),
      send: ({ context: _, ...request }, settings) => this.#calls.fetchGroupBy({ groupBy, ...request }, settings),
    });
  }

  /** What a Join takes and gives. */
  schemaOf(join: string, options: Pick<FetchOptions, 'features' | 'timeoutMs' | 'signal'> = {}): Promise<Schema> {
    const request = { join, features: options.features ?? [] };
    return this.#calls.getJoinSchema(request, this.#settings(options));
  }

  /** The Joins that are served, and those that cannot be, with the reason. */
  async joins(options: Pick<FetchOptions, 'timeoutMs' | 'signal'> = {}): Promise<readonly ListedJoin[]> {
    return (await this.#calls.listJoins({ prefix: '' }, this.#settings(options))).joins;
  }

  close(): void {
    this.#calls.close();
  }

  #settings({ timeoutMs, signal }: Pick<FetchOptions, 'timeoutMs' | 'signal'>) {
    const { timeoutMs: usual = 1_000 } = this.#options;
    return {
      timeoutMs: timeoutMs ?? usual,
      ...(signal !== undefined && { signal }),
    };
  }

  /**
   * By the schema that is known. A request that is refused is written once more where the schema by which it is asked has changed since: what is sent depends on the
   * types of keys and context, which no answer tells. All of it within one deadline.
   */
  async #fetch<Of extends Columns>(
    key: string,
    options: FetchOptions,
    { schema, send }: Fetching,
  ): Promise<Answer<Of>> {
    const { timeoutMs, signal } = this.#settings(options);
    const untilMs = performance.now() + timeoutMs;
    const left = () => ({ timeoutMs: untilMs - performance.now(), ...(signal !== undefined && { signal }) });
    const attempt = async (known: Known): Promise<Answer<Of>> => {
      const response = await send(requestOf(known, options), this.#settings(left()));
      if (response.schemaHash !== known.schema.hash) await this.#known.forget(key, known);
      return new Answer<Of>(response, known.names);
    };
    const known = await this.#known.get(key, schema, left());
    try {
      return await attempt(known);
    } catch (thrown) {
      if (!(thrown instanceof IsochronError) || thrown.code !== 'INVALID_ARGUMENT') throw thrown;
      await this.#known.forget(key, known);
      const current = await this.#known.get(key, schema, left());
      if (areAskedAlike(known.schema, current.schema)) throw thrown;
      return attempt(current);
    }
  }
}

/** What differs between what is fetched. */
interface Fetching {
  readonly schema: () => Promise<Schema>;
  readonly send: (request: FetchRequest, settings: CallSettings) => Promise<FetchResponse>;
}

type FetchRequest = Omit<FetchJoinRequest, 'join'>;

/** A client over gRPC: it keeps one connection, and a server that is UNAVAILABLE is asked again within the deadline. */
export const createFetcherClient = ({ address, timeoutMs, ...proof }: FetcherClientOptions): FetcherClient =>
  new FetcherClient(grpcCalls(address, proof), timeoutMs === undefined ? {} : { timeoutMs });

const requestOf = ({ schema }: Known, { keys, context = [], atMs, features = [] }: FetchOptions): FetchRequest => ({
  rows: keys.length,
  keys: columnsOf(keys, schema.keys),
  context: columnsOf(context, schema.context),
  ...(atMs !== undefined && { atMs }),
  features,
  schemaHash: schema.hash,
});
