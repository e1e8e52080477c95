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
  /**
   * Milliseconds for `count` updates of a new sketch, for the updates of as many sketches of 10,000 items each as there are `merges`, and for
   * merging these into one until it says how many items it has; the size of images.
   */
  run(count: number, merges: number): Speed;
}

export interface Speed {
  readonly updateMs: number;
  readonly fewMs: number;
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
  /** How many items it saw, or takes them to be: asked of a merged sketch, it shows work that merging put off. */
  items(sketch: Sketch): number;
  image(sketch: Sketch): Uint8Array;
}

/** How many items a sketch has that is merged. */
export const MERGED_ITEMS = 10_000;

/** Merging takes so little time that it is done again and again; the fastest counts. */
const MERGE_PASSES = 10;

export function timed<Sketch>({ name, create, fill, merge, items, image }: Timed<Sketch>): SpeedSubject {
  return {
    name,
    run(count, merges) {
      const sketch = create();
      const updateStart = performance.now();
      fill(sketch, 0, count);
      const updateMs = performance.now() - updateStart;
      const parts = Array.from({ length: merges }, create);
      const fewStart = performance.now();
      parts.forEach((part, at) => {
        fill(part, at * MERGED_ITEMS, MERGED_ITEMS);
      });
      const fewMs = performance.now() - fewStart;
      const passes = Array.from({ length: MERGE_PASSES }, () => {
        const target = create();
        const start = performance.now();
        for (const part of parts) merge(target, part);
        const found = items(target);
        const ms = performance.now() - start;
        if (!(found > 0)) throw new Error(`${name} merged has ${found} items`);
        return ms;
      });
      return { updateMs, fewMs, mergeMs: Math.min(...passes), bytes: image(sketch).length };
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
