import { type KllKind, KllSketch, kllImage } from '@isochron/sketches';
import { scrambled } from '../stream.ts';
import { type AccuracySubject, type SpeedSubject, sketchOf, timed } from '../subject.ts';

const sizes: readonly (readonly [KllKind, number])[] = [
  ['floats', 20],
  ['floats', 128],
  ['doubles', 200],
];

const nameOf = (kind: KllKind, k: number): string => `KLL ${kind}, k = ${k}`;

/** Whole numbers that a float holds. */
const values = Float64Array.from({ length: 2 ** 20 }, (_, at) => scrambled(at) >>> 8);

export const kllSpeed: readonly SpeedSubject[] = sizes.map(([kind, k]) =>
  timed({
    name: nameOf(kind, k),
    create: () => KllSketch.create(kind, k),
    fill: (sketch, from, count) => {
      for (let at = from, end = from + count; at < end; at++) sketch.update(values[at & (2 ** 20 - 1)] as number);
    },
    merge: (sketch, other) => sketch.merge(other),
    items: (sketch) => sketch.seen,
    image: kllImage,
  }),
);

export const kllAccuracy: readonly AccuracySubject[] = sizes.map(([kind, k]) => ({
  name: nameOf(kind, k),
  statistics: [
    { title: 'error of a rank', summary: '99 in 100', published: (n) => (n <= k ? 0 : 2.296 / k ** 0.9723) },
    {
      title: 'greatest error of all ranks',
      summary: '99 in 100',
      published: (n) => (n <= k ? 0 : 2.446 / k ** 0.9433),
    },
  ],
  trial: (n, random, isMerged) => {
    const domain = n > 100_000 ? 2 ** 20 : 2 ** 16;
    const counts = new Int32Array(domain);
    const sketch = sketchOf(
      { create: () => KllSketch.create(kind, k), merge: (target, other) => target.merge(other) },
      (target, from, to) => {
        for (let at = from; at < to; at++) {
          const value = random(domain);
          counts[value] = (counts[value] as number) + 1;
          target.update(value);
        }
      },
      { n, random, isMerged },
    );
    const errors = rankErrors(sketch, counts, n);
    // Ten ranks that are far from each other, of the hundred.
    return [errors.filter((_, at) => at % 10 === 5), [Math.max(...errors)]];
  },
}));

/** Of a hundred ranks, evenly apart. */
function rankErrors(sketch: KllSketch, counts: Int32Array, n: number): number[] {
  const view = sketch.view();
  const step = counts.length / 100;
  const errors: number[] = [];
  for (let value = 0, sum = 0; value < counts.length; value++) {
    sum += counts[value] as number;
    if (value >= (errors.length + 0.5) * step) errors.push(Math.abs((view.rank(value) ?? 0) - sum / n));
  }
  return errors;
}
