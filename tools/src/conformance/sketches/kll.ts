import { type KllKind, KllSketch, kllImage, kllOfImage } from '@isochron/sketches';
import { type Case, numberAt, numbersAt, textAt } from '../case-file.ts';
import { hexBytes } from '../cell.ts';
import type { Check } from '../suite.ts';
import { allOf, failed, passed, type Verdict } from '../verdict.ts';
import { sameImage, sameNumber, sameNumbers } from './same-image.ts';
import { valuesOf } from './streams.ts';

/** A stream of numbers: its image is read and answers the same, and ours of the same numbers is the same while no coin was tossed. */
export const kllStream =
  (kind: KllKind): Check =>
  (from) => {
    const sketch = KllSketch.create(kind, numberAt(from, 'k'));
    for (const value of valuesOf(numberAt(from, 'n'))) sketch.update(value);
    return allOf([sameAnswers(kind, from), sameSketch(kind, from, sketch)]);
  };

/** Two images and one that they were merged to. */
export function kllMerge(from: Case): Verdict {
  const [left, right] = ['left', 'right'].map((side) => kllOfImage('floats', hexBytes(textAt(from, side))));
  if (left === undefined || right === undefined) throw new TypeError('a merge has two sides');
  left.merge(right);
  return allOf([sameAnswers('floats', from), sameSketch('floats', from, left)]);
}

/** NaN is ignored, the infinities and -0 are not. */
export function kllSpecial(from: Case): Verdict {
  const sketch = KllSketch.create('floats', numberAt(from, 'k'));
  for (const value of [1, Number.NaN, 2, Infinity, -0]) sketch.update(value);
  return allOf([sameAnswers('floats', from), sameSketch('floats', from, sketch)]);
}

/** What the image of the case answers, and the image again. */
function sameAnswers(kind: KllKind, from: Case): Verdict {
  const sketch = kllOfImage(kind, hexBytes(textAt(from, 'hex')));
  const view = sketch.view();
  const shares = from['percentiles'] === undefined ? [] : numbersAt(from, 'percentiles');
  const numbers = from['rankOf'] === undefined ? [] : numbersAt(from, 'rankOf');
  return allOf([
    sameNumber(from, 'streamN', sketch.seen),
    sameNumber(from, 'retained', sketch.retained),
    sameNumber(from, 'min', sketch.least),
    sameNumber(from, 'max', sketch.greatest),
    sameNumbers(
      from,
      'quantilesInclusive',
      shares.map((share) => view.quantile(share)),
    ),
    sameNumbers(
      from,
      'quantilesExclusive',
      shares.map((share) => view.quantile(share, false)),
    ),
    sameNumbers(
      from,
      'ranksInclusive',
      numbers.map((number) => view.rank(number)),
    ),
    sketch.isEstimating ? sameNumber(from, 'normalizedRankError', sketch.rankError()) : passed(),
    sameImage('image', from, 'hex', kllImage(sketch)),
  ]);
}

/** Equal bytes; where coins were tossed, as much kept of as many, and ranks within the sum of both errors. */
function sameSketch(kind: KllKind, from: Case, ours: KllSketch): Verdict {
  if (from['deterministic'] !== false) return sameImage('our image', from, 'hex', kllImage(ours));
  const theirs = kllOfImage(kind, hexBytes(textAt(from, 'hex')));
  const sizes = ({ seen, least, greatest, state }: KllSketch): string => [seen, least, greatest, state.leastK].join();
  if (sizes(ours) !== sizes(theirs)) return failed(`n, min, max, min k ${sizes(theirs)}`, sizes(ours));
  const [left, right] = [theirs.view(), ours.view()];
  const bound = theirs.rankError(true) + ours.rankError(true);
  for (const number of theirs.state.items) {
    const distance = Math.abs((left.rank(number) ?? 0) - (right.rank(number) ?? 0));
    if (distance > bound) return failed(`ranks within ${bound}`, `the ranks of ${number} are ${distance} apart`);
  }
  return passed();
}
