import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openLmdbStore } from '@isochron/kv-lmdb';
import { spawnService } from '@isochron/service/spawned';
import { expect, test } from 'vitest';
import { openWorkplace } from './service.fixture.ts';
import { readCompilerConfig, startCompiler } from './wiring.ts';

test.each(['grpc', 'http'] as const)(
  'where the port of %s is taken, it says so and leaves nothing open, and its process ends',
  async (protocol) => {
    const place = await openWorkplace();
    const home = `${place.home}-other`;
    try {
      const port = protocol === 'grpc' ? place.service.grpcPort : place.service.httpPort;
      const flags = { home, grpc: { port: 0 }, http: { port: 0 }, log: { level: 'fatal' }, [protocol]: { port } };
      let closed = 0;
      const starting = startCompiler(readCompilerConfig(flags, {}), async () => {
        const store = await openLmdbStore({ home });
        return { ...store, close: () => store.close().then(() => void closed++) };
      });
      await expect(starting).rejects.toMatchObject({
        code: 'UNAVAILABLE',
        message: expect.stringContaining(String(port)),
      });
      expect(closed).toBe(1);
      const spawned = spawnService(join(import.meta.dirname, 'main.ts'), home, {
        [`ISOCHRON_${protocol.toUpperCase()}_PORT`]: String(port),
      });
      await expect(spawned).rejects.toThrow('It ended by itself, with 1.');
    } finally {
      await place.dispose();
      await rm(home, { recursive: true, force: true });
    }
  },
);
