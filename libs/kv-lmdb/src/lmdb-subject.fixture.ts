import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KeyValueStore } from '@isochron/kv';
import type { Subject } from '@isochron/kv/conformance-suite';
import { openLmdbStore } from './open.ts';

/** A home of its own for one test; `wrap` may put something around each store that is opened on it. */
export async function lmdbSubject(wrap: (store: KeyValueStore) => KeyValueStore): Promise<Subject> {
  const home = await mkdtemp(join(tmpdir(), 'isochron-kv-'));
  const opened: KeyValueStore[] = [];
  return {
    open: async () => {
      const store = wrap(await openLmdbStore({ home, bytesMax: 2 ** 30 }));
      opened.push(store);
      return store;
    },
    dispose: async () => {
      for (const store of opened) await store.close();
      await rm(home, { recursive: true, force: true });
    },
  };
}
