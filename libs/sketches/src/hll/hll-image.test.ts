import { describe, expect, test } from 'vitest';
import { fromHex, toHex } from '../bytes.fixture.ts';
import { digestOfItem } from '../hash/digest.fixture.ts';
import { mutantsOf } from '../mutants.fixture.ts';
import { hllImage, hllUpdatableImage } from './hll-image.ts';
import { hllOfImage } from './hll-image-reader.ts';
import { HllSketch } from './hll-sketch.ts';
import { recordedSketches, recordedUnions } from './recorded.fixture.ts';

describe('an image', () => {
  test.each(recordedSketches)('of $items items, lg k = $lgK, $bits bits, is that of the Java library', (recorded) => {
    const sketch = HllSketch.create(recorded.lgK, recorded.bits);
    for (let i = 0; i < recorded.items; i++) sketch.update(digestOfItem('long', i));
    expect(toHex(hllImage(sketch))).toBe(recorded.compact);
    expect(toHex(hllUpdatableImage(sketch))).toBe(recorded.updatable);
  });

  test.each(recordedSketches)('of $items items, lg k = $lgK, $bits bits, answers what it answers there', (recorded) => {
    const { compact, updatable, estimate, composite, lower, upper } = recorded;
    for (const image of [compact, updatable]) {
      const sketch = hllOfImage(fromHex(image));
      const answers = [sketch.estimate(), sketch.compositeEstimate(), sketch.lowerBound(2), sketch.upperBound(2)];
      expect(answers).toEqual([estimate, composite, lower, upper]);
    }
    const sketch = hllOfImage(fromHex(updatable));
    expect(toHex(hllImage(sketch))).toBe(compact);
    expect(toHex(hllUpdatableImage(sketch))).toBe(updatable);
    // A compact set does not say in which slots its coupons were.
    expect(inOrder(hllImage(hllOfImage(fromHex(compact))))).toBe(inOrder(fromHex(compact)));
  });

  test.each(recordedUnions)('of a union at lg k = $lgK, $bits bits, is that of the Java library', (recorded) => {
    const sketches = recorded.images.map((image) => hllOfImage(fromHex(image)));
    const union = HllSketch.union(sketches, recorded.lgK, recorded.bits);
    expect(toHex(hllImage(union))).toBe(recorded.image);
    expect(union.estimate()).toBe(recorded.estimate);
    expect(hllOfImage(fromHex(recorded.image)).estimate()).toBe(recorded.estimate);
  });

  test.each([
    ['nothing', '', 'preamble wants 1 bytes'],
    ['another family', '02011004030c0000', 'family is 16'],
    ['another version', '02020704030c0000', 'version is 2'],
    ['lg k too small', '02010703030c0000', 'lg k is 3, not in [4, 21]'],
    ['words most significant first', '02010704030d0000', 'flags is 13'],
    ['an unknown mode', '02010704030c0003', 'mode is 3'],
    ['an unknown register type', '02010704030c000c', 'register type is 3'],
    ['a preamble of another form', '03010704030c0000', 'preamble is 3, not 2'],
    ['bytes after its end', '02010704030c000000', '1 bytes are left over'],
    ['a list said to be empty', '02010704030c010000000004', 'flags is 12 for 1 coupons'],
    ['a list too long', '0201070403080900', 'list length is 9'],
    ['a list cut short', '020107040308020000000004', 'coupon wants 4 bytes'],
    ['a coupon without a value', '020107040308010001000000', 'a coupon is 1'],
    ['a coupon twice', '02010704030802000100000401000004', 'is there twice'],
    ['more coupons than bytes', '0301071505080001ffffff0f', '268435455 coupons are announced'],
    ['a set where registers are due', '03010707050800010100000001000004', 'at its k is 4, not in [5, 18]'],
  ])('of %s is refused', (_title, hex, sentence) => {
    expect(() => hllOfImage(fromHex(hex))).toThrow(
      expect.objectContaining({ code: 'DATA_LOSS', message: expect.stringContaining(sentence) }),
    );
  });

  const dense = recordedSketches.find(({ bits, items }) => bits === 4 && items === 100);
  const changed = (at: number, ...bytes: number[]): Uint8Array => {
    const image = fromHex(dense?.compact ?? '');
    image.set(bytes, at);
    return image;
  };
  test.each([
    ['a HIP estimate that is not a number', changed(14, 0xf8, 0x7f), 'HIP estimate is NaN'],
    ['a HIP estimate of too little', changed(14, 0, 0), 'HIP estimate is'],
    ['sums of other registers', changed(23, 0x41), 'the sums of its registers are'],
    ['another number of registers at the floor', changed(32, 9), 'it says 9 registers at the floor of'],
    ['another floor', changed(6, 1), 'the sums of its registers are'],
    ['exceptions that are not there', changed(36, 255, 255, 255, 255), '4294967295 exceptions are announced'],
    ['registers said to be none', changed(5, 12), 'flags is 12'],
  ])('of %s is refused', (_title, image, sentence) => {
    expect(() => hllOfImage(image)).toThrow(
      expect.objectContaining({ code: 'DATA_LOSS', message: expect.stringContaining(sentence) }),
    );
  });

  test('damaged in 10,000 ways is refused or a sketch that works', () => {
    const images = recordedSketches.flatMap(({ compact, updatable }) => [fromHex(compact), fromHex(updatable)]);
    let read = 0;
    for (const mutant of mutantsOf(images, 10_000, 7)) {
      let sketch: HllSketch;
      try {
        sketch = hllOfImage(mutant);
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

/** An image with its bytes in ascending order. */
function inOrder(image: Uint8Array): string {
  return toHex(image.toSorted());
}

/** Answers within its bounds, takes items, merges, changes form, and is written so that it is read again. */
function works(sketch: HllSketch, mutant: Uint8Array): void {
  const title = toHex(mutant);
  for (const deviations of [1, 2, 3] as const) {
    expect(sketch.upperBound(deviations) >= sketch.lowerBound(deviations), title).toBe(true);
  }
  expect(Number.isFinite(sketch.estimate()) && Number.isFinite(sketch.compositeEstimate()), title).toBe(true);
  const again = hllOfImage(hllUpdatableImage(sketch));
  expect(toHex(hllUpdatableImage(again)), title).toBe(toHex(hllUpdatableImage(sketch)));
  const other = HllSketch.create(5, 8);
  for (let i = 0; i < 10; i++) other.update(digestOfItem('long', i));
  other.merge(sketch);
  for (let i = 0; i < 10; i++) sketch.update(digestOfItem('long', i));
  for (const bits of [4, 6, 8] as const) {
    expect(hllOfImage(hllImage(other.copyAs(bits))).estimate(), title).toBe(other.estimate());
  }
}
