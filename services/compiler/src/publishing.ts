import type { Diagnostic } from '@isochron/compiler';
import {
  conflict,
  type MetadataStore,
  objectHash,
  type PublishedObject,
  type SetAddress,
  type SetEntry,
  type SetVersion,
  setHash,
  setLimits,
} from '@isochron/metadata';
import type { CallContext, Caller } from '@isochron/rpc';
import type {
  DiffRequest,
  DiffResponse,
  PublishRequest,
  PublishResponse,
  RollbackRequest,
  RollbackResponse,
  ValidateRequest,
  ValidateResponse,
} from '@isochron/rpc/compiler';
import { IsochronError } from '@isochron/schema';
import type { AccessPolicy } from '@isochron/service';
import { authorizeChange, authorOf, toldTo } from './access.ts';
import { type Difference, dialectOfText, hasErrors, type Judgement, type TextFile } from './judge.ts';
import type { Judging } from './judging.ts';
import { changeMessage, diagnosticMessage, versionMessage } from './messages.ts';
import { addressIn, type GivenObject, objectsIn } from './request.ts';

/** What checking and publishing are done with. */
export interface Publishing {
  readonly metadata: MetadataStore;
  readonly judging: Judging;
  readonly access: AccessPolicy;
}

export async function validate(
  tools: Publishing,
  request: ValidateRequest,
  context: CallContext,
): Promise<ValidateResponse> {
  const set = await readRequest(tools, request);
  const { diagnostics } = await judged(tools, set, { request, context, isCompared: false });
  return { diagnostics: diagnostics.map(diagnosticMessage), hash: set.hash };
}

export async function compare(tools: Publishing, request: DiffRequest, context: CallContext): Promise<DiffResponse> {
  const set = await readRequest(tools, request);
  const { diagnostics, difference } = await judged(tools, set, { request, context, isCompared: true });
  return {
    changes: difference?.changes.map(changeMessage) ?? [],
    unchanged: difference?.unchanged ?? 0,
    diagnostics: [...diagnostics, ...(difference?.unsafe ?? [])].map(diagnosticMessage),
    hash: set.hash,
    published: set.head === null ? undefined : versionMessage(set.head),
  };
}

/**
 * Checks a set against itself and against the published one, then publishes it if that is still the one it was made from. A set that is published already is
 * not checked again, so that who lost the answer may ask again, unless some of it is damaged in the store, which is then written again.
 */
export async function publish(
  tools: Publishing,
  request: PublishRequest,
  context: CallContext,
): Promise<PublishResponse> {
  const { caller, signal } = context;
  const set = await readRequest(tools, request);
  const isWhole = set.before.length === set.entries.length;
  if (set.head?.hash === set.hash && isWhole) {
    return { isNew: false, head: versionMessage(set.head), changes: [], diagnostics: [] };
  }
  const expectedHash = request.expectedHash ?? null;
  // Said before the work of checking as well as by the store, which alone can know in the end.
  if ((set.head?.hash ?? null) !== expectedHash) throw conflict(set.address, set.head, expectedHash);
  authorizeChange(tools.access, caller, set.entries, set.objects);
  const judgement = await judged(tools, set, { request, context, isCompared: true });
  const difference = soundDifference(judgement);
  signal.throwIfAborted();
  const { outcome, head } = await tools.metadata.publish({
    address: set.address,
    expectedHash,
    objects: set.objects.map((object) => published(object, judgement)),
    who: authorOf(caller, request.who),
    message: request.message,
  });
  return {
    isNew: outcome === 'published',
    head: versionMessage(head),
    changes: difference.changes.map(changeMessage),
    diagnostics: [...judgement.diagnostics, ...difference.unsafe].map(diagnosticMessage),
  };
}

export async function rollback(tools: Publishing, request: RollbackRequest, caller: Caller): Promise<RollbackResponse> {
  const { expectedHash, toVersion, message } = request;
  const address = addressIn(request.address);
  await authorizeRollback(tools, { address, expectedHash, toVersion }, caller);
  const who = authorOf(caller, request.who);
  const { outcome, head } = await tools.metadata.rollback({ address, expectedHash, toVersion, who, message });
  return { isNew: outcome === 'published', head: versionMessage(head) };
}

interface Way {
  readonly address: SetAddress;
  readonly expectedHash: string;
  readonly toVersion: number;
}

