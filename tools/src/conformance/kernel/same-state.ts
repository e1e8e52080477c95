import { type Bound, FIRST_SLOT } from '@isochron/aggregation';
import { type DataType, keyOf, type Value, valueText } from '@isochron/schema';
import { values } from '../departures/index.ts';
import { type Likeness, sameValue } from '../same-value.ts';
import { allOf, failed, passed, type Verdict } from '../verdict.ts';

/**
 * Whether their IR and ours are one state of a bound operation. Theirs may hold more than the value needs (UNIQUE_TOP_K up to twice k
 * elements): then it must be ours once we have read it.
 */
export function sameState(bound: Bound, theirs: Value, ours: Value, likeness: Likeness): Verdict {
  const same = sameIr(bound.ir, theirs, ours, likeness);
  if (same.kind === 'passed') return same;
  const read = sameIr(bound.ir, readBack(bound, theirs), ours, likeness);
  return read.kind === 'passed' ? passed(values.largerIr) : same;
}

function readBack(bound: Bound, ir: Value): Value {
  const states = bound.states(FIRST_SLOT + 1);
  states.write(FIRST_SLOT, ir);
  return states.read(FIRST_SLOT);
}

/**
 * Whether two IRs say the same. A sum or a mean that has left the doubles never comes back, and its value is null: there Infinity
 * and NaN, and whatever stands beside them, are all one. Maps of states go key by key.
 */
function sameIr(type: DataType, expected: Value, actual: Value, likeness: Likeness): Verdict {
  if (sameValue(type, expected, actual, likeness)) return passed();
  if (type.kind === 'map' && expected instanceof Map && actual instanceof Map && expected.size === actual.size) {
    const key = keyOf(type.key);
    const right = new Map([...actual].map(([name, value]) => [key(name), value as Value]));
    return allOf(
      [...expected].map(([name, value]) => sameIr(type.value, value as Value, right.get(key(name)) ?? null, likeness)),
    );
  }
  if (likeness.tolerance > 0 && isBeyondDoubles(expected) && isBeyondDoubles(actual)) {
    return passed(values.endlessSum);
  }
  return failed(`IR ${valueText(type, expected)}`, `IR ${valueText(type, actual)}`);
}

function isBeyondDoubles(value: Value): boolean {
  if (typeof value === 'number') return !Number.isFinite(value);
  if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return false;
  return Object.values(value as { readonly [field: string]: Value }).some(isBeyondDoubles);
}
