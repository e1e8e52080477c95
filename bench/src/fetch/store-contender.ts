import { keyCodecOf } from '@isochron/avro';
import { openLmdbStore } from '@isochron/kv-lmdb';
import { featuresTable, rowKeyOf, rowPrefixOf, valueColumns } from '@isochron/serving';
import { batchDataset } from '@isochron/thrift';
import { report, startRun } from '../contender.ts';
import { mixedJoin, numbersJoin } from './definitions.ts';

/** The floor of the store: reads all that a request of one row reads, and looks at nothing. `store-contender.ts HOME JOIN KEYS REQUESTS`. */
const [home, which, keys, requests] = process.argv.slice(2);
if (home === undefined || which === undefined) throw new Error('wants HOME JOIN KEYS REQUESTS');
const join = which === 'mixed' ? mixedJoin(Number(keys)) : numbersJoin(Number(keys));
const store = await openLmdbStore({ home });
const rows = join.groupBys.map(({ plan, keyOf }) => {
  const codec = keyCodecOf(plan.keys);
  const prefix = rowPrefixOf(batchDataset(plan.name));
  const name = plan.keys[0]?.name ?? '';
  return (number: number) => rowKeyOf(prefix, codec.encode({ [name]: keyOf(number) }));
});
const asked = Array.from({ length: 4_000 }, (_, at) => rows.map((of) => of((at * 7919) % join.keys)));
let cells = 0;
const read = async (times: number): Promise<void> => {
  for (let at = 0; at < times; at++) {
    const request = { keys: asked[at % asked.length] ?? [], columns: valueColumns, freshness: 'latest' } as const;
    await store.read(featuresTable.name, request, () => {
      cells++;
    });
  }
};
await read(Number(requests) / 4);
cells = 0;
const started = startRun();
await read(Number(requests));
report(started, cells);
await store.close();
