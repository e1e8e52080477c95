import { over } from '@isochron/kv/over';
import { openLmdbStore } from '@isochron/kv-lmdb';
import { openDuckDbWarehouse } from '@isochron/warehouse-duckdb';
import { uploadVisits } from './visits.fixture.ts';

/**
 * A process for a test to kill: uploads visits. Arguments: home, day, edition, and the number of the write to the store at which it kills itself, before it where the number is
 * negative, after it where it is positive; 0: never. Says which step begins, and at the end how many writes there were.
 */
const [home = '', day = '', edition = '', deathAt = '0'] = process.argv.slice(2);
const warehouse = await openDuckDbWarehouse({ home, memoryLimit: '400MB', threads: 2 });
const inner = await openLmdbStore({ home });
let writes = 0;

async function counted<T>(write: () => Promise<T>): Promise<T> {
  writes++;
  if (-writes === Number(deathAt)) process.kill(process.pid, 'SIGKILL');
  const answer = await write();
  if (writes === Number(deathAt)) process.kill(process.pid, 'SIGKILL');
  return answer;
}

const store = over(inner, {
  mutate: (...asked) => counted(() => inner.mutate(...asked)),
  mutateIf: (...asked) => counted(() => inner.mutateIf(...asked)),
});
process.stdout.write('ready\n');
await uploadVisits({
  ...{ place: { warehouse, store }, day, edition },
  onStep: (step) => process.stdout.write(`${step}\n`),
});
process.stdout.write(`${writes}\n`);
await store.close();
await warehouse.close();
