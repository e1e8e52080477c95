import type { RpcServer } from '@isochron/rpc';
import { type CompilerServer, CompilerService } from '@isochron/rpc/compiler';
import type { CompilerApi } from './api.ts';

/** Every call of the API over gRPC. */
export function addToRpc({ add, unary, stream }: RpcServer, api: CompilerApi): void {
  const implementation: CompilerServer = {
    validate: unary((request, context) => api.validate(request, context)),
    diff: unary((request, context) => api.diff(request, context)),
    publish: unary((request, context) => api.publish(request, context)),
    rollback: unary((request, context) => api.rollback(request, context)),
    listSets: unary((request, context) => api.listSets(request, context)),
    getHead: unary((request, context) => api.getHead(request, context)),
    listHistory: unary((request, context) => api.listHistory(request, context)),
    getObject: unary((request, context) => api.getObject(request, context)),
    listObjects: unary((request, context) => api.listObjects(request, context)),
    searchObjects: unary((request, context) => api.searchObjects(request, context)),
    getLineage: unary((request, context) => api.getLineage(request, context)),
    watchSet: stream((request, context) => api.watchSet(request, context)),
  };
  add(CompilerService, implementation);
}
