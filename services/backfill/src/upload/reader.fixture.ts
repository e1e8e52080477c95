import { openLmdbStore } from '@isochron/kv-lmdb';
import { readOnce } from './loading.fixture.ts';

/**
 * A process that reads a dataset over and over as requests do, while uploads in another switch it. Arguments: home, how many keys. Says `reading` once it has read; when
 * its input ends, how often it has read, and how often which texts stood side by side, as JSON.
 */
const [home = '', count = ''] = process.argv.slice(2);
const store = await openLmdbStore({ home });
const clock = { nowMs: 0 };
const seen = new Map<string, number>();
let reads = 0;
let isReading = true;
process.stdin.on('end', () => {
  isReading = false;
});
process.stdin.resume();
while (isReading) {
  clock.nowMs = performance.now();
  const says = await readOnce({ store, clock }, Number(count), 7);
  if (says !== null) {
    const text = [...says].sort().join(' and ');
    seen.set(text, (seen.get(text) ?? 0) + 1);
  }
  if (reads++ === 0) process.stdout.write('reading\n');
  await new Promise(setImmediate);
}
process.stdout.write(`${JSON.stringify({ reads, seen: Object.fromEntries(seen) })}\n`);
await store.close();
