import { keyOf } from '@isochron/schema';
import type { Definition, Nearness } from '../../operation.ts';
import { numbers, values } from '../../oracle-values.ts';

/** Empty texts and empty bytes do not count; decimals are the doubles nearest to them. */
export const definition: Definition = (events, input) => {
  if (input.kind === 'decimal') return new Set(numbers(events)).size;
  const counted = values(events).filter(
    (value) => value !== '' && !(value instanceof Uint8Array && value.length === 0),
  );
  return new Set(counted.map(keyOf(input))).size;
};

/** A standard error is at most ln 2 / sqrt(2^k) of the number (Lang, 2017), and rounding adds a half. */
export const isNear: Nearness = (value, events, input, args) => {
  const exact = Number(definition(events, input, args));
  return Math.abs(Number(value) - exact) <= 0.5 + 5 * (Math.LN2 / Math.sqrt(2 ** Number(args['k']))) * exact;
};
