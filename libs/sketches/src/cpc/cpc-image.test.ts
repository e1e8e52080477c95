import { describe, expect, test } from 'vitest';
import { fromHex, toHex } from '../bytes.fixture.ts';
import { digestOfItem } from '../hash/digest.fixture.ts';
import { mutantsOf } from '../mutants.fixture.ts';
import { cpcImage, cpcOfImage } from './cpc-image.ts';
import { CpcSketch } from './cpc-sketch.ts';
import { recordedSketches, recordedUnions } from './recorded.fixture.ts';

describe('an image', () => {
  test.each(recordedSketches)('of $items items of kind $kind, lg k = $lgK, is that of the Java library', (recorded) => {
    const sketch = CpcSketch.create(recorded.lgK);
    for (let i = 0; i < recorded.items; i++) sketch.update(digestOfItem(recorded.kind, i));
    expect(toHex(cpcImage(sketch))).toBe(recorded.image);
  });

  test.each(recordedSketches)(
    'of $items items of kind $kind, lg k = $lgK, answers what it answers there',
    (recorded) => {
      const sketch = cpcOfImage(fromHex(recorded.image));
      expect([sketch.estimate(), sketch.lowerBound(2), sketch.upperBound(2)]).toEqual([
        recorded.estimate,
        recorded.lower,
        recorded.upper,
      ]);
      expect(toHex(cpcImage(sketch))).toBe(recorded.image);
    },
  );

  test.each(recordedUnions)(
    'of a union at lg k = $lgK is that of the Java library',
    ({ lgK, estimate, image, images }) => {
      const union = CpcSketch.union(
        images.map((part) => cpcOfImage(fromHex(part))),
        lgK,
      );
      expect(toHex(cpcImage(union))).toBe(image);
      expect(union.estimate()).toBe(estimate);
      expect(cpcOfImage(fromHex(image)).estimate()).toBe(estimate);
    },
  );

  test('with another seed is refused', () => {
    expect(() => cpcOfImage(cpcImage(CpcSketch.create(11, 1)))).toThrow('seed hash');
    expect(cpcOfImage(cpcImage(CpcSketch.create(11, 1)), 1).isEmpty).toBe(true);
  });

  test.each([
    ['nothing', '', 'preamble size wants 1 bytes'],
    ['another family', '02010f080006cc93', 'family is 15'],
    ['another version', '020210080006cc93', 'version is 2'],
    ['lg k too large', '0201101b0006cc93', 'lg k is 27, not in [4, 26]'],
    ['unknown flags', '020110080026cc93', 'flags are 38'],
    ['words most significant first', '020110080007cc93', 'flags are 7'],
    ['a preamble of another size', '030110080006cc93', 'preamble size is 3, not 2'],
    ['bytes after its end', '020110080006cc9300', '1 bytes are left over'],
    ['a first column before any window', '020110080106cc93', 'first column is 1'],
    [
      'a window that so few coupons have not',
      '040110080012cc93010000000100000000000000',
      'no pairs and a window for 1 coupons',
    ],
    ['more coupons than words', '0401101a000acc93ffff5f000100000000000000', '6291455 pairs cannot be in 4 bytes'],
    [
      'a huge window in few bytes',
      '0401101a0012cc930000000b0100000000000000',
      'a window of 67108864 rows cannot be in 4 bytes',
    ],
    [
      'more words than there are',
      '08011008000ecc930100000001000010000000000000f86f40000000000000f03f6d060000',
      'pairs wants',
    ],
    ['pairs cut short', '040110080008cc93', 'flags are 8'],
    [
      'a HIP estimate below its coupons',
      '08011008000ecc9301000000010000000000000000f86f4000000000000000006d060000',
      'HIP estimate is 0 for 1',
    ],
    [
      'a HIP estimate that is not a number',
      '08011008000ecc9301000000010000000000000000f86f40000000000000f87f6d060000',
      'HIP estimate is NaN',
    ],
    [
      'a probability of other coupons',
      '08011008000ecc9301000000010000000000000000f85f40000000000000f03f6d060000',
      'probability is 127.875',
    ],
  ])('of %s is refused', (_title, hex, sentence) => {
    expect(() => cpcOfImage(fromHex(hex))).toThrow(
      expect.objectContaining({ code: 'DATA_LOSS', message: expect.stringContaining(sentence) }),
    );
  });

  test('damaged in 10,000 ways is refused or a sketch that works', () => {
    const images = [...recordedSketches, ...recordedUnions].map(({ image }) => fromHex(image));
    let read = 0;
    for (const mutant of mutantsOf(images, 10_000, 7)) {
      let sketch: CpcSketch;
      try {
        sketch = cpcOfImage(mutant);
      } catch (error) {
        expect(error, toHex(mutant)).toMatchObject({ name: 'IsochronError', code: 'DATA_LOSS' });
        continue;
      }
      read++;
      works(sketch, mutant);
    }
    expect(read).toBeGreaterThan(100);
  });
});

/** Answers within its bounds, takes items, merges, and is written so that it is read again. */
function works(sketch: CpcSketch, mutant: Uint8Array): void {
  const title = toHex(mutant);
  const estimate = sketch.estimate();
  expect(sketch.lowerBound(1) <= estimate && estimate <= sketch.upperBound(1), title).toBe(true);
  expect(toHex(cpcImage(sketch)), title).toBe(title);
  const other = CpcSketch.create(8);
  for (let i = 0; i < 10; i++) other.update(digestOfItem('long', i));
  other.merge(sketch);
  sketch.update(digestOfItem('long', 1));
  expect(cpcOfImage(cpcImage(other)).estimate(), title).toBe(other.estimate());
}
