import { type CallSettings, type ClientProof, call, createClient } from '@isochron/rpc';
import {
  type FetchGroupByRequest,
  type FetchJoinRequest,
  type FetchResponse,
  type GetGroupBySchemaRequest,
  type GetJoinSchemaRequest,
  FetcherClient as GrpcClient,
  type ListJoinsRequest,
  type ListJoinsResponse,
  type Schema,
} from '@isochron/rpc/fetcher';

type Call<Request, Response> = (request: Request, settings: CallSettings) => Promise<Response>;

/** The calls of `proto/isochron/fetcher/v1/fetcher.proto`, however they get there. They reject with the `IsochronError` that the fetcher had. */
export interface FetcherCalls {
  readonly fetchJoin: Call<FetchJoinRequest, FetchResponse>;
  readonly fetchGroupBy: Call<FetchGroupByRequest, FetchResponse>;
  readonly getJoinSchema: Call<GetJoinSchemaRequest, Schema>;
  readonly getGroupBySchema: Call<GetGroupBySchemaRequest, Schema>;
  readonly listJoins: Call<ListJoinsRequest, ListJoinsResponse>;
  close(): void;
}

/** Over gRPC, to `host:port`. A server that is UNAVAILABLE is asked again within the deadline. */
export function grpcCalls(address: string, proof: ClientProof): FetcherCalls {
  const client = createClient(GrpcClient, address, proof);
  return {
    fetchJoin: (request, settings) => call(client, client.fetchJoin, request, settings),
    fetchGroupBy: (request, settings) => call(client, client.fetchGroupBy, request, settings),
    getJoinSchema: (request, settings) => call(client, client.getJoinSchema, request, settings),
    getGroupBySchema: (request, settings) => call(client, client.getGroupBySchema, request, settings),
    listJoins: (request, settings) => call(client, client.listJoins, request, settings),
    close: () => client.close(),
  };
}
