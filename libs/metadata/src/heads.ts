import { bytesOfText, isWorthAnother, readRows, textOfBytes, valueIn } from '@isochron/kv';
import { IsochronError } from '@isochron/schema';
import { addressOfText, addressText, type SetAddress } from './address.ts';
import { allRows, type MetadataContext, pauseBefore, persistently } from './context.ts';
import type { SetVersion } from './set.ts';
import { CELL, cellOf, heads } from './tables.ts';

/** What a head holds, and its very bytes, which a move of it must find there. */
export interface Head {
  readonly version: SetVersion;
  readonly bytes: Uint8Array;
}

const keyOf = (address: SetAddress): Uint8Array => bytesOfText(addressText(address));

/** null where nothing was ever published. `any`: perhaps an earlier version. */
export async function readHead(
  context: MetadataContext,
  address: SetAddress,
  freshness: 'latest' | 'any' = 'latest',
): Promise<Head | null> {
  const request = { keys: [keyOf(address)], columns: [{ family: heads.head }], freshness };
  const [cells = []] = await persistently(context, () => readRows(context.store, heads.table, request));
  const bytes = valueIn(cells, heads.head, CELL);
  return bytes === undefined ? null : { version: versionOf(bytes), bytes };
}

/** Every address that has a head, in the order of their texts. */
export async function readAddresses(context: MetadataContext): Promise<readonly SetAddress[]> {
  const addresses: SetAddress[] = [];
  for await (const { key } of allRows(context, heads.table, [{ family: heads.head }])) {
    addresses.push(addressOfText(textOfBytes(key)));
  }
  return addresses;
}

/** The newest first: `limit` versions before `before`, as far as they are kept. */
export async function readHistory(
  context: MetadataContext,
  address: SetAddress,
  { before = Number.POSITIVE_INFINITY, limit }: { readonly before?: number | undefined; readonly limit: number },
): Promise<readonly SetVersion[]> {
  const columns = [{ family: heads.history }];
  const request = { keys: [keyOf(address)], columns, freshness: 'latest' } as const;
  const [cells = []] = await persistently(context, () => readRows(context.store, heads.table, request));
  const versions = cells.map(({ value }) => versionOf(value)).filter(({ version }) => version < before);
  return versions.reverse().slice(0, limit);
}

/**
 * Moves a head from what was read to its next version, unless somebody else has moved it since: then ABORTED. An answer that was lost is looked for in the
 * history, where each version carries the id of its call, so that a move that happened is never taken for one that did not.
 */
export async function moveHead(
  context: MetadataContext,
  address: SetAddress,
  from: Head | null,
  next: SetVersion,
): Promise<SetVersion> {
  const row = { key: keyOf(address), mutations: mutationsTo(next, context.versionsMax) };
  const condition = { family: heads.head, qualifier: CELL, value: from?.bytes ?? null };
  for (let attempt = 1; ; attempt++) {
    try {
      if (await context.store.mutateIf(heads.table, row, condition)) return next;
      if (await isMade(context, address, next)) return next;
      const now = await readHead(context, address);
      throw conflict(address, now?.version ?? null, from?.version.hash ?? null);
    } catch (thrown) {
      if (!isWorthAnother(thrown) || attempt === MOVES_MAX) throw thrown;
      await pauseBefore(context, attempt);
      if (await isMade(context, address, next)) return next;
    }
  }
}

/** What is said to who wanted to change a set that has changed since. */
export function conflict(address: SetAddress, now: SetVersion | null, expected: string | null): IsochronError {
  const found =
    now === null
      ? 'nothing is published there'
      : `it is version ${now.version} (${now.hash.slice(0, 12)}, by ${now.who} at ${new Date(now.atMs).toISOString()})`;
  const wanted = expected === null ? 'nothing being published yet' : `the set ${expected.slice(0, 12)}`;
  return new IsochronError(
    'ABORTED',
    `${addressText(address)} is not what this change was made from: it was made from ${wanted}, and ${found}. See what changed, and publish again.`,
  );
}

const MOVES_MAX = 12;

async function isMade(context: MetadataContext, address: SetAddress, { version, id }: SetVersion): Promise<boolean> {
  const history = await readHistory(context, address, { before: version + 1, limit: 1 });
  return history[0]?.version === version && history[0].id === id;
}

function mutationsTo(next: SetVersion, versionsMax: number) {
  const text = JSON.stringify(next);
  const forgotten = next.version - versionsMax;
  return [
    cellOf(heads.head, text, next.atMs),
    cellOf(heads.history, text, next.atMs, qualifierOf(next.version)),
    ...(forgotten < 1
      ? []
      : [{ kind: 'delete-column', family: heads.history, qualifier: qualifierOf(forgotten) } as const]),
  ];
}

/** Big-endian, so that versions stand in their order. */
function qualifierOf(version: number): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(version));
  return bytes;
}

// Written by `mutationsTo` alone, as JSON of a version.
const versionOf = (bytes: Uint8Array): SetVersion => JSON.parse(textOfBytes(bytes)) as SetVersion;
