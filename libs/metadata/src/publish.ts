import { IsochronError } from '@isochron/schema';
import { checkAddress, type SetAddress } from './address.ts';
import type { MetadataContext } from './context.ts';
import { conflict, type Head, moveHead, readHead, readHistory } from './heads.ts';
import { setLimits } from './limits.ts';
import { readSummaries, readWholeTexts, type StoredObject, writeObjects } from './objects.ts';
import { objectHash, type SetEntry, type SetVersion, setChanges, setHash } from './set.ts';
import { readSet, writeSet } from './sets.ts';

/** Who does it, and why, as the history has it. */
export interface Authorship {
  readonly who: string;
  readonly message: string;
}

export interface PublishRequest extends Authorship {
  readonly address: SetAddress;
  /** The hash of the set this one was made from; null: nothing is published there yet. */
  readonly expectedHash: string | null;
  /** All objects of the set, with what is new or changed in it; what the set it was made from has under the same hash needs no more. */
  readonly objects: readonly PublishedObject[];
}

export interface PublishedObject extends SetEntry {
  /** null: it is in the set this one was made from. */
  readonly stored: StoredObject | null;
}

export interface Published {
  /** `unchanged`: the head was this very set already, and no version was made. */
  readonly outcome: 'published' | 'unchanged';
  readonly head: SetVersion;
}

/**
 * Publishes a set whole, or not at all: objects and set are written under their hashes, where nobody finds them, and one conditional mutation makes them
 * the head. What the store has lost of an object that comes with its text is written again. ABORTED if the head is not, or no longer, the expected set. Whatever a publisher that dies leaves behind is never seen, and collected.
 */
export async function publish(context: MetadataContext, request: PublishRequest): Promise<Published> {
  checkRequest(request);
  const startedMs = context.nowMs();
  const { address, objects, expectedHash } = request;
  const head = await readHead(context, address);
  const hash = setHash(objects);
  const id = context.newId();
  const lease = `${startedMs} ${id}`;
  if (head?.version.hash === hash) {
    await writeObjects(context, await damagedOf(context, objects), lease);
    return { outcome: 'unchanged', head: head.version };
  }
  if ((head?.version.hash ?? null) !== expectedHash) throw conflict(address, head?.version ?? null, expectedHash);
  const before = head === null ? [] : await readSet(context, head.version.hash);
  await writeObjects(context, [...needed(before, objects), ...(await damagedOf(context, objects))], lease);
  await writeSet(context, hash, objects, lease);
  checkTime(context, startedMs);
  const next = nextVersion(context, { head, hash, id, before, after: objects, request });
  return { outcome: 'published', head: await moveHead(context, address, head, next) };
}

export interface RollbackRequest extends Authorship {
  readonly address: SetAddress;
  readonly expectedHash: string;
  /** The version whose set is to be the head again. */
  readonly toVersion: number;
}

/** Makes an earlier set the head again, as a new version. NOT_FOUND if that version is not, or no longer, kept. */
export async function rollback(context: MetadataContext, request: RollbackRequest): Promise<Published> {
  checkAddress(request.address);
  checkAuthorship(request);
  const { address, toVersion, expectedHash } = request;
  const head = await readHead(context, address);
  if (head === null || head.version.hash !== expectedHash) throw conflict(address, head?.version ?? null, expectedHash);
  const [to] = await readHistory(context, address, { before: toVersion + 1, limit: 1 });
  if (to?.version !== toVersion) {
    throw new IsochronError(
      'NOT_FOUND',
      `There is no version ${toVersion} to roll back to; the last ${context.versionsMax} are kept.`,
    );
  }
  if (to.hash === head.version.hash) return { outcome: 'unchanged', head: head.version };
  const [before, after] = [await readSet(context, head.version.hash), await readSet(context, to.hash)];
  const id = context.newId();
  const next = nextVersion(context, { head, hash: to.hash, id, before, after, request, rolledBackTo: toVersion });
  return { outcome: 'published', head: await moveHead(context, address, head, next) };
}

interface Move {
  readonly head: Head | null;
  readonly hash: string;
  readonly id: string;
  readonly before: readonly SetEntry[];
  readonly after: readonly SetEntry[];
  readonly request: Authorship;
  readonly rolledBackTo?: number;
}

