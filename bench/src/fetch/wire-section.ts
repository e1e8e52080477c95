import { startLoadClient } from '../load/load-client.ts';
import type { BenchOptions } from '../main.ts';
import { type BenchHome, benchHome } from './homes.ts';
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

const CACHE_BYTES = 256 * 2 ** 20;

/** The service under load, beside an echo of as many bytes: `numbers` and `mixed` without a cache, `cached` the numbers with one that holds all keys that are asked. */
export async function wireSection(
  which: 'numbers' | 'mixed' | 'cached',
  protocol: Protocol,
  { quick, runs }: BenchOptions,
): Promise<void> {
  const home = await benchHome(quick);
  const cells = await measureCells(home, which, protocol, { quick, turns: Math.min(runs, 3) });
  const { peakRssMib } = cells.at(-1)?.measured ?? { peakRssMib: Number.NaN };
  process.stdout.write(
    `${cellsTable(cells)}\n\npeak RSS of the service ${Math.round(peakRssMib)} MiB, pages of the store among them\n`,
  );
}

async function measureCells(
  home: BenchHome,
  which: 'numbers' | 'mixed' | 'cached',
  protocol: Protocol,
  { quick, turns }: { readonly quick: boolean; readonly turns: number },
): Promise<readonly Cell[]> {
  const server = await startFetcherServer(home.home, { cacheBytes: which === 'cached' ? CACHE_BYTES : 0 });
  const floor = await startFloorServer();
  const client = await startLoadClient();
  const options = { turns, durationMs: quick ? 200 : 1_200, atMs: home.atMs };
  const contenders = { client, server, floor };
  const join = which === 'mixed' ? home.mixed : home.numbers;
  try {
    await warmUp(contenders, join, protocol, { atMs: home.atMs, requestsMax: quick ? 1_000 : WARMING_REQUESTS });
    const cells: Cell[] = [];
    for (const rows of quick ? [1, 10] : [1, 10, 100]) {
      for (const concurrency of quick ? [1, 8] : [1, 8, 32]) {
        const load = { protocol, rows, concurrency };
        cells.push(await measureCell(contenders, join, load, options));
      }
    }
    return cells;
  } finally {
    await client.stop();
    await Promise.all([server.stop(), floor.stop()]);
  }
}
