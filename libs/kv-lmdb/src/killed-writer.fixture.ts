import { bytesOfText } from '@isochron/kv';
import { openLmdbStore } from './open.ts';

/**
 * A process for tests to kill: rewrites its rows again and again, each row with one number in every cell and as many cells in two families as the number
 * says. Arguments: home, how many rows. Says the number of each turn that was acknowledged.
 */
const [home = '', rowCount = '1'] = process.argv.slice(2);
const store = await openLmdbStore({ home, bytesMax: 2 ** 28 });
await store.ensureTable({
  name: 'rows',
  families: [
    { name: 'one', versionsMax: 1 },
    { name: 'two', versionsMax: 1 },
  ],
});

for (let turn = 1; ; turn++) {
  const value = bytesOfText(String(turn));
  const cells = ['one', 'two'].flatMap((family) =>
    Array.from({ length: (turn % 40) + 1 }, (_, cell) => {
      return { kind: 'set', family, qualifier: bytesOfText(String(cell)), timestampMs: 1, value } as const;
    }),
  );
  const rows = Array.from({ length: Number(rowCount) }, (_, row) => ({
    key: bytesOfText(`row ${row}`),
    mutations: [{ kind: 'delete-row' } as const, ...cells],
  }));
  await store.mutate('rows', rows);
  process.stdout.write(`${turn}\n`);
}
