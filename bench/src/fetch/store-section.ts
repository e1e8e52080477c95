import { fileURLToPath } from 'node:url';
import { median, runContender } from '../contender.ts';
import type { BenchOptions } from '../main.ts';
import { rounded, table } from '../sketches/table.ts';
import { benchHome } from './homes.ts';

/** The store read alone: what one request of one row reads, and nothing done with it. */
export async function storeSection({ quick, runs }: BenchOptions): Promise<void> {
  const { home, numbers, mixed } = await benchHome(quick);
  const requests = quick ? 2_000 : 50_000;
  const script = fileURLToPath(new URL('./store-contender.ts', import.meta.url));
  const rows = [
    ['numbers', numbers.keys],
    ['mixed', mixed.keys],
  ].map(([name, keys]) => {
    const turns = Array.from({ length: runs }, () => {
      const { cpuMs, rows: cells } = runContender(script, [home, String(name), String(keys), String(requests)]);
      if (cells !== 10 * requests) throw new Error(`${cells} cells were read in ${requests} requests`);
      return (1000 * cpuMs) / requests;
    });
    return [`${name}: 5 batch halves and 5 rows of tiles`, rounded(median(turns)), rounded(Math.min(...turns))];
  });
  process.stdout.write(`${table(['store read alone, us of CPU a request', 'median', 'least'], rows)}\n`);
}
