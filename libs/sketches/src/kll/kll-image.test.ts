import { describe, expect, test } from 'vitest';
import { fromHex, toHex } from '../bytes.fixture.ts';
import { mutantsOf } from '../mutants.fixture.ts';
import { kllImage, kllOfImage } from './kll-image.ts';
import { type KllKind, KllSketch } from './kll-sketch.ts';

/** Images of the Java library (6.1.1), of values fround((i * 7919 mod 10007) / 8), i = 0, 1, …: kind, k, how many, image. */
const recorded: readonly (readonly [KllKind, number, number, string])[] = [
  ['floats', 128, 0, '02010f0180000800'],
  ['floats', 8, 1, '02020f040800080000000000'],
  ['floats', 8, 2, '05010f00080008000200000000000000080001000600000000000000007877440078774400000000'],
  [
    'floats',
    8,
    5,
    '05010f000800080005000000000000000800010003000000000000000078774400e04e4300f0e943003836440078774400000000',
  ],
  [
    'doubles',
    200,
    3,
    '05010f00c80008000300000000000000c8000100c500000000000000000000000000000000ef8e400000000000c786400000000000ef8e400000000000000000',
  ],
];

/** The same of two streams of 100 values, k = 8, merged: coins were tossed. */
const estimating =
  '05010f0008000800c80000000000000008000400010000000700000008000000080000000000000000e89b440080de430000384300bc92440038644400f822440070c34300007a4100800b4200c0aa4200c01e4300a0414300c0714300208f4300d0b6430040c54300f0e943009801440068064400d8174400e83244003836440040454400904b4400a066440088674400a87244004c8144000c82440068864400f0934400249544';

function streamed(kind: KllKind, k: number, count: number): KllSketch {
  const sketch = KllSketch.create(kind, k);
  for (let i = 0; i < count; i++) sketch.update(((i * 7919) % 10007) / 8);
  return sketch;
}

describe('an image', () => {
  test.each(recorded)('of %s, k = %i, %i values is that of the Java library', (kind, k, count, hex) => {
    expect(toHex(kllImage(streamed(kind, k, count)))).toBe(hex);
    expect(toHex(kllImage(kllOfImage(kind, fromHex(hex))))).toBe(hex);
  });

  test('of the Java library answers what it answers there', () => {
    const sketch = kllOfImage('floats', fromHex(estimating));
    const view = sketch.view();
    expect([0, 0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 1].map((rank) => view.quantile(rank))).toEqual([
      0, 15.625, 158.75, 286.25, 607.375, 926.125, 1075.25, 1193.125, 1247.25,
    ]);
    expect(view.quantile(0.01, false)).toBe(34.875);
    expect([0, 10, 100, 625.5, 1250].map((value) => view.rank(value))).toEqual([0.005, 0.005, 0.09, 0.505, 1]);
    expect([sketch.seen, sketch.retained, sketch.rankError()]).toEqual([200, 31, 0.30401673415817304]);
    expect(toHex(kllImage(sketch))).toBe(estimating);
  });

  test('keeps saying that its bottom level is in order, until that changes', () => {
    const hex = '05010f020800080002000000000000000800010006000000000000000078774400000000007877' + '44';
    const sketch = kllOfImage('floats', fromHex(hex));
    expect(toHex(kllImage(sketch))).toBe(hex);
    sketch.update(3);
    expect(kllImage(sketch)[3]).toBe(0);
  });

  test.each([
    ['nothing', '', 'preamble wants 1 bytes'],
    ['another family', '02010e0180000800', 'family is 14, not 15'],
    ['an updatable image', '02030f0180000800', 'version is 3, not 1 or 2'],
    ['an unknown flag', '02010f0980000800', 'flags is 9'],
    ['a k too small', '02010f0107000800', 'k is 7'],
    ['other levels', '02010f0180000600', 'least capacity is 6'],
    ['flags that fight', '02010f0080000800', 'contradict'],
    ['bytes after the end', '02010f018000080000', '1 bytes are left over'],
    ['a single NaN', '02020f04080008000000c07f', 'item is NaN'],
    [
      'fewer items than announced',
      '05010f00080008000200000000000000080001000600000000000000007877440078774400',
      '2 items are announced',
    ],
    [
      'a count that the levels do not bear out',
      '05010f00080008000300000000000000080001000600000000000000007877440078774400000000',
      'items seen is 3, but the levels stand for 2',
    ],
    [
      'an item beyond the greatest',
      '05010f00080008000200000000000000080001000600000000000000006877440078774400000000',
      'item is 989.875',
    ],
    [
      'levels that overlap',
      '05010f000800080002000000000000000800020007000000050000000000000000787744007877440000000000000000',
      'start of level 1 is 5, not in [7, 16]',
    ],
    [
      'a bottom level not in order, said to be',
      '05010f02080008000200000000000000080001000600000000000000007877440078774400000000',
      'level 0 is not in order',
    ],
    [
      'more levels than there are',
      '05010f0008000800020000000000000008003e000600000000000000007877440078774400000000',
      'levels is 62',
    ],
  ])('of %s is refused', (_title, hex, sentence) => {
    expect(() => kllOfImage('floats', fromHex(hex))).toThrow(
      expect.objectContaining({ code: 'DATA_LOSS', message: expect.stringContaining(sentence) }),
    );
  });

  test.each(['floats', 'doubles'] as const)(
    'of %s, damaged in 10,000 ways, is refused or a sketch that works',
    (kind) => {
      const images = [0, 1, 2, 8, 9, 100, 3000].map((count) => kllImage(streamed(kind, 8, count)));
      let read = 0;
      for (const mutant of mutantsOf(images, 10_000, 7)) {
        let sketch: KllSketch;
        try {
          sketch = kllOfImage(kind, mutant);
        } catch (error) {
          expect(error, toHex(mutant)).toMatchObject({ name: 'IsochronError', code: 'DATA_LOSS' });
          continue;
        }
        read++;
        works(sketch, mutant);
      }
      expect(read).toBeGreaterThan(100);
    },
  );
});

/** Takes values, merges, answers within its bounds, and is written so that it is read again. */
function works(sketch: KllSketch, mutant: Uint8Array): void {
  const { seen, least, greatest } = sketch;
  const middle = sketch.view().quantile(0.5);
  const title = toHex(mutant);
  if (least !== null) expect(least <= (middle ?? 0) && (middle ?? 0) <= (greatest ?? 0), title).toBe(true);
  const other = streamed(sketch.kind, 8, 30);
  other.merge(sketch);
  sketch.update(1);
  expect([other.seen, sketch.seen], title).toEqual([30 + seen, seen + 1]);
  expect(kllOfImage(sketch.kind, kllImage(other)).seen, title).toBe(30 + seen);
}
