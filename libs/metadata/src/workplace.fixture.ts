import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KeyValueStore } from '@isochron/kv';
import { openLmdbStore } from '@isochron/kv-lmdb';
import { type MetadataOptions, type MetadataStore, openMetadataStore } from './metadata-store.ts';
import type { PublishedObject, PublishRequest } from './publish.ts';
import { type ObjectSummary, objectHash, setHash } from './set.ts';

export const ADDRESS = { repository: 'flights', environment: 'prod', branch: 'main' } as const;

/** A home of its own for one test; `wrap` may put something around each store that is opened on it. */
export interface Workplace {
  readonly home: string;
  open(options?: MetadataOptions, wrap?: (store: KeyValueStore) => KeyValueStore): Promise<MetadataStore>;
  dispose(): Promise<void>;
}

export async function openWorkplace(): Promise<Workplace> {
  const home = await mkdtemp(join(tmpdir(), 'isochron-metadata-'));
  const opened: KeyValueStore[] = [];
  return {
    home,
    open: async (options = {}, wrap = (store) => store) => {
      const store = wrap(await openLmdbStore({ home, bytesMax: 2 ** 29 }));
      opened.push(store);
      return openMetadataStore(store, options);
    },
    dispose: async () => {
      for (const store of opened) await store.close();
      await rm(home, { recursive: true, force: true });
    },
  };
}

/** An object called `name` that says `text`. */
export function objectOf(name: string, text: string, summary: Partial<ObjectSummary> = {}): PublishedObject {
  const json = JSON.stringify({ name, text });
  const hash = objectHash(json);
  const about = { kind: 'join', name, team: 'team', isOnline: true, tags: [], columns: [], description: null };
  return {
    file: `compiled/joins/${name}`,
    hash,
    stored: { hash, json, summary: { ...about, ...summary }, lineage: JSON.stringify({ of: name }) },
  };
}

/** The objects of a set as `a=1 b=2`. */
export function objectsOf(text: string): readonly PublishedObject[] {
  return text
    .split(' ')
    .filter((each) => each !== '')
    .map((each) => objectOf(each.split('=')[0] ?? '', each.split('=')[1] ?? ''));
}

export const hashOf = (text: string): string => setHash(objectsOf(text));

export function requestOf(text: string, from: string | null, more: Partial<PublishRequest> = {}): PublishRequest {
  const expectedHash = from === null ? null : hashOf(from);
  return { address: ADDRESS, expectedHash, objects: objectsOf(text), who: 'ada', message: `to ${text}`, ...more };
}

/** What is published, as `a=1 b=2`. */
export async function textOf(metadata: MetadataStore, hash?: string): Promise<string | null> {
  const at = hash ?? (await metadata.head(ADDRESS))?.hash;
  if (at === undefined) return null;
  const entries = await metadata.entries(at);
  const texts = await metadata.texts(entries.map((entry) => entry.hash));
  return entries
    .map((entry): { readonly name: string; readonly text: string } => JSON.parse(texts.get(entry.hash) ?? 'null'))
    .map(({ name, text }) => `${name}=${text}`)
    .join(' ');
}
