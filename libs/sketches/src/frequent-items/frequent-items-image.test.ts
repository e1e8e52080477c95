import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromHex, toHex } from '../bytes.fixture.ts';
import { mutantsOf } from '../mutants.fixture.ts';
import { FrequentItems } from './frequent-items.ts';
import { frequentItemsImage, frequentItemsOfImage } from './frequent-items-image.ts';
import type { Item, ItemKindName } from './item-kind.ts';

function sketchOf(kind: ItemKindName, lgMax: number, items: Iterable<Item>): FrequentItems {
  const sketch = new FrequentItems(kind, lgMax);
  for (const item of items) sketch.update(item);
  return sketch;
}

/** Images of the Java library (6.1.1): kind, lg, items, image. */
const recorded: readonly (readonly [ItemKindName, number, readonly Item[], string])[] = [
  ['strings', 3, [], '01010a0303050000'],
  [
    'strings',
    3,
    ['item_0'],
    '04010a03030000000100000000000000010000000000000000000000000000000100000000000000060000006974656d5f30',
  ],
  [
    'longs',
    3,
    [15],
    '04010a030300000001000000000000000100000000000000000000000000000001000000000000000f00000000000000',
  ],
  [
    'longs',
    3,
    [2n ** 63n - 1n, 1, -5],
    '04010a0303000000030000000000000003000000000000000000000000000000010000000000000001000000000000000100000000000000' +
      '0100000000000000fbffffffffffffffffffffffffffff7f',
  ],
  [
    'doubles',
    3,
    [1.5, Infinity, 2],
    '04010a0303000000030000000000000003000000000000000000000000000000010000000000000001000000000000000100000000000000' +
      '000000000000f07f000000000000f83f0000000000000040',
  ],
];

