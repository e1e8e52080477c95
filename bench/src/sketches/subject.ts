import type { Random } from './stream.ts';

/** What the errors of many trials come to. */
export type Summary = 'root mean square' | '99 in 100' | 'greatest' | 'mean';

/** One figure that trials are held to. */
export interface Statistic {
  readonly title: string;
  readonly summary: Summary;
  /** The published figure for n items, in one go or merged. */
  published(n: number, isMerged: boolean): number;
}

/** A sketch of one size, tried on random streams. */
export interface AccuracySubject {
  readonly name: string;
  readonly statistics: readonly Statistic[];
  /**
   * The errors of one trial over n random items, one a statistic; a statistic may have more than one error a trial, all of which count. Merged:
   * the items come in parts of random sizes, whose sketches are merged in a random tree ({@link sketchOf}).
   */
  trial(n: number, random: Random, isMerged: boolean): readonly (readonly number[])[];
}

/** A sketch of one size, timed. */
export interface SpeedSubject {
  /** The Java contender knows it by this name. */
  readonly name: string;
  /** Time for `count` updates of a new sketch, and `merges` merges of sketches of 10,000 items each into one, in milliseconds; the size of images. */
  run(count: number, merges: number): Speed;
}

export interface Speed {
  readonly updateMs: number;
  readonly mergeMs: number;
  /** Of the image of the sketch that took all updates. */
  readonly bytes: number;
}

/** What a sketch has to tell to be timed. */
export interface Timed<Sketch> {
  readonly name: string;
  create(): Sketch;
  /** Feeds the items [from, from + count) of a stream that was made beforehand. */
  fill(sketch: Sketch, from: number, count: number): void;
  merge(sketch: Sketch, other: Sketch): void;
  image(sketch: Sketch): Uint8Array;
}

/** How many items a sketch has that is merged. */
export const MERGED_ITEMS = 10_000;

export function timed<Sketch>({ name, create, fill, merge, image }: Timed<Sketch>): SpeedSubject {
  return {
    name,
    run(count, merges) {
      const sketch = create();
      const updateStart = performance.now();
      fill(sketch, 0, count);
      const updateMs = performance.now() - updateStart;
      const parts = Array.from({ length: merges }, (_, part) => {
        const other = create();
        fill(other, part * MERGED_ITEMS, MERGED_ITEMS);
        return other;
      });
      const target = create();
      const mergeStart = performance.now();
      for (const part of parts) merge(target, part);
      return { updateMs, mergeMs: performance.now() - mergeStart, bytes: image(sketch).length };
    },
  };
}

/** Feeds the numbers [from, to) of a trial to a sketch. */
export type Feed<Sketch> = (sketch: Sketch, from: number, to: number) => void;

/** One sketch of n items: fed in one go, or merged of up to 50 parts of random sizes in a random tree. */
export function sketchOf<Sketch>(
  { create, merge }: Pick<Timed<Sketch>, 'create' | 'merge'>,
  feed: Feed<Sketch>,
  trial: { readonly n: number; readonly random: Random; readonly isMerged: boolean },
): Sketch {
  const { n, random, isMerged } = trial;
  if (!isMerged) {
    const sketch = create();
    feed(sketch, 0, n);
    return sketch;
  }
  const cuts = Array.from({ length: 1 + random(49) }, () => random(n + 1)).sort((a, b) => a - b);
  const sketches = [0, ...cuts].map((from, part) => {
    const sketch = create();
    feed(sketch, from, cuts[part] ?? n);
    return sketch;
  });
  for (let left = sketches.length; left > 1; left--) {
    const [other] = sketches.splice(random(left), 1);
    const target = sketches[random(left - 1)];
    if (target !== undefined && other !== undefined) merge(target, other);
  }
  return sketches[0] ?? create();
}
