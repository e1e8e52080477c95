import { hopMs } from '@isochron/aggregation';
import type { Planned } from '@isochron/compiler';
import { Accuracy, isJsonObject, type JsonValue, Operation } from '@isochron/thrift';
import { type Case, jsonText, textAt } from '../case-file.ts';
import { decodeCell } from '../cell.ts';
import { windows } from '../departures/index.ts';
import { allOf, failed, passed, sameText, type Verdict } from '../verdict.ts';
import { outputNames, planned, windowOf } from './one-feature.ts';

/** The texts of a window, its length, and the hops its tail moves in: five minutes and up, and for features as of midnight. */
export function window(from: Case): Verdict {
  const aggregation = { inputColumn: 'amount', operation: Operation.COUNT, windows: [windowOf(from)] };
  const temporal = planned(aggregation);
  const names = outputNames(temporal);
  if ('refusal' in names) {
    const isOurs = temporal.diagnostics.every(({ code }) => code === 'bad-window');
    return isOurs ? passed(windows.minimum) : failed('a window', names.refusal);
  }
  const suffix = (names[0] ?? '').slice('amount_count'.length);
  const lengthMs = lengthOf(temporal);
  return allOf([
    sameText('suffix', textAt(from, 'suffix'), suffix),
    sameText('text', textAt(from, 'str'), suffix === '' ? 'unbounded' : suffix.slice(1)),
    lengthVerdict(from['millis'] ?? null, lengthMs),
    sameText('hop', jsonText(from['tailHopFiveMinute']), String(hopMs(lengthMs))),
    dailyVerdict(from['tailHopDaily'] ?? null, planned(aggregation, Accuracy.SNAPSHOT)),
  ]);
}

const lengthOf = ({ plan }: Planned): number | null =>
  plan?.kind === 'group-by' ? (plan.features[0]?.windowMs ?? null) : null;

function lengthVerdict(theirs: JsonValue, ours: number | null): Verdict {
  if (ours === null) return passed(windows.unbounded);
  return sameText('length', String(decodeCell({ kind: 'long' }, theirs)), String(ours));
}

function dailyVerdict(theirs: JsonValue, snapshot: Planned): Verdict {
  const isRefusedThere = isJsonObject(theirs) && 'error' in theirs;
  const names = outputNames(snapshot);
  if ('refusal' in names) return isRefusedThere ? passed() : failed(`daily hop ${jsonText(theirs)}`, names.refusal);
  if (isRefusedThere) return passed(windows.dayOf24Hours);
  return sameText('daily hop', jsonText(theirs), String(hopMs(lengthOf(snapshot), 'SNAPSHOT')));
}
