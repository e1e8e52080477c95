import { partitionsOf } from '@isochron/schema';
import { type Case, numberAt, textAt, textsAt } from '../case-file.ts';
import { names } from '../departures/index.ts';
import { allOf, failed, passed, sameText, type Verdict } from '../verdict.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Names of partitions, and the arithmetic on them. */
export function partition(from: Case): Verdict {
  const partitions = partitionsOf({ format: textAt(from, 'format'), spanMs: numberAt(from, 'span') });
  const millis = numberAt(from, 'millis');
  const at = partitions.at(millis);
  const texts: Readonly<Record<string, string>> = {
    at,
    before: partitions.shift(at, -1),
    after: partitions.shift(at, 1),
    beforeMillis: partitions.beforeInstant(millis),
    shift10: partitions.shift(at, 10),
    'shift-40': partitions.shift(at, -40),
    minus30d: partitions.plus(at, -30 * DAY_MS),
    plus36h: partitions.plus(at, 36 * HOUR_MS),
    plusFast1d: partitions.plus(at, DAY_MS),
  };
  return allOf([
    ...Object.entries(texts).map(([name, ours]) => sameText(name, textAt(from, name), ours)),
    sameText('epochMillis', String(numberAt(from, 'epochMillis')), String(partitions.startMs(at))),
    sameText('from3d', textsAt(from, 'from3d').join(' '), partitions.from(at, 3 * DAY_MS).join(' ')),
    expansion(textsAt(from, 'expand'), partitions.between(at, partitions.shift(at, 3))),
  ]);
}

/** From one partition to the third after it. */
function expansion(theirs: readonly string[], ours: readonly string[]): Verdict {
  const [first] = ours;
  if (theirs.join() === ours.join()) return passed();
  if (theirs.length === 1 && theirs[0] === first) return passed(names.shortRanges);
  return failed(`expand ${theirs.join(' ')}`, `expand ${ours.join(' ')}`);
}
