import { CpcSketch, cpcImage, HllSketch, hllImage, ItemHash, type RegisterBits } from '@isochron/sketches';
import type { Random } from '../stream.ts';
import { type AccuracySubject, type SpeedSubject, sketchOf, type Timed, timed } from '../subject.ts';

/** What both kinds of sketches of distinct items have. */
interface Distinct {
  update(digest: number): void;
  merge(other: this): void;
  estimate(): number;
  lowerBound(deviations: 2): number;
  upperBound(deviations: 2): number;
}

/** One size of one kind, with its published relative standard error in one go and merged: a multiple of 1 / sqrt(k). */
interface Size<Sketch> extends Omit<Timed<Sketch>, 'merge' | 'items'> {
  readonly lgK: number;
  readonly error: { readonly whole: number; readonly merged: number };
  /** True where the accuracy is that of another size, and need not be tried. */
  readonly isTimedOnly?: boolean;
}

const hash = new ItemHash();

const cpcSize = (lgK: number): Size<CpcSketch> => ({
  name: `CPC, lg k = ${lgK}`,
  lgK,
  create: () => CpcSketch.create(lgK),
  // Each kind has a loop of its own, as each caller has.
  fill: (sketch, from, count) => {
    for (let item = from, end = from + count; item < end; item++) sketch.update(hash.long(item));
  },
  image: cpcImage,
  error: { whole: Math.sqrt(Math.LN2 / 2), merged: Math.LN2 },
});

const hllSize = (lgK: number, bits: RegisterBits, isTimedOnly = false): Size<HllSketch> => ({
  name: `HLL ${bits} bits, lg k = ${lgK}`,
  lgK,
  create: () => HllSketch.create(lgK, bits),
  fill: (sketch, from, count) => {
    for (let item = from, end = from + count; item < end; item++) sketch.update(hash.long(item));
  },
  image: hllImage,
  error: { whole: Math.sqrt(Math.LN2), merged: Math.sqrt(3 * Math.LN2 - 1) },
  isTimedOnly,
});

const cpcSizes = [cpcSize(8), cpcSize(11), cpcSize(14)];
/** The bits of a register change nothing in what a sketch answers. */
const hllSizes = [hllSize(8, 8), hllSize(12, 4), hllSize(12, 6, true), hllSize(12, 8, true)];

export const distinctSpeed: readonly SpeedSubject[] = [...cpcSizes.map(speedOf), ...hllSizes.map(speedOf)];

export const distinctAccuracy: readonly AccuracySubject[] = [
  ...cpcSizes.map(accuracyOf),
  ...hllSizes.filter(({ isTimedOnly }) => isTimedOnly !== true).map(accuracyOf),
];

/** Longs, each once. */
function speedOf<Sketch extends Distinct>(size: Size<Sketch>): SpeedSubject {
  return timed<Sketch>({
    ...size,
    merge: (sketch, other) => sketch.merge(other),
    items: (sketch) => sketch.estimate(),
  });
}

function accuracyOf<Sketch extends Distinct>({ name, create, lgK, error }: Size<Sketch>): AccuracySubject {
  const ofMerged = (isMerged: boolean): number => (isMerged ? error.merged : error.whole) / Math.sqrt(2 ** lgK);
  return {
    name,
    statistics: [
      { title: 'error of the estimate', summary: 'root mean square', published: (_, isMerged) => ofMerged(isMerged) },
      { title: 'estimates outside of their 95 % bounds', summary: 'mean', published: () => 1 - 0.954 },
    ],
    trial: (n, random, isMerged) => {
      const first = firstOf(random);
      const sketch = sketchOf(
        { create, merge: (target: Sketch, other: Sketch) => target.merge(other) },
        (target, from, to) => {
          for (let item = from; item < to; item++) target.update(hash.long(first + item));
        },
        { n, random, isMerged },
      );
      const isOutside = n < sketch.lowerBound(2) || n > sketch.upperBound(2);
      return [[sketch.estimate() / n - 1], [isOutside ? 1 : 0]];
    },
  };
}

/** Another range of longs for each trial. */
const firstOf = (random: Random): number => random(2 ** 20) * 2 ** 32;
