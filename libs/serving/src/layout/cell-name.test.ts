import { compareBytes } from '@isochron/schema';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { viewOf } from './cell.fixture.ts';
import { batchCellNamesOf, batchColumnsOf, isNamed, tilesCellNameOf } from './cell-name.ts';

const hex = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString('hex');

it('writes names as it always has', () => {
  const { value, refusal } = batchCellNamesOf(0x0192_3456_789a);
  expect([value, refusal, tilesCellNameOf(0)].map(hex)).toEqual([
    '6201923456789a76',
    '6201923456789a78',
    '74000000000000',
  ]);
});

const generation = fc.oneof(fc.nat(), fc.constantFrom(255, 256, 2 ** 32 - 1, 2 ** 32, 2 ** 48 - 1));
const nameOf = (of: number, what: 'value' | 'refusal' | 'tiles'): Uint8Array =>
  what === 'tiles' ? tilesCellNameOf(of) : batchCellNamesOf(of)[what];
const what = fc.constantFrom('value' as const, 'refusal' as const, 'tiles' as const);

it('has a name for each generation and what a cell holds, with tiles last', () => {
  fc.assert(
    fc.property(generation, what, generation, what, (a, whatA, b, whatB) => {
      const [nameA, nameB] = [nameOf(a, whatA), nameOf(b, whatB)];
      const isSame = a === b && whatA === whatB;
      expect(isNamed(viewOf({ qualifier: nameA, value: new Uint8Array(2) }), nameB)).toBe(isSame);
      expect(compareBytes(nameA, nameB) === 0).toBe(isSame);
      if (whatA !== 'tiles' && whatB === 'tiles') expect(compareBytes(nameA, nameB)).toBeLessThan(0);
    }),
  );
});

it('has the cells of a batch generation, and no others, among its columns', () => {
  fc.assert(
    fc.property(generation, generation, what, (a, b, whatB) => {
      const { from, to } = batchColumnsOf(a);
      const name = nameOf(b, whatB);
      const isAmong =
        compareBytes(name, from ?? new Uint8Array()) >= 0 && (to === undefined || compareBytes(name, to) < 0);
      expect(isAmong).toBe(a === b && whatB !== 'tiles');
    }),
  );
});
