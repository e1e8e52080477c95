import { hopStart } from '@isochron/aggregation';
import { type Case, jsonText, listAt } from '../case-file.ts';
import { decodeCell } from '../cell.ts';
import { windows } from '../departures/index.ts';
import { failed, passed, type Verdict } from '../verdict.ts';

/** The start of a hop. The existing system rounds towards 1970, ours towards the past: before 1970 they differ between hops. */
export function round(from: Case): Verdict {
  const [time = 0, hop = 0] = listAt(from, 'input').map((cell) => Number(decodeCell({ kind: 'long' }, cell)));
  const theirs = Number(decodeCell({ kind: 'long' }, from['output'] ?? null));
  const ours = hopStart(time, hop);
  if (ours === theirs) return passed();
  const isFloor = time < 0 && ours <= time && time < ours + hop && ours % hop === 0;
  return isFloor ? passed(windows.rounding) : failed(jsonText(from['output']), String(ours));
}
