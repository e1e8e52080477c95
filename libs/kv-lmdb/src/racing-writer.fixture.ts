import { countOnce } from '@isochron/kv/conformance-suite';
import { openLmdbStore } from './open.ts';

/** A process that counts: home, its name, how many times. Waits for a line before it begins. */
const [home = '', name = '', times = '0'] = process.argv.slice(2);
const store = await openLmdbStore({ home, bytesMax: 2 ** 28 });
process.stdout.write('ready\n');
await new Promise((resolve) => process.stdin.once('data', resolve));
for (let count = 0; count < Number(times); count++) await countOnce(store, `${name}x${count}`);
await store.close();
process.exit(0);
