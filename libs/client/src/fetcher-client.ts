import { call, createClient } from '@isochron/rpc';
import { type FetchResponse, FetcherClient as GrpcClient, type ListedJoin, type Schema } from '@isochron/rpc/fetcher';
import { Answer, type BlockNames, blockNames } from './answer.ts';
import type { Columns } from './column-values.ts';
import { columnsOf, type RequestRow } from './request-columns.ts';

export interface FetcherClientOptions {
  /** `host:port`. */
  readonly address: string;
  /** How long an answer is waited for where a call does not say it, attempts together; default 1,000. */
  readonly timeoutMs?: number;
  /** Sent as a bearer token with each call; asked for each time, so that it may change. */
  readonly token?: () => string;
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

/** What is known of a Join, so that names travel once. */
interface Known {
  readonly schema: Schema;
  readonly names: BlockNames;
}

const SCHEMAS_MAX = 1_000;

/**
 * Fetches vectors from the fetcher over gRPC. One for a process is enough: it keeps one connection, and it may be used by any number of calls at once. A server that
 * is UNAVAILABLE is asked again within the deadline. Rejects with the `IsochronError` that the server had. `close()` it.
 */
export class FetcherClient {
  readonly #grpc: GrpcClient;
  readonly #options: FetcherClientOptions;
  readonly #known = new Map<string, Promise<Known>>();

  constructor(options: FetcherClientOptions) {
    this.#options = options;
    this.#grpc = createClient(GrpcClient, options.address);
  }

  /** The vectors of a Join: `fetchJoin<LatenessColumns>('flights/training.lateness__1', { keys: [{ origin: 'JFK' }] })`, typed by what `isochron compile` writes. */
  async fetchJoin<Of extends Columns = Columns>(join: string, options: FetchOptions): Promise<Answer<Of>> {
    const features = options.features ?? [];
    const known = await this.#schemaOf(`join ${join}`, features, () => this.schemaOf(join, { ...options, features }));
    const request = { join, ...requestOf(known, options, features) };
    const response = await call(this.#grpc, this.#grpc.fetchJoin, request, this.#settings(options));
    return this.#answer(`join ${join}`, features, known, response);
  }

  /** The features of a GroupBy by itself. */
  async fetchGroupBy<Of extends Columns = Columns>(groupBy: string, options: FetchOptions): Promise<Answer<Of>> {
    const features = options.features ?? [];
    const ask = () => call(this.#grpc, this.#grpc.getGroupBySchema, { groupBy, features }, this.#settings(options));
    const known = await this.#schemaOf(`group-by ${groupBy}`, features, ask);
    const { context: _, ...request } = requestOf(known, options, features);
    const response = await call(this.#grpc, this.#grpc.fetchGroupBy, { groupBy, ...request }, this.#settings(options));
    return this.#answer(`group-by ${groupBy}`, features, known, response);
  }

  /** What a Join takes and gives. */
  schemaOf(join: string, options: Pick<FetchOptions, 'features' | 'timeoutMs' | 'signal'> = {}): Promise<Schema> {
    const request = { join, features: options.features ?? [] };
    return call(this.#grpc, this.#grpc.getJoinSchema, request, this.#settings(options));
  }

  /** The Joins that are served, and those that cannot be, with the reason. */
  async joins(options: Pick<FetchOptions, 'timeoutMs' | 'signal'> = {}): Promise<readonly ListedJoin[]> {
    return (await call(this.#grpc, this.#grpc.listJoins, { prefix: '' }, this.#settings(options))).joins;
  }

  close(): void {
    this.#grpc.close();
  }

  #settings({ timeoutMs, signal }: Pick<FetchOptions, 'timeoutMs' | 'signal'>) {
    const { timeoutMs: usual = 1_000, token } = this.#options;
    return {
      timeoutMs: timeoutMs ?? usual,
      ...(signal !== undefined && { signal }),
      ...(token !== undefined && { headers: { authorization: `Bearer ${token()}` } }),
    };
  }

  /** Asked for once; what failed is asked for again. */
  #schemaOf(name: string, features: readonly string[], ask: () => Promise<Schema>): Promise<Known> {
    const key = [name, ...features].join('\0');
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const asked = ask().then((schema) => ({ schema, names: namesOf(schema) }));
    asked.catch(() => this.#known.delete(key));
    if (this.#known.size >= SCHEMAS_MAX) this.#known.clear();
    this.#known.set(key, asked);
    return asked;
  }

  /** A schema that has changed since is forgotten; the answer brings its names along. */
  #answer<Of extends Columns>(
    name: string,
    features: readonly string[],
    { schema, names }: Known,
    response: FetchResponse,
  ): Answer<Of> {
    if (response.schemaHash !== schema.hash) this.#known.delete([name, ...features].join('\0'));
    return new Answer<Of>(response, names);
  }
}

/** `new FetcherClient(options)`. */
export const createFetcherClient = (options: FetcherClientOptions): FetcherClient => new FetcherClient(options);

function requestOf({ schema }: Known, { keys, context = [], atMs }: FetchOptions, features: readonly string[]) {
  return {
    rows: keys.length,
    keys: columnsOf(keys, schema.keys),
    context: columnsOf(context, schema.context),
    ...(atMs !== undefined && { atMs }),
    features,
    schemaHash: schema.hash,
  };
}

/** The numbers of blocks are those of their order, from 1 on. */
const namesOf = ({ features }: Schema): BlockNames =>
  new Map(
    blockNames.map((block, at) => [block, features.filter((each) => each.block === at + 1).map(({ name }) => name)]),
  );
