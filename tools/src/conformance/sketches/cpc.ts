import { CpcSketch, cpcImage, cpcOfImage, ItemHash } from '@isochron/sketches';
import { type Case, numberAt, textAt } from '../case-file.ts';
import { hexBytes } from '../cell.ts';
import { allOf, failed, passed, type Verdict } from '../verdict.ts';
import { hexOf, sameImage, sameNumber } from './same-image.ts';
import { digestOf, digestsOf } from './streams.ts';

/** A stream of items: its image is read and written, and ours of the same items is the same. */
export function cpc(from: Case): Verdict {
  const sketch = CpcSketch.create(numberAt(from, 'lgK'));
  for (const digest of digestsOf(from)) sketch.update(digest);
  return allOf([sameAnswers(from), sameImage('image', from, 'hex', cpcImage(sketch))]);
}

/** Two images and that of their union. */
export function cpcUnion(from: Case): Verdict {
  const [left, right] = ['left', 'right'].map((side) => cpcOfImage(hexBytes(textAt(from, side))));
  if (left === undefined || right === undefined) throw new TypeError('a union has two sides');
  const lgK = numberAt(from, 'lgK');
  const merged = left.copy();
  merged.merge(right);
  const union = CpcSketch.union([left, right], lgK);
  return allOf([
    sameAnswers(from),
    sameImage('image of the union', from, 'hex', cpcImage(union)),
    // Beside an empty sketch the other stays what it is, and keeps an estimate that the union forgets.
    left.isEmpty || right.isEmpty || merged.lgK !== union.lgK
      ? passed()
      : sameImage('merged image', from, 'hex', cpcImage(merged)),
  ]);
}

/** Values that are hashed otherwise than one may think, by what the case says of them. */
const specials: ReadonlyMap<string, readonly (readonly [string, string | number | bigint | Uint8Array])[]> = new Map([
  ['double 0.0 and -0.0', [['double', 0] as const, ['double', -0] as const]],
  ['double NaN x2', [['double', Number.NaN] as const, ['double', Number.NaN] as const]],
  ['empty string (ignored)', [['string', ''] as const]],
  ['empty bytes (ignored)', [['bytes', new Uint8Array()] as const]],
  ['long 5 and double 5.0 and string 5', [['long', 5] as const, ['double', 5] as const, ['string', '5'] as const]],
  ['long min max', [['long', -(2n ** 63n)] as const, ['long', 2n ** 63n - 1n] as const]],
]);

export function cpcSpecial(from: Case): Verdict {
  const values = specials.get(textAt(from, 'what'));
  // The one case that does not say what its text is can only be read.
  if (values === undefined)
    return textAt(from, 'what') === 'non-ascii' ? sameAnswers(from) : failed('a known case', '');
  const hash = new ItemHash();
  const sketch = CpcSketch.create(numberAt(from, 'lgK'));
  for (const [itemType, value] of values) {
    const digest = digestOf(hash, itemType, value);
    if (digest !== null) sketch.update(digest);
  }
  return allOf([sameAnswers(from), sameImage('image', from, 'hex', cpcImage(sketch))]);
}

/** What is read from the image of the case: estimate and bounds as there, and the image again. */
function sameAnswers(from: Case): Verdict {
  const sketch = cpcOfImage(hexBytes(textAt(from, 'hex')));
  const estimate = sketch.estimate();
  return allOf([
    sameNumber(from, 'estimate', estimate),
    sameNumber(from, 'chronon', Math.trunc(estimate)),
    sameNumber(from, 'lower2', sketch.lowerBound(2)),
    sameNumber(from, 'upper2', sketch.upperBound(2)),
    hexOf(cpcImage(sketch)) === textAt(from, 'hex') ? passed() : failed(textAt(from, 'hex'), hexOf(cpcImage(sketch))),
  ]);
}
