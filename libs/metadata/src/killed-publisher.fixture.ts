import { openLmdbStore } from '@isochron/kv-lmdb';
import { openMetadataStore } from './metadata-store.ts';
import { ADDRESS, objectOf } from './workplace.fixture.ts';

/** A process for a test to kill: publishes again and again a set whose every object says the same number. Arguments: home, how many objects. */
const [home = '', count = '1'] = process.argv.slice(2);
const metadata = await openMetadataStore(await openLmdbStore({ home, bytesMax: 2 ** 29 }));
for (;;) {
  const head = await metadata.head(ADDRESS);
  const text = `${(head?.version ?? 0) + 1} ${'x'.repeat(2_000)}`;
  const objects = Array.from({ length: Number(count) }, (_, n) => objectOf(`object${n}`, text));
  await metadata.publish({
    address: ADDRESS,
    expectedHash: head?.hash ?? null,
    objects,
    who: `process ${process.pid}`,
    message: '',
  });
  process.stdout.write(`${(head?.version ?? 0) + 1}\n`);
}
