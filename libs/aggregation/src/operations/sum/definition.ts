import type { Decimal } from '@isochron/schema';
import type { Definition } from '../../operation.ts';
import { total, values } from '../../oracle-values.ts';

/** The `as` hold because values are of the input's type. */
export const definition: Definition = (events, input) => {
  const all = values(events);
  if (input.kind === 'decimal') return decimals(all as Decimal[]);
  return input.kind === 'double' || input.kind === 'float' ? total(all.map(Number)) : longs(all as (number | bigint)[]);
};

/** The greatest scale there is keeps every digit. */
function decimals(all: readonly Decimal[]): Decimal {
  const scale = Math.max(...all.map((value) => value.scale));
  const units = all.map((value) => value.unscaled * 10n ** BigInt(scale - value.scale));
  return { unscaled: units.reduce((a, b) => a + b), scale };
}

function longs(all: readonly (number | bigint)[]): number | bigint {
  const exact = all.map(BigInt).reduce((a, b) => a + b);
  if (exact !== BigInt.asIntN(64, exact)) throw new RangeError(`the sum ${exact} has more than 64 bits`);
  return Number.isSafeInteger(Number(exact)) ? Number(exact) : exact;
}
