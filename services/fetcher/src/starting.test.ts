import { join } from 'node:path';
import { openLmdbStore } from '@isochron/kv-lmdb';
import { spawnService } from '@isochron/service/spawned';
import { expect, test } from 'vitest';
import { ADDRESS, openFetcher, Shop } from './fetcher.fixture.ts';

test.each(['grpc', 'http'] as const)(
  'where the port of %s is taken, it says so and leaves nothing open, and its process ends',
  async (protocol) => {
    const shop = await Shop.open();
    const place = await openFetcher(shop.home);
    try {
      const port = protocol === 'grpc' ? place.service.grpcPort : place.service.httpPort;
      let closed = 0;
      const opening = openFetcher(shop.home, { [protocol]: { port } }, async (home) => {
        const store = await openLmdbStore({ home });
        return { ...store, close: () => store.close().then(() => void closed++) };
      });
      await expect(opening).rejects.toMatchObject({
        code: 'UNAVAILABLE',
        message: expect.stringContaining(String(port)),
      });
      expect(closed).toBe(1);
      const spawned = spawnService(join(import.meta.dirname, 'main.ts'), shop.home, {
        ISOCHRON_SET_REPOSITORY: ADDRESS.repository,
        [`ISOCHRON_${protocol.toUpperCase()}_PORT`]: String(port),
      });
      await expect(spawned).rejects.toThrow('It ended by itself, with 1.');
    } finally {
      await place.dispose();
      await shop.dispose();
    }
  },
);
