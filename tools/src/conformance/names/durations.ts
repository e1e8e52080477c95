import { windowText } from '@isochron/aggregation';
import { datePattern, IsochronError } from '@isochron/schema';
import { type Case, textAt } from '../case-file.ts';
import { decodeCell } from '../cell.ts';
import { names } from '../departures/index.ts';
import { failed, passed, sameText, type Verdict } from '../verdict.ts';

const MINUTE_MS = 60_000;

/** A length of time as text; 0 stands for no bound there. */
export function millisToString(from: Case): Verdict {
  const ms = Number(inputOf(from));
  const theirs = textAt(from, 'output');
  if (ms === 0) return sameText('no bound', theirs, 'unbounded');
  if (ms % MINUTE_MS !== 0) {
    return theirs === `${ms}ms` ? passed(names.wholeMinutes) : failed(theirs, `${ms}ms`);
  }
  const ours = windowText(ms);
  if (theirs === ours) return passed();
  // In theirs hours and days may be minutes too.
  const [, count, unit] = /^(\d+) (minutes|hours|days)$/.exec(theirs) ?? [];
  const isSame = count !== undefined && Number(count) * (unitMs[unit ?? ''] ?? 0) === ms;
  return isSame ? passed(names.lengthText) : failed(theirs, ours);
}

const unitMs: Readonly<Record<string, number>> = { minutes: MINUTE_MS, hours: 60 * MINUTE_MS, days: 1440 * MINUTE_MS };

const seconds = datePattern('yyyy-MM-dd HH:mm:ss');

/** An instant as text, in UTC. */
export function tsToStr(from: Case): Verdict {
  try {
    return sameText('text', textAt(from, 'output'), seconds.format(Number(inputOf(from))));
  } catch (error) {
    if (!(error instanceof IsochronError) || error.code !== 'OUT_OF_RANGE') throw error;
    return passed(names.years);
  }
}

const inputOf = (from: Case) => decodeCell({ kind: 'long' }, from['input'] ?? null);
