import type { ZoneRule } from './rule.ts';

/** When an offset changes, and to what, in seconds. */
export interface Transition {
  readonly at: number;
  readonly offset: number;
}

export interface Zone {
  readonly first: number;
  readonly transitions: readonly Transition[];
  /** What goes on for ever after the last of the transitions. */
  readonly rules: readonly ZoneRule[];
}

const DAY = 86_400;
/** Before the first zone left local mean time (Amsterdam, 1835), and after the last transition that no rule tells (Morocco, 2087). */
const FROM = Date.UTC(1800, 0, 1) / 1000;
export const TO = Date.UTC(2130, 0, 1) / 1000;

/** All changes of an offset from 1800 to 2130. Two within three days that undo each other would be missed; there are none. */
export function transitionsOf(offsetAt: (seconds: number) => number): Omit<Zone, 'rules'> {
  const transitions: Transition[] = [];
  const first = offsetAt(FROM);
  let before = first;
  for (let at = FROM; at < TO; at += 3 * DAY) {
    const to = at + 3 * DAY;
    const after = offsetAt(to);
    if (after === before) continue;
    const between = changes(offsetAt, at, to, before, after);
    transitions.push(...between);
    before = after;
  }
  return { first, transitions };
}

/** The changes in (from, to], found by halving. */
function changes(
  offsetAt: (seconds: number) => number,
  from: number,
  to: number,
  before: number,
  after: number,
): readonly Transition[] {
  if (before === after) return [];
  if (to - from === 1) return [{ at: to, offset: after }];
  const middle = Math.floor((from + to) / 2);
  const between = offsetAt(middle);
  return [...changes(offsetAt, from, middle, before, between), ...changes(offsetAt, middle, to, between, after)];
}
