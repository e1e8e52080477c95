import { openDuckDbWarehouse } from '@isochron/warehouse-duckdb';
import { backfill } from './backfill.ts';
import { both } from './trips.fixture.ts';
import { days, planOf, requestOf } from './workplace.fixture.ts';

/** A process for a test to kill: backfills the join of trips under a name of its own. Arguments: home, name. Says which step begins. */
const [home = '', name = ''] = process.argv.slice(2);
const warehouse = await openDuckDbWarehouse({ home, memoryLimit: '400MB', threads: 2 });
const plan = await planOf(warehouse, both, name);
process.stdout.write('ready\n');
await backfill(warehouse, {
  ...requestOf(plan, days(1, 3)),
  onProgress: (progress) => {
    if (progress.kind === 'start') process.stdout.write(`${progress.step}\n`);
  },
});
process.stdout.write('finished\n');
await warehouse.close();