function nextVersion(
  context: MetadataContext,
  { head, hash, id, before, after, request, rolledBackTo }: Move,
): SetVersion {
  const changes = setChanges(before, after);
  return {
    version: (head?.version.version ?? 0) + 1,
    hash,
    previousHash: head?.version.hash ?? null,
    kind: rolledBackTo === undefined ? 'publish' : 'rollback',
    rolledBackTo: rolledBackTo ?? null,
    who: request.who,
    atMs: context.nowMs(),
    message: request.message,
    id,
    objects: after.length,
    added: changes.added.length,
    changed: changes.changed.length,
    removed: changes.removed.length,
  };
}

/** What must be written: all that the head, which the move depends on, does not keep. */
function needed(before: readonly SetEntry[], objects: readonly PublishedObject[]): readonly StoredObject[] {
  const kept = new Set(before.map(({ hash }) => hash));
  const given = new Map(objects.flatMap(({ stored }) => (stored === null ? [] : [[stored.hash, stored] as const])));
  const lacking = objects.find(({ hash }) => !kept.has(hash) && !given.has(hash));
  if (lacking !== undefined) {
    throw new IsochronError(
      'INVALID_ARGUMENT',
      `${lacking.file} comes without its text, and the set it was made from has nothing of hash ${lacking.hash}.`,
    );
  }
  return [...given.values()].filter(({ hash }) => !kept.has(hash));
}

/** Those of which the store has not the text as it should be, or not what they are found by. */
async function damagedOf(
  context: MetadataContext,
  objects: readonly PublishedObject[],
): Promise<readonly StoredObject[]> {
  const given = objects.flatMap(({ stored }) => (stored === null ? [] : [stored]));
  const hashes = given.map(({ hash }) => hash);
  const [texts, summaries] = [await readWholeTexts(context, hashes), await readSummaries(context, hashes)];
  return given.filter(({ hash }) => !texts.has(hash) || !summaries.has(hash));
}

/** A publication that took too long may have lost what it wrote to the collector. */
function checkTime(context: MetadataContext, startedMs: number): void {
  const tookMs = context.nowMs() - startedMs;
  if (tookMs >= 0 && tookMs <= setLimits.publishMs) return;
  throw new IsochronError(
    'DEADLINE_EXCEEDED',
    `Writing the set took ${tookMs} ms by the clock; ${setLimits.publishMs} is the most. Nothing was published: try again.`,
  );
}

function checkRequest(request: PublishRequest): void {
  checkAddress(request.address);
  checkAuthorship(request);
  const { objects } = request;
  within(objects.length, setLimits.objects, 'objects in the set');
  const files = new Set<string>();
  for (const { file, hash, stored } of objects) {
    if (files.has(file)) throw refused(`${file} is in the set twice.`);
    files.add(file);
    if (file === '' || /\p{Cc}/u.test(file)) throw refused(`${JSON.stringify(file)} cannot name an object.`);
    within(Buffer.byteLength(file), setLimits.nameBytes, `bytes in the name ${file.slice(0, 60)}`);
    if (stored !== null) checkObject(file, hash, stored);
  }
}

function checkObject(file: string, hash: string, { hash: stored, json, summary, lineage }: StoredObject): void {
  within(Buffer.byteLength(json), setLimits.objectBytes, `bytes in ${file}`);
  within(Buffer.byteLength(JSON.stringify(summary)), setLimits.summaryBytes, `bytes in the summary of ${file}`);
  within(Buffer.byteLength(lineage), setLimits.lineageBytes, `bytes in the lineage of ${file}`);
  if (hash !== stored || objectHash(json) !== hash) throw refused(`${file} has another hash than ${hash}.`);
}

function checkAuthorship({ who, message }: Authorship): void {
  if (who === '') throw refused('Say who publishes.');
  within(Buffer.byteLength(who), setLimits.whoBytes, 'bytes in who publishes');
  within(Buffer.byteLength(message), setLimits.messageBytes, 'bytes in the message');
}

function within(count: number, most: number, what: string): void {
  if (count > most) throw refused(`There are ${count} ${what}; ${most} is the most.`);
}

const refused = (message: string): IsochronError => new IsochronError('INVALID_ARGUMENT', message);
