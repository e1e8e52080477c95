import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bytesOfText, textOfBytes } from '../bytes.ts';
import type { Mutation } from '../store.ts';
import { mutationOf, openTable, read, type Subject, TABLE } from './subject.ts';

/** Cells of a row by family, qualifier and timestamp. Short enough to check by eye. */
type Model = Map<
  string,
  { readonly family: string; readonly column: string; readonly at: number; readonly value: string }
>;

function apply(row: Model, mutation: Mutation): void {
  const isHit = (family: string, column: string): boolean =>
    mutation.kind === 'delete-row' ||
    (mutation.family === family && (mutation.kind === 'delete-family' || textOfBytes(mutation.qualifier) === column));
  if (mutation.kind !== 'set')
    for (const [name, { family, column }] of [...row]) if (isHit(family, column)) row.delete(name);
  if (mutation.kind !== 'set' && mutation.kind !== 'replace') return;
  const { family, timestampMs: at } = mutation;
  const column = textOfBytes(mutation.qualifier);
  row.set(`${family}:${column}@${at}`, { family, column, at, value: textOfBytes(mutation.value) });
}

/** The newest cells of each column, as the port orders them. */
function newest(row: Model, family: string, versions: number): readonly string[] {
  const cells = [...row.values()].filter((cell) => cell.family === family);
  const columns = [...new Set(cells.map(({ column }) => column))].sort();
  return columns.flatMap((name) =>
    cells
      .filter(({ column }) => column === name)
      .sort((a, b) => b.at - a.at)
      .slice(0, versions)
      .map(({ column, at, value }) => `${family}:${column}@${at}=${value}`),
  );
}

// A cell beyond versionsMax may or may not come back when a newer one goes, so `set` of the family that keeps one has one timestamp, and that of the
// other has three.
const mutation = fc
  .oneof(
    {
      weight: 3,
      arbitrary: fc.tuple(
        fc.constantFrom('set one', 'replace one'),
        fc.constantFrom('', 'x', 'y'),
        fc.constant(1),
        fc.constantFrom('', 'a', 'b'),
      ),
    },
    {
      weight: 6,
      arbitrary: fc.tuple(
        fc.constantFrom('set three', 'replace three'),
        fc.constantFrom('', 'x', 'xy'),
        fc.integer({ min: 0, max: 2 }),
        fc.constantFrom('', 'a', 'b'),
      ),
    },
  )
  .map(([start, column, at, value]) => `${start}:${column}@${at}=${value}`);
const deletion = fc.constantFrom(
  'delete one:x',
  'delete three:x',
  'delete three:',
  'delete one',
  'delete three',
  'delete',
);
const step = fc.array(fc.oneof({ weight: 5, arbitrary: mutation }, { weight: 1, arbitrary: deletion }), {
  minLength: 1,
  maxLength: 4,
});

export function model(subject: () => Subject): void {
  it('holds what a map would', async () => {
    const store = await openTable(subject());
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 5 }), async (steps) => {
        const key = `run ${run++}`;
        const expected: Model = new Map();
        for (const texts of steps) {
          const mutations = texts.map(mutationOf);
          await store.mutate(TABLE, [{ key: bytesOfText(key), mutations }]);
          for (const each of mutations) apply(expected, each);
          expect(await read(store, [key])).toEqual([[...newest(expected, 'one', 1), ...newest(expected, 'three', 1)]]);
        }
        const three = await read(store, [key], { columns: [{ family: 'three' }], versions: 3 });
        expect(three).toEqual([newest(expected, 'three', 3)]);
      }),
      { numRuns: 60 },
    );
  });
}
