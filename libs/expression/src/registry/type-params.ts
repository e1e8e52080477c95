import { RowFault } from '../row-fault.ts';
import { bignumeric, type DecimalFormat, decimalText, numeric, toPlaces } from '../runtime/numeric.ts';
import type { ScalarKind } from '../types/sql-type.ts';
import type { SqlValue } from '../value.ts';

/** What the numbers in `NUMERIC(10, 2)` or `STRING(5)` mean. */
export interface TypeParams {
  /** What is wrong with the numbers themselves; null if nothing is. There is one number at least. */
  readonly check: (params: readonly number[]) => string | null;
  /**
   * Holds a value of the type to them, after the cast itself; never sees null. A value that does not fit throws a `RowFault`, from which
   * SAFE_CAST does not save.
   */
  readonly fit: (params: readonly number[]) => FitFunction;
}

/** The value is of the type that the numbers belong to. */
// biome-ignore lint/suspicious/noExplicitAny: the kind in the table is the type, checked by the property tests
export type FitFunction = (value: any) => SqlValue;

export const typeParams: Readonly<Partial<Record<ScalarKind, TypeParams>>> = {
  NUMERIC: decimalParams(numeric, 29, 9),
  BIGNUMERIC: decimalParams(bignumeric, 38, 38),
  STRING: lengthParams('characters', lengthOf),
  BYTES: lengthParams('bytes', (bytes: Uint8Array) => bytes.length),
};

/** Rounded half away from zero to the scale, then held to be within the precision. */
function decimalParams(format: DecimalFormat, wholeMax: number, placesMax: number): TypeParams {
  return {
    check: ([precision = 0, places = 0, ...others]) => {
      if (others.length > 0) return `${format.name} takes a precision and a scale, and no more.`;
      if (places > placesMax) return `The scale of ${format.name} is 0 to ${placesMax}, not ${places}.`;
      const [least, greatest] = [Math.max(places, 1), places + wholeMax];
      if (precision >= least && precision <= greatest) return null;
      return `The precision of ${format.name} with scale ${places} is ${least} to ${greatest}, not ${precision}.`;
    },
    fit: ([precision = 0, places = 0]) => {
      const limit = 10n ** (BigInt(precision - places) + format.scale);
      return (value: bigint) => {
        const rounded = toPlaces(value, places, format);
        if (rounded < limit && rounded > -limit) return rounded;
        throw new RowFault(`${decimalText(rounded, format)} is beyond ${format.name}(${precision}, ${places})`);
      };
    },
  };
}

function lengthParams<Value extends SqlValue>(unit: string, of: (value: Value) => number): TypeParams {
  return {
    check: ([length = 0, ...others]) =>
      others.length > 0 || length === 0 ? 'The type takes one number, which is 1 at least.' : null,
    fit:
      ([max = 0]) =>
      (value: Value) => {
        const length = of(value);
        if (length <= max) return value;
        throw new RowFault(`${length} ${unit}, but at most ${max} are allowed`);
      },
  };
}

function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}