describe('an image', () => {
  test.each(recorded)('of %s, lg %i, %s is that of the Java library', (kind, lgMax, items, hex) => {
    expect(toHex(frequentItemsImage(sketchOf(kind, lgMax, items)))).toBe(hex);
    expect(toHex(frequentItemsImage(frequentItemsOfImage(kind, fromHex(hex))))).toBe(hex);
  });

  test('of the Java library answers what it answers there', () => {
    // 5,000 items, all but two given up.
    const hex =
      '04010a030300000002000000000000008813000000000000ca0200000000000001000000000000000100000000000000080000006974656d5f343037070000006974656d5f3834';
    const sketch = frequentItemsOfImage('strings', fromHex(hex));
    expect(sketch.frequentItems('noFalseNegatives')).toEqual([
      { item: 'item_407', estimate: 715, lower: 1, upper: 715 },
      { item: 'item_84', estimate: 715, lower: 1, upper: 715 },
    ]);
    expect([sketch.frequentItems('noFalsePositives'), sketch.maximumError, sketch.total]).toEqual([[], 714, 5000]);
  });

  test('read back is the sketch, whatever its items', () => {
    const items = {
      strings: fc.oneof(fc.string({ unit: 'binary', maxLength: 5 }), fc.constantFrom('', 'é', '～', '😀')),
      longs: fc
        .bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })
        .map((long) => (Number.isSafeInteger(Number(long)) ? Number(long) : long)),
      doubles: fc.oneof(fc.double(), fc.constantFrom(Number.NaN, -0, 0, Infinity)),
    };
    for (const kind of ['strings', 'longs', 'doubles'] as const) {
      const property = fc.property(fc.array<Item>(items[kind], { maxLength: 40 }), (values) => {
        const sketch = sketchOf(kind, 5, values);
        const back = frequentItemsOfImage(kind, frequentItemsImage(sketch));
        expect(back.frequentItems('noFalseNegatives')).toEqual(sketch.frequentItems('noFalseNegatives'));
        expect([back.total, back.maximumError, back.lg, back.lgMax]).toEqual([
          sketch.total,
          sketch.maximumError,
          sketch.lg,
          5,
        ]);
      });
      fc.assert(property);
    }
  });

  test('of a sketch that gave up all its items keeps its error', () => {
    const sketch = sketchOf('longs', 3, [1, 2, 3, 4, 5, 6, 7]);
    expect([sketch.held, sketch.maximumError]).toEqual([0, 1]);
    const back = frequentItemsOfImage('longs', frequentItemsImage(sketch));
    expect([back.held, back.total, back.maximumError]).toEqual([0, 7, 1]);
  });

  test('of a huge table with few items asks for no huge table', () => {
    const hex = `04010a1a1a${recorded[2]?.[3].slice(10)}`;
    const sketch = frequentItemsOfImage('longs', fromHex(hex));
    expect([sketch.lg, sketch.lgMax, sketch.estimate(15)]).toEqual([12, 26, 1]);
  });

  test('with bytes that are no UTF-8 has U+FFFD for them', () => {
    const hex = '04010a0303000000010000000000000001000000000000000000000000000000010000000000000006000000ff61c0afeda0';
    expect(frequentItemsOfImage('strings', fromHex(hex)).frequentItems('noFalseNegatives')[0]?.item).toBe(
      '\ufffda\ufffd\ufffd\ufffd\ufffd',
    );
  });

  const one = recorded[1]?.[3] ?? '';
  test.each([
    ['nothing', '', 'preamble wants 1 bytes'],
    ['another family', '01010f0303050000', 'family is 15, not 10'],
    ['another version', '01020a0303050000', 'version is 2, not 1'],
    ['a table too large', '01010a1b03050000', 'greatest lg is 27'],
    ['a table larger than it may be', '01010a0304050000', 'lg is 4, not in [3, 3]'],
    ['a flag that fights the preamble', '01010a0303000000', 'contradict'],
    ['bytes after an empty sketch', '01010a030305000000', '1 bytes are left over'],
    [
      'more items than the table has room for',
      one.replace('0100000000000000', '0700000000000000'),
      'items is 7, not in [0, 6]',
    ],
    ['more items than there are', one.replace('0100000000000000', '0600000000000000'), '6 items are announced in'],
    ['a count of nothing', one.replace('01000000000000000600', '00000000000000000600'), 'count is 0'],
    ['a text cut short', one.slice(0, -2), 'item wants 6 bytes at 44, and 5 are left'],
    ['a text beyond the end', one.replace('06000000', 'ffffffff'), 'item wants 4294967295 bytes'],
  ])('of %s is refused', (_title, hex, sentence) => {
    expect(() => frequentItemsOfImage('strings', fromHex(hex))).toThrow(
      expect.objectContaining({ code: 'DATA_LOSS', message: expect.stringContaining(sentence) }),
    );
  });

  test('with an item twice is refused, and one whose counts add up to more than it saw', () => {
    const twice = `04010a030300000002000000000000000200000000000000${'00'.repeat(8)}${'0100000000000000'.repeat(2)}${'0f00000000000000'.repeat(2)}`;
    expect(() => frequentItemsOfImage('longs', fromHex(twice))).toThrow('an item occurs twice');
    const fewer = twice.replace('0200000000000000020000', '0200000000000000010000');
    expect(() => frequentItemsOfImage('longs', fromHex(fewer))).toThrow('items seen is 1, but the counts add up to 2');
  });

  test.each(['strings', 'longs', 'doubles'] as const)(
    'of %s, damaged in 10,000 ways, is refused or a sketch that works',
    (kind) => {
      const item = (k: number): Item => (kind === 'strings' ? `item_${k}` : k * 0.5);
      const numbers = (count: number) =>
        Array.from({ length: count }, (_, k) => item(((k * k) % 61) * (kind === 'longs' ? 2 : 1)));
      const images = [0, 1, 5, 30, 400].map((count) => frequentItemsImage(sketchOf(kind, 5, numbers(count))));
      let read = 0;
      for (const mutant of mutantsOf(images, 10_000, 11)) {
        let sketch: FrequentItems;
        try {
          sketch = frequentItemsOfImage(kind, mutant);
        } catch (error) {
          expect(error, toHex(mutant)).toMatchObject({ name: 'IsochronError', code: 'DATA_LOSS' });
          continue;
        }
        read++;
        works(sketch, kind, mutant);
      }
      expect(read).toBeGreaterThan(100);
    },
  );
});

/** Its rows are within their bounds, it merges, takes items, and is written so that it is read again. */
function works(sketch: FrequentItems, kind: ItemKindName, mutant: Uint8Array): void {
  const title = toHex(mutant);
  for (const row of sketch.frequentItems('noFalseNegatives')) expect(row.lower <= row.estimate, title).toBe(true);
  const other = sketchOf(kind, 3, []);
  const total = sketch.total;
  other.merge(sketch);
  sketch.update(kind === 'strings' ? 'new' : 3);
  expect([other.total, sketch.total], title).toEqual([total, total + 1]);
  const back = frequentItemsOfImage(kind, frequentItemsImage(other));
  expect([back.total, back.held], title).toEqual([total, other.held]);
}
