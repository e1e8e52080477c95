import { setTimeout as pause } from 'node:timers/promises';
import { counted, fetchedOf, numbered, openLog, planOf, user } from './vector-log.fixture.ts';

/** Writes numbered vectors to a folder for ever, and says after each step how many are on the disk. It is killed over it. */
const [folder = ''] = process.argv.slice(2);
const join = { plan: planOf(numbered), keys: [user], samplePercent: 100 };
const opened = await openLog(folder, { blockBytes: 2_000, fileBytesMax: 100_000, flushMs: 5, codec: 'null' });
const joinLog = opened.log.joinLog(join);
for (let first = 0; ; first += 20) {
  const rows = Array.from({ length: 20 }, (_, at) => ({ user: 'a', values: [first + at, 'x'.repeat(100)] }));
  const { fetched, columns } = fetchedOf(join.plan, rows);
  joinLog?.offer(fetched, columns, { setVersion: 1, servedAtMs: 0 });
  await pause(1);
  const written = await counted(opened.registry, 'isochron_vector_log_records_total', 'written');
  process.stdout.write(`${written}\n`);
}