/** Of the very sets that the store is then asked to change between: to a version that is not there, everything would go. */
async function authorizeRollback({ metadata, access }: Publishing, way: Way, caller: Caller): Promise<void> {
  const head = await metadata.head(way.address);
  if (head?.hash !== way.expectedHash) throw conflict(way.address, head, way.expectedHash);
  const [to] = await metadata.history(way.address, { before: way.toVersion + 1, limit: 1 });
  const after = to?.version === way.toVersion ? await metadata.entries(to.hash) : [];
  authorizeChange(access, caller, await metadata.entries(head.hash), after);
}

/** A set as it was asked for, with all its texts. */
interface RequestedSet {
  readonly address: SetAddress;
  readonly hash: string;
  readonly objects: readonly (SetEntry & TextFile)[];
  /** The files of those whose text the request does not have. */
  readonly byHash: readonly string[];
  readonly head: SetVersion | null;
  /** Of the published set. */
  readonly entries: readonly SetEntry[];
  readonly before: readonly TextFile[];
}

async function readRequest({ metadata }: Publishing, request: ValidateRequest): Promise<RequestedSet> {
  const address = addressIn(request.address);
  const given = objectsIn(request.objects);
  const head = await metadata.head(address);
  const entries = head === null ? [] : await metadata.entries(head.hash);
  // A text that is damaged must not keep anybody from publishing another in its place: it is as if it had never been published.
  const texts = await metadata.wholeTexts(entries.map(({ hash }) => hash));
  const objects = given.map((object) => withText(object, texts));
  const bytes = objects.reduce((sum, { json }) => sum + Buffer.byteLength(json), 0);
  if (bytes > setLimits.setBytes) {
    throw new IsochronError('INVALID_ARGUMENT', `The set has ${bytes} bytes; ${setLimits.setBytes} is the most.`);
  }
  const before = entries.flatMap(({ file, hash }) => {
    const json = texts.get(hash);
    return json === undefined ? [] : [{ file, json }];
  });
  const byHash = given.flatMap((object) => ('json' in object ? [] : [object.file]));
  return { address, hash: setHash(objects), objects, byHash, head, entries, before };
}

function withText(given: GivenObject, texts: ReadonlyMap<string, string>): SetEntry & TextFile {
  if ('json' in given) return { ...given, hash: objectHash(given.json) };
  const json = texts.get(given.hash);
  if (json !== undefined) return { ...given, json };
  throw new IsochronError(
    'ABORTED',
    `${given.file} is given by the hash ${given.hash.slice(0, 12)}, which the published set does not have, or no longer. Send its text.`,
  );
}

interface Judged {
  readonly request: { readonly dialect: string };
  readonly context: CallContext;
  readonly isCompared: boolean;
}

async function judged(
  { judging, access }: Publishing,
  { objects, byHash, before }: RequestedSet,
  { request, context: { caller, signal }, isCompared }: Judged,
): Promise<Judgement> {
  const asked = {
    before: isCompared ? before : null,
    after: objects.map(({ file, json }) => ({ file, json })),
    dialect: dialectOfText(request.dialect),
  };
  const judgement = await judging.judge(asked, signal);
  return { ...judgement, diagnostics: toldTo(access, caller, byHash, judgement.diagnostics) };
}

/** FAILED_PRECONDITION, naming what is wrong, if the set must not be published. */
function soundDifference({ diagnostics, difference }: Judgement): Difference {
  const errors = [...diagnostics, ...(difference?.unsafe ?? [])].filter(({ severity }) => severity === 'error');
  if (!hasErrors(errors) && difference !== null) return difference;
  const shown = errors.slice(0, SHOWN_MAX).map(faultText).join('\n');
  const more = errors.length > SHOWN_MAX ? `\nand ${errors.length - SHOWN_MAX} more; Validate and Diff tell all` : '';
  throw new IsochronError('FAILED_PRECONDITION', `Nothing was published:\n${shown}${more}`);
}

/** What of many mistakes stands in an error; error messages travel in headers, which are small. */
const SHOWN_MAX = 5;
const FAULT_MAX = 400;

function faultText({ code, object, message, hint }: Diagnostic): string {
  const text = `${object}: ${message} ${hint}`;
  return `${code}: ${text.length > FAULT_MAX ? `${text.slice(0, FAULT_MAX)}…` : text}`;
}

function published({ file, hash, json }: SetEntry & TextFile, { known }: Judgement): PublishedObject {
  const about = known.get(hash);
  if (about === undefined) throw new Error(`${file} was judged and nothing is known of it.`);
  return { file, hash, stored: { hash, json, ...about } };
}
