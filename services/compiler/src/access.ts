import { type Diagnostic, objectOfFile } from '@isochron/compiler';
import { type SetEntry, setChanges } from '@isochron/metadata';
import type { CallContext, Caller } from '@isochron/rpc';
import { type AccessPolicy, type Action, authorize, authorizeAny, isAllowed, teamOf } from '@isochron/service';
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

/**
 * What is found in a set, for a caller. Diagnostics quote what they are about, so of an object that was given by its hash, and that the caller may not read, no more is
 * told than that there is something. `byHash`: the files that were given so.
 */
export function toldTo(
  policy: AccessPolicy,
  caller: Caller,
  byHash: readonly string[],
  diagnostics: readonly Diagnostic[],
): readonly Diagnostic[] {
  const unseen = new Set<string>();
  for (const file of byHash) {
    const name = objectOfFile(file)?.name ?? file;
    if (!isAllowed(policy, caller, { action: 'read', team: teamOf(name) })) unseen.add(name).add(file);
  }
  return diagnostics.map((each) => (unseen.has(each.object) ? { ...each, ...UNSEEN } : each));
}

const UNSEEN = {
  path: '',
  sql: null,
  message: 'What is wrong with it stands in its text, which is for its team to read.',
  hint: 'Ask its team; the code says what kind of fault it is.',
} as const;

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
      context.enter('work');
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
