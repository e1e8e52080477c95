import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Warehouse } from '@isochron/warehouse';
import type { Subject } from '@isochron/warehouse/conformance-suite';
import { openDuckDbWarehouse } from './open.ts';

/** A home of its own for one test; `wrap` may put something around each warehouse that is opened on it. */
export async function duckDbSubject(wrap: (warehouse: Warehouse) => Warehouse): Promise<Subject> {
  const home = await mkdtemp(join(tmpdir(), 'isochron-warehouse-'));
  const opened: Warehouse[] = [];
  return {
    folder: home,
    open: async () => {
      const warehouse = wrap(await openDuckDbWarehouse({ home, memoryLimit: '200MB', threads: 2 }));
      opened.push(warehouse);
      return warehouse;
    },
    dispose: async () => {
      for (const warehouse of opened) await warehouse.close();
      await rm(home, { recursive: true, force: true });
    },
  };
}
