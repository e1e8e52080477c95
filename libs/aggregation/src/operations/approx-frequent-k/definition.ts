import { type DataType, type Value, valueText } from '@isochron/schema';
import type { Definition, Nearness, Occurrence } from '../../operation.ts';
import { ascending, values } from '../../oracle-values.ts';
import { textOf } from '../../value-text.ts';

/** How often each value occurs, as text; the k most frequent, and of equal counts the least values. */
export const definition: Definition = (events, input, args) => {
  const groups = [...Map.groupBy(ascending(values(events), input), (value) => shownText(input, value))];
  // The sort is stable: of equal counts the least values stay first.
  const ranked = groups.toSorted((a, b) => b[1].length - a[1].length).slice(0, Number(args['k']));
  return new Map<Value, Value>(ranked.map(([text, equal]) => [text, equal.length]));
};

/**
 * While there are no more different values than three quarters of the table, only the definition's answer will do. Then an estimate is too high by at
 * most 3.5 / slots of all events (as DataSketches publishes it), and what is not shown is either no more frequent than what is, or within that error.
 */
export const isNear: Nearness = (value, events, input, args) => {
  const { counts, shown, error, isExact } = trialOf(value, events, input, args);
  if (isExact || shown === null || shown.size > Number(args['k'])) return false;
  const least = shown.size < Number(args['k']) ? error : Math.max(error, Math.min(...shown.values()));
  return estimatesHold(counts, shown, error) && hidesNone(counts, shown, least);
};

/** What an answer is judged by. */
export function trialOf(
  value: Value,
  events: readonly Occurrence[],
  input: DataType,
  args: Readonly<Record<string, string>>,
) {
  const counts = countsOf(events, input);
  const slots = slotsOf(Number(args['k']));
  return {
    counts,
    shown:
      value instanceof Map ? new Map([...value].map(([text, estimate]) => [String(text), Number(estimate)])) : null,
    error: (3.5 / slots) * events.length,
    isExact: counts.size <= 0.75 * slots,
  };
}

export const estimatesHold = (counts: Counts, shown: Counts, error: number): boolean =>
  [...shown].every(([text, estimate]) => {
    const count = counts.get(text) ?? 0;
    return count > 0 && estimate >= count && estimate <= count + error;
  });

export const hidesNone = (counts: Counts, shown: Counts, least: number): boolean =>
  [...counts].every(([text, count]) => shown.has(text) || count <= least);

type Counts = ReadonlyMap<string, number>;

function countsOf(events: readonly Occurrence[], input: DataType): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values(events)) {
    const text = shownText(input, value);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return counts;
}

/** Floats and doubles as Java shows them, dates and timestamps as ISO 8601 has them. */
function shownText(input: DataType, value: Value): string {
  if (input.kind === 'date' || input.kind === 'timestamp') return valueText(input, value);
  if (input.kind !== 'float' && input.kind !== 'double') return textOf(input)(value);
  const number = Number(value) === 0 ? 0 : Number(value);
  const size = Math.abs(number);
  if (!Number.isFinite(number)) return String(number);
  if (number === 0 || (size >= 0.001 && size < 10_000_000))
    return Number.isInteger(number) ? `${number}.0` : String(number);
  const twoDigits = number.toExponential(1);
  const text = Number(twoDigits) === number ? twoDigits : number.toExponential();
  return text.replace('e+', 'E').replace('e', 'E');
}

/** The least power of two that is k / 0.375 or more, and 8 or more. */
function slotsOf(k: number): number {
  let slots = 8;
  while (slots < k / 0.375) slots *= 2;
  return slots;
}
