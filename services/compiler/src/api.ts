import type { MetadataStore } from '@isochron/metadata';
import type { CallContext } from '@isochron/rpc';
import type {
  DiffRequest,
  DiffResponse,
  GetHeadRequest,
  GetLineageRequest,
  GetLineageResponse,
  GetObjectRequest,
  GetObjectResponse,
  ListHistoryRequest,
  ListHistoryResponse,
  ListObjectsRequest,
  ListObjectsResponse,
  ListSetsRequest,
  ListSetsResponse,
  PublishRequest,
  PublishResponse,
  RollbackRequest,
  RollbackResponse,
  SearchObjectsRequest,
  SearchObjectsResponse,
  SetVersion,
  ValidateRequest,
  ValidateResponse,
  WatchSetRequest,
} from '@isochron/rpc/compiler';
import type { AccessPolicy } from '@isochron/service';
import { guarded } from './access.ts';
import { Admission } from './admission.ts';
import {
  getHead,
  getObject,
  Lineages,
  listHistory,
  listObjects,
  listSets,
  searchObjects,
  watchSet,
} from './finding.ts';
import type { Judging } from './judging.ts';
import { compare, publish, rollback, validate } from './publishing.ts';

/** What the service does, whatever protocol asks: `proto/isochron/compiler/v1/compiler.proto` says what each call means. */
export interface CompilerApi {
  validate(request: ValidateRequest, context: CallContext): Promise<ValidateResponse>;
  diff(request: DiffRequest, context: CallContext): Promise<DiffResponse>;
  publish(request: PublishRequest, context: CallContext): Promise<PublishResponse>;
  rollback(request: RollbackRequest, context: CallContext): Promise<RollbackResponse>;
  listSets(request: ListSetsRequest, context: CallContext): Promise<ListSetsResponse>;
  getHead(request: GetHeadRequest, context: CallContext): Promise<SetVersion>;
  listHistory(request: ListHistoryRequest, context: CallContext): Promise<ListHistoryResponse>;
  getObject(request: GetObjectRequest, context: CallContext): Promise<GetObjectResponse>;
  listObjects(request: ListObjectsRequest, context: CallContext): Promise<ListObjectsResponse>;
  searchObjects(request: SearchObjectsRequest, context: CallContext): Promise<SearchObjectsResponse>;
  getLineage(request: GetLineageRequest, context: CallContext): Promise<GetLineageResponse>;
  watchSet(request: WatchSetRequest, context: CallContext): AsyncIterable<SetVersion>;
}

export interface CompilerApiOptions {
  /** How many sets may be worked on at once, waiting ones included. */
  readonly setsMax: number;
  readonly access: AccessPolicy;
}

export function createCompilerApi(
  metadata: MetadataStore,
  judging: Judging,
  { setsMax, access }: CompilerApiOptions,
): CompilerApi {
  const tools = { metadata, judging, access };
  const admission = new Admission(setsMax);
  const lineages = new Lineages(metadata);
  const api: CompilerApi = {
    validate: (request, context) => admission.run(() => validate(tools, request, context)),
    diff: (request, context) => admission.run(() => compare(tools, request, context)),
    publish: (request, context) => admission.run(() => publish(tools, request, context)),
    rollback: (request, { caller }) => rollback(tools, request, caller),
    listSets: () => listSets(metadata),
    getHead: ({ address }) => getHead(metadata, address),
    listHistory: (request) => listHistory(metadata, request),
    getObject: (request) => getObject(metadata, request),
    listObjects: (request) => listObjects(metadata, request),
    searchObjects: (request) => searchObjects(metadata, request),
    getLineage: (request) => lineages.get(request),
    watchSet: (request, { signal }) => watchSet(metadata, request, signal),
  };
  return guarded(api, access);
}
