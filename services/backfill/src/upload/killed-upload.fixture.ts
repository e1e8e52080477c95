import { openLmdbStore } from '@isochron/kv-lmdb';
import { openDuckDbWarehouse } from '@isochron/warehouse-duckdb';
import { uploadVisits } from './visits.fixture.ts';

/** A process for a test to kill: uploads visits. Arguments: home, day, edition. Says which step begins. */
const [home = '', day = '', edition = ''] = process.argv.slice(2);
const warehouse = await openDuckDbWarehouse({ home, memoryLimit: '400MB', threads: 2 });
const store = await openLmdbStore({ home });
process.stdout.write('ready\n');
await uploadVisits({
  ...{ place: { warehouse, store }, day, edition },
  onStep: (step) => process.stdout.write(`${step}\n`),
});
process.stdout.write('finished\n');
await store.close();
await warehouse.close();
