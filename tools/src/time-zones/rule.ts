import { TO, type Transition } from './transitions.ts';

/** Every year, on the first such weekday (0 is Sunday) from a day of a month on, so many seconds after midnight by the clock until then. */
export interface ZoneRule {
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
  readonly seconds: number;
  /** What the offset becomes. */
  readonly offset: number;
}

const YEARS = 40;

/** The transitions that rules don't tell, and the rules: none, or two, which go on after the last transition. */
export function ruled(
  first: number,
  transitions: readonly Transition[],
): { readonly transitions: readonly Transition[]; readonly rules: readonly ZoneRule[] } {
  const last = transitions.at(-1);
  if (last === undefined || last.at < TO - 366 * 86_400) return { transitions, rules: [] };
  const tail = transitions.slice(-2 * YEARS);
  const rules = [0, 1].map((turn) =>
    ruleOf(tail.filter((_, at) => at % 2 === turn).map((each) => clock(each, first, transitions))),
  );
  let kept = transitions.length;
  // One stays, after which the rules begin.
  while (kept > 1 && rules.some((rule) => tells(rule, clock(transitions[kept - 1] ?? last, first, transitions))))
    kept -= 1;
  return { transitions: transitions.slice(0, kept), rules: rules.toSorted((a, b) => a.month - b.month) };
}

/** A transition by the clock that it ends. */
interface Clock {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
  readonly seconds: number;
  readonly offset: number;
}

function clock(transition: Transition, first: number, transitions: readonly Transition[]): Clock {
  const index = transitions.indexOf(transition);
  const before = index === 0 ? first : (transitions[index - 1]?.offset ?? first);
  const local = new Date((transition.at + before) * 1000);
  return {
    year: local.getUTCFullYear(),
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
    weekday: local.getUTCDay(),
    seconds: Math.floor(local.getTime() / 1000) % 86_400,
    offset: transition.offset,
  };
}

/** The first day that a rule names may be the last of a month: then some years' days are in the next. */
function ruleOf(clocks: readonly Clock[]): ZoneRule {
  const [one] = clocks;
  if (one === undefined) throw new Error('A rule needs transitions.');
  const month = Math.min(...clocks.map((each) => each.month));
  const length = new Date(Date.UTC(2001, month, 0)).getUTCDate();
  const day = Math.min(...clocks.map((each) => each.day + (each.month - month) * length));
  const rule = { month, day, weekday: one.weekday, seconds: one.seconds, offset: one.offset };
  for (const each of clocks)
    if (!tells(rule, each)) throw new Error(`No rule tells the transition of ${JSON.stringify(each)}.`);
  return rule;
}

function tells(rule: ZoneRule, { year, month, day, weekday, seconds, offset }: Clock): boolean {
  const from = Date.UTC(year, rule.month - 1, rule.day) / 86_400_000;
  const days = Date.UTC(year, month - 1, day) / 86_400_000;
  return (
    days - from >= 0 &&
    days - from < 7 &&
    weekday === rule.weekday &&
    seconds === rule.seconds &&
    offset === rule.offset
  );
}
