import { objectOfFile } from '@isochron/compiler';
import { type SetEntry, setChanges } from '@isochron/metadata';
import type { CallContext, Caller } from '@isochron/rpc';
import { type AccessPolicy, type Action, authorize, authorizeAny, teamOf } from '@isochron/service';
import type { CompilerApi } from './api.ts';

/** PERMISSION_DENIED unless the caller may publish for the team of every object that is added, changed or removed. */
export function authorizeChange(
  policy: AccessPolicy,
  caller: Caller,
  before: readonly SetEntry[],
  after: readonly SetEntry[],
): void {
  const { added, changed, removed } = setChanges(before, after);
  for (const file of [...added, ...changed, ...removed]) {
    const name = objectOfFile(file)?.name ?? file;
    authorize(policy, caller, { action: 'publish', team: teamOf(name), name });
  }
}

/** Who a version is said to be of: the caller as it proved to be, else as it says. */
export const authorOf = ({ kind, subject }: Caller, said: string): string => (kind === 'anonymous' ? said : subject);

/**
 * The API for those who may: an object's text is its team's; what a set holds, and what is made of what, is for whoever may read anything; comparing and checking
 * show no more than that. Publishing and rolling back ask for each team as well, once they know what changes.
 */
export function guarded(api: CompilerApi, policy: AccessPolicy): CompilerApi {
  const given =
    (action: Action) =>
    <Q, A>(call: (request: Q, context: CallContext) => A) =>
    (request: Q, context: CallContext): A => {
      authorizeAny(policy, context.caller, action, 'definitions');
      return call(request, context);
    };
  const [reader, publisher] = [given('read'), given('publish')];
  return {
    publish: publisher(api.publish),
    rollback: publisher(api.rollback),
    validate: reader(api.validate),
    diff: reader(api.diff),
    listSets: reader(api.listSets),
    getHead: reader(api.getHead),
    listHistory: reader(api.listHistory),
    listObjects: reader(api.listObjects),
    searchObjects: reader(api.searchObjects),
    getLineage: reader(api.getLineage),
    watchSet: reader(api.watchSet),
    getObject: async (request, context) => {
      const found = await reader(api.getObject)(request, context);
      const name = found.summary?.name ?? request.name;
      authorize(policy, context.caller, { action: 'read', team: teamOf(name), name });
      return found;
    },
  };
}
