import { FrequentItems, frequentItemsImage, type Item, type ItemKindName } from '@isochron/sketches';
import { skewed } from '../stream.ts';
import { type AccuracySubject, type SpeedSubject, sketchOf, timed } from '../subject.ts';

const sizes: readonly (readonly [ItemKindName, number])[] = [
  ['longs', 5],
  ['longs', 10],
  ['strings', 5],
  ['strings', 10],
];

const nameOf = (kind: ItemKindName, lg: number): string => `Frequent ${kind}, ${2 ** lg} slots`;

const DIFFERENT = 5000;
const itemOf = (kind: ItemKindName, number: number): Item =>
  kind === 'strings' ? `item_${number}` : number * 7919 - 3;

/** The items of a stream are the same objects each time they occur, as the values of a dictionary are. */
function streamOf(kind: ItemKindName): Item[] {
  const items = Array.from({ length: DIFFERENT }, (_, number) => itemOf(kind, number));
  return Array.from({ length: 2 ** 20 }, (_, at) => items[skewed(at, DIFFERENT)] ?? 0);
}

export const frequentItemsSpeed: readonly SpeedSubject[] = sizes.map(([kind, lg]) => {
  const stream = streamOf(kind);
  return timed({
    name: nameOf(kind, lg),
    create: () => new FrequentItems(kind, lg),
    fill: (sketch, from, count) => {
      for (let at = from, end = from + count; at < end; at++) sketch.update(stream[at & (2 ** 20 - 1)] as Item);
    },
    merge: (sketch, other) => sketch.merge(other),
    items: (sketch) => sketch.total,
    image: frequentItemsImage,
  });
});

export const frequentItemsAccuracy: readonly AccuracySubject[] = sizes
  .filter(([kind]) => kind === 'longs')
  .map(([kind, lg]) => ({
    name: nameOf(kind, lg),
    statistics: [
      {
        title: 'error of a count, of all',
        summary: 'greatest',
        published: (n) => (n <= 0.75 * 2 ** lg ? 0 : 3.5 / 2 ** lg),
      },
      { title: 'counts outside of their bounds', summary: 'greatest', published: () => 0 },
    ],
    trial: (n, random, isMerged) => {
      const counts = new Int32Array(DIFFERENT);
      const sketch = sketchOf(
        { create: () => new FrequentItems(kind, lg), merge: (target, other) => target.merge(other) },
        (target, from, to) => {
          for (let at = from; at < to; at++) {
            const number = Math.floor((random(2 ** 30) / 2 ** 30) ** 3 * DIFFERENT);
            counts[number] = (counts[number] as number) + 1;
            target.update(itemOf(kind, number));
          }
        },
        { n, random, isMerged },
      );
      return judged(sketch, counts, n, (number) => itemOf(kind, number));
    },
  }));

/** The greatest distance of a bound from the count, as a share of all, and how many counts are not between their bounds. */
function judged(sketch: FrequentItems, counts: Int32Array, n: number, item: (number: number) => Item): number[][] {
  let greatest = 0;
  let outside = 0;
  for (let number = 0; number < counts.length; number++) {
    const count = counts[number] as number;
    const [lower, upper] = [sketch.lowerBound(item(number)), sketch.upperBound(item(number))];
    greatest = Math.max(greatest, count - lower, upper - count);
    if (count < lower || count > upper) outside++;
  }
  return [[greatest / n], [outside]];
}
