import { startLoadClient } from '../load/load-client.ts';
import type { BenchOptions } from '../main.ts';
import { rounded, table, whole } from '../sketches/table.ts';
import { benchHome } from './homes.ts';
import { type FeastRow, feastTable, measureFeast } from './peers/feast.ts';
import {
  type Cell,
  cellsTable,
  measureCell,
  type Protocol,
  startFetcherServer,
  startFloorServer,
  WARMING_REQUESTS,
  warmUp,
} from './wire.ts';

/** Features for one key: 60 windowed ones and five derived of ours, 60 plain floats of the peer's, over the same client in one run. */
export async function peerSection(peer: string, { quick, runs }: BenchOptions): Promise<void> {
  if (peer !== 'feast') throw new Error(`no peer ${peer}; there is feast`);
  const options = { turns: Math.min(runs, 3), durationMs: quick ? 500 : 3_000 };
  const concurrencies = quick ? [8] : [1, 8, 32];
  const client = await startLoadClient();
  try {
    const ours: Cell[] = [];
    for (const protocol of ['http', 'grpc'] as const)
      for (const concurrency of concurrencies)
        ours.push(await measureOurs(client, protocol, concurrency, { quick, ...options }));
    const theirs = await measureFeast(client, { entities: quick ? 1_000 : 100_000, concurrencies, ...options });
    const text = [cellsTable(ours), feastTable(theirs), ratios(ours, theirs)].join('\n\n');
    process.stdout.write(`${text}\n`);
  } finally {
    await client.stop();
  }
}

async function measureOurs(
  client: Awaited<ReturnType<typeof startLoadClient>>,
  protocol: Protocol,
  concurrency: number,
  { quick, turns, durationMs }: { readonly quick: boolean; readonly turns: number; readonly durationMs: number },
): Promise<Cell> {
  const { home, atMs, numbers } = await benchHome(quick);
  const server = await startFetcherServer(home);
  const floor = await startFloorServer();
  try {
    const load = { protocol, rows: 1, concurrency };
    const contenders = { client, server, floor };
    await warmUp(contenders, numbers, protocol, { atMs, requestsMax: quick ? 1_000 : WARMING_REQUESTS });
    return await measureCell(contenders, numbers, load, { turns, durationMs, atMs });
  } finally {
    await Promise.all([server.stop(), floor.stop()]);
  }
}

/** How many of our requests a second of CPU answers for one of theirs; and where Redis is counted too, which reads for them what our service reads itself. */
function ratios(ours: readonly Cell[], theirs: readonly FeastRow[]): string {
  const rows = theirs.map(({ server, concurrency, measured, storeMicros }) => {
    const same = ours.filter((cell) => cell.concurrency === concurrency);
    const times = (micros: number) => same.map((cell) => `${rounded(micros / cell.measured.serverMicros)}x`);
    const withStore = storeMicros === 0 ? same.map(() => '–') : times(measured.serverMicros + storeMicros);
    const perSecond = whole(1e6 / measured.serverMicros);
    return [server, String(concurrency), perSecond, ...times(measured.serverMicros), ...withStore];
  });
  const columns = ['theirs', 'ours over HTTP', 'ours over gRPC', 'with Redis: HTTP', 'gRPC'];
  return table(['requests a second of CPU', 'c', ...columns], rows);
}
