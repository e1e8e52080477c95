import type { CallContext, RpcServer } from '@isochron/rpc';
import { FetcherService } from '@isochron/rpc/fetcher';
import type { Vector } from '@isochron/schema';
import type { FetcherApi } from './api.ts';
import { listJoins, schemaOf } from './describing.ts';
import type { ServedObject } from './served/served-object.ts';
import { type AskedFetch, decodeFetchGroupBy, decodeFetchJoin } from './wire/request-decoder.ts';

/** Bytes as they are: vectors are written straight from where they are made. */
const asBytes = {
  requestDeserialize: (bytes: Buffer): Buffer => bytes,
  responseSerialize: (bytes: Buffer): Buffer => bytes,
};

/** Every call of the service over gRPC. */
export function addToRpc({ add, unary }: RpcServer, api: FetcherApi): void {
  const definition = {
    ...FetcherService,
    fetchJoin: { ...FetcherService.fetchJoin, ...asBytes },
    fetchGroupBy: { ...FetcherService.fetchGroupBy, ...asBytes },
  };
  add(definition, {
    fetchJoin: unary((bytes: Buffer, context) => answerFetch(api, 'join', decodeFetchJoin(bytes), context)),
    fetchGroupBy: unary((bytes: Buffer, context) => answerFetch(api, 'group-by', decodeFetchGroupBy(bytes), context)),
    getJoinSchema: unary(async ({ join, features }: { join: string; features: readonly string[] }, context) =>
      schemaOf(api, { kind: 'join', name: join, features }, context),
    ),
    getGroupBySchema: unary(async ({ groupBy, features }: { groupBy: string; features: readonly string[] }, context) =>
      schemaOf(api, { kind: 'group-by', name: groupBy, features }, context),
    ),
    listJoins: unary(async ({ prefix }: { prefix: string }, context) =>
      listJoins(api.sets.current, prefix, (name) => api.mayRead(name, context)),
    ),
  });
}

/** The answer to a request, as bytes of its message. */
export function answerFetch(
  api: FetcherApi,
  kind: 'join' | 'group-by',
  request: AskedFetch,
  context: CallContext,
): Promise<Buffer> {
  const { name, rows, atMs, features, schemaHash } = request;
  const asked = { kind, name, rows, atMs, features, columnsOf: (served: ServedObject) => columnsOf(served, request) };
  return api.fetch(asked, context, (fetched, served, reader) => {
    const { wire } = served.formsOf(reader);
    return wire.encode(fetched, schemaHash !== wire.schema.hash);
  });
}

function columnsOf(served: ServedObject, { rows, keys, context }: AskedFetch): ReadonlyMap<string, Vector> {
  const columns = new Map<string, Vector>();
  for (const [name, column] of keys) columns.set(name, served.decoderOf(name).decode(column, rows));
  for (const [name, column] of context) columns.set(name, served.decoderOf(name).decode(column, rows));
  return columns;
}
