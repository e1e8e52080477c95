import { bindColumn, isRefusal } from '@isochron/aggregation';
import { doubleType, longType, mapType, stringType, type Value, valueText } from '@isochron/schema';
import {
  FrequentItems,
  frequentItemsImage,
  frequentItemsOfImage,
  type Item,
  type ItemKindName,
} from '@isochron/sketches';
import { type Case, isList, jsonText, listAt, numberAt, textAt } from '../case-file.ts';
import { decodeCell, hexBytes } from '../cell.ts';
import { values } from '../departures/index.ts';
import { Column } from '../kernel/column.ts';
import { sameValue } from '../same-value.ts';
import { allOf, failed, passed, sameText, type Verdict } from '../verdict.ts';
import { hexOf, sameImage, sameNumber } from './same-image.ts';
import { itemAt, numbersOf } from './streams.ts';

/** A stream of items: its image is read and answers the same, and ours of the same items is the same while none is given up. */
export function items(from: Case): Verdict {
  const kind = kindOf(from);
  const theirs = frequentItemsOfImage(kind, hexBytes(textAt(from, 'hex')));
  const ours = streamed(from, kind);
  if (numberAt(from, 'active') === 0 && numberAt(from, 'maximumError') > 0) {
    return ours.maximumError === numberAt(from, 'maximumError') && ours.total === numberAt(from, 'streamLength')
      ? passed(values.emptiedSketch)
      : failed(`error ${jsonText(from['maximumError'])}`, `error ${ours.maximumError}`);
  }
  return allOf([
    sameNumber(from, 'active', theirs.held),
    sameNumber(from, 'maximumError', theirs.maximumError),
    sameNumber(from, 'streamLength', theirs.total),
    sameRows(from, 'noFalseNegatives', theirs),
    sameRows(from, 'noFalsePositives', theirs),
    theirs.maximumError === 0
      ? sameImage('our image', from, 'hex', frequentItemsImage(ours))
      : withinBounds(from, ours),
    sameItems(theirs, frequentItemsOfImage(kind, frequentItemsImage(theirs))),
  ]);
}

function kindOf(from: Case): ItemKindName {
  const kind = `${textAt(from, 'itemType')}s`;
  if (kind === 'strings' || kind === 'longs' || kind === 'doubles') return kind;
  throw new TypeError(`"${kind}" is no kind of items`);
}

function streamed(from: Case, kind: ItemKindName): FrequentItems {
  const sketch = new FrequentItems(kind, Math.max(3, Math.log2(numberAt(from, 'maxMapSize'))));
  for (const item of itemsOf(from)) sketch.update(item);
  return sketch;
}

function* itemsOf(from: Case): Generator<Item> {
  for (const number of numbersOf(textAt(from, 'stream'), numberAt(from, 'n')))
    yield itemAt(textAt(from, 'itemType'), number);
}

/** The rows, in whatever order: those of equal estimates have none there. */
function sameRows(from: Case, errors: 'noFalseNegatives' | 'noFalsePositives', sketch: FrequentItems): Verdict {
  const type = { string: stringType, long: longType, double: doubleType }[textAt(from, 'itemType')] ?? stringType;
  const wanted = listAt(from, errors).map((row) => {
    const [item = null, ...numbers] = isList(row) ? row : [];
    return [valueText(type, decodeCell(type, item)), ...numbers].join();
  });
  const found = sketch
    .frequentItems(errors)
    .map(({ item, estimate, lower, upper }) => [valueText(type, item), estimate, lower, upper].join());
  const [left, right] = [wanted.sort().join(' '), found.sort().join(' ')];
  return left === right ? passed() : failed(`${errors} ${left}`, right);
}

/** Each item was seen as often as its bounds say. */
function withinBounds(from: Case, sketch: FrequentItems): Verdict {
  const counts = new Map<Item, number>();
  for (const item of itemsOf(from)) counts.set(item, (counts.get(item) ?? 0) + 1);
  for (const [item, count] of counts) {
    const [lower, upper] = [sketch.lowerBound(item), sketch.upperBound(item)];
    if (count < lower || count > upper) return failed(`${item} in [${lower}, ${upper}]`, `${count}`);
  }
  return passed();
}

/** Read, written and read again. */
function sameItems(before: FrequentItems, after: FrequentItems): Verdict {
  const shown = (sketch: FrequentItems): string =>
    JSON.stringify([sketch.total, sketch.maximumError, sketch.lg, [...sketch.counts()].map(String).sort()]);
  return shown(before) === shown(after) ? passed() : failed(shown(before), shown(after));
}

/** The state of an APPROX_FREQUENT_K of texts: read by our room it has the same value, and ours of the same items is the same. */
export function chrononFrequentItems(from: Case): Verdict {
  const bound = bindColumn('APPROX_FREQUENT_K', stringType, { k: String(numberAt(from, 'k')) }, false);
  if (isRefusal(bound)) return failed('a column', bound.refusal);
  const column = new Column(bound, false);
  const [read, folded] = [column.slot(), column.slot()];
  column.write(read, hexBytes(textAt(from, 'irHex')));
  const rows = [...numbersOf('skew', numberAt(from, 'n'))].map((number, ts) => ({
    ts,
    value: `item_${number}`,
    bucket: null,
  }));
  column.update(folded, rows);
  // The type of its IR is binary.
  const ours = hexOf(column.ir(folded) as Uint8Array);
  const values = [read, folded].map((slot) => column.value(slot));
  const image = hexBytes(textAt(from, 'irHex')).subarray(1);
  const verdicts = values.map((value) => sameTop(from, frequentItemsOfImage('strings', image), value));
  const isExact = frequentItemsOfImage('strings', image).maximumError === 0;
  return allOf([...verdicts, isExact ? sameText('IR', textAt(from, 'irHex'), ours) : passed()]);
}

const topType = mapType(stringType, longType);

/** The k most frequent: as there, but that of equal counts the least items are shown. */
function sameTop(from: Case, sketch: FrequentItems, value: Value): Verdict {
  const wanted = decodeCell(topType, from['value'] ?? null);
  if (sameValue(topType, wanted, value)) return passed();
  const estimates = (map: Value): string =>
    [...(map as ReadonlyMap<Value, Value>).values()].sort((a, b) => Number(b) - Number(a)).join();
  const least = sketch.frequentItems('noFalseNegatives').slice(0, numberAt(from, 'k'));
  const isLeast = sameValue(topType, new Map<Value, Value>(least.map(({ item, estimate }) => [item, estimate])), value);
  const isTheirs = [...(wanted as ReadonlyMap<string, Value>)].every(
    ([item, estimate]) => sketch.estimate(item) === estimate,
  );
  if (isTheirs && isLeast && estimates(wanted) === estimates(value)) return passed(values.equalCounts);
  return failed(jsonText(from['value']), valueText(topType, value));
}
