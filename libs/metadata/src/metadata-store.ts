import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { KeyValueStore } from '@isochron/kv';
import { checkAddress, type SetAddress } from './address.ts';
import { type Collected, collect } from './collect.ts';
import type { MetadataContext } from './context.ts';
import { readAddresses, readHead, readHistory } from './heads.ts';
import { setLimits } from './limits.ts';
import { readLineages, readTexts, readWholeTexts } from './objects.ts';
import { probe } from './probe.ts';
import { type Published, type PublishRequest, publish, type RollbackRequest, rollback } from './publish.ts';
import type { SetEntry, SetVersion } from './set.ts';
import { readSet } from './sets.ts';
import { type SetSnapshot, Snapshots } from './snapshot.ts';
import { ensureTables } from './tables.ts';
import { Watches, type WatchRequest } from './watch.ts';

/**
 * Compiled definitions, as sets that are published whole. A set never changes; which one counts does, by one conditional mutation of one row, so that two
 * publishers never overwrite each other and a reader never sees half of a set. All that is read is of some version: who reads a set by its hash reads
 * one moment.
 */
export interface MetadataStore {
  publish(request: PublishRequest): Promise<Published>;
  rollback(request: RollbackRequest): Promise<Published>;
  /** The newest version; null where nothing was published. */
  head(address: SetAddress): Promise<SetVersion | null>;
  addresses(): Promise<readonly SetAddress[]>;
  /** The newest first; at most {@link setLimits.versions}. */
  history(
    address: SetAddress,
    page: { readonly before?: number | undefined; readonly limit: number },
  ): Promise<readonly SetVersion[]>;
  /** By file. */
  entries(hash: string): Promise<readonly SetEntry[]>;
  /** With what objects can be found by; kept in memory for who asks again. */
  snapshot(hash: string): Promise<SetSnapshot>;
  /** Texts of objects by their hashes. DATA_LOSS if one of them is not there, or is not what its hash says. */
  texts(hashes: Iterable<string>): Promise<ReadonlyMap<string, string>>;
  /** Those of the texts that are there and are what their hash says: for who can do with some of them. */
  wholeTexts(hashes: Iterable<string>): Promise<ReadonlyMap<string, string>>;
  /** Lineages of objects by their hashes, JSON as their publisher had it. */
  lineages(hashes: Iterable<string>): Promise<ReadonlyMap<string, string>>;
  /** Each version as it becomes the head; {@link Watches.watch} says how. */
  watch(request: WatchRequest): AsyncGenerator<SetVersion, void>;
  collect(): Promise<Collected>;
  /** Proves that the store takes a write and gives it back; rejects if it does not. */
  probe(): Promise<void>;
}

export type MetadataOptions = Partial<Omit<MetadataContext, 'store'>>;

/** The metadata store on a key-value store, which stays the caller's to close. */
export async function openMetadataStore(store: KeyValueStore, options: MetadataOptions = {}): Promise<MetadataStore> {
  const context: MetadataContext = {
    store,
    nowMs: options.nowMs ?? Date.now,
    newId: options.newId ?? randomUUID,
    pause: options.pause ?? ((ms) => pause(ms)),
    versionsMax: options.versionsMax ?? setLimits.versions,
  };
  await ensureTables(context);
  const snapshots = new Snapshots(context);
  const watches = new Watches(context);
  const checked = (address: SetAddress): SetAddress => {
    checkAddress(address);
    return address;
  };
  return {
    publish: (request) => publish(context, request),
    rollback: (request) => rollback(context, request),
    head: async (address) => (await readHead(context, checked(address)))?.version ?? null,
    addresses: () => readAddresses(context),
    history: async (address, { before, limit }) =>
      readHistory(context, checked(address), { before, limit: Math.min(limit, context.versionsMax) }),
    entries: (hash) => readSet(context, hash),
    snapshot: (hash) => snapshots.of(hash),
    texts: (hashes) => readTexts(context, hashes),
    wholeTexts: (hashes) => readWholeTexts(context, hashes),
    lineages: (hashes) => readLineages(context, hashes),
    watch: (request) => watches.watch({ ...request, address: checked(request.address) }),
    collect: () => collect(context),
    probe: () => probe(context),
  };
}
