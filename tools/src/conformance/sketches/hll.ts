import { HllSketch, hllImage, hllOfImage, hllUpdatableImage, type RegisterBits } from '@isochron/sketches';
import { type Case, numberAt, textAt } from '../case-file.ts';
import { hexBytes } from '../cell.ts';
import { allOf, passed, sameText, type Verdict } from '../verdict.ts';
import { hexOf, sameImage, sameNumber } from './same-image.ts';
import { digestsOf } from './streams.ts';

/** A stream of items: both its images are read, and ours of the same items are the same. */
export function hll(from: Case): Verdict {
  const sketch = HllSketch.create(numberAt(from, 'lgK'), bitsOf(from));
  for (const digest of digestsOf(from)) sketch.update(digest);
  const images = from['updatableHex'] === undefined ? ['compactHex'] : ['compactHex', 'updatableHex'];
  const read = images.map((field) => hllOfImage(hexBytes(textAt(from, field))));
  return allOf([
    ...[sketch, ...read].map((each) => sameNumber(from, 'estimate', each.estimate())),
    sameImage('compact image', from, 'compactHex', hllImage(sketch)),
    images.length === 1 ? passed() : sameImage('updatable image', from, 'updatableHex', hllUpdatableImage(sketch)),
    ...read.map((each) => sameText('what is read', inOrder(hllImage(sketch)), inOrder(hllImage(each)))),
  ]);
}

/** A small sketch is a table of words, whose order is that of their arrival: an image lists them, and does not say where each stood. */
function inOrder(image: Uint8Array): string {
  return (hexOf(image).match(/.{1,8}/g) ?? []).sort().join('');
}

function bitsOf(from: Case): RegisterBits {
  const bits = Number(textAt(from, 'target').replace('HLL_', ''));
  if (bits === 4 || bits === 6 || bits === 8) return bits;
  throw new TypeError(`${bits} is not a number of bits`);
}
