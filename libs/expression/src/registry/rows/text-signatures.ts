import { newerCharacters } from '../../runtime/unicode-version.ts';
import { ofBytes, ofText, overBytes, type Units } from '../../runtime/units.ts';
import type { SqlValue } from '../../value.ts';
import { type Difference, fn, type Implementation, type RowFunction } from '../row.ts';

/** A function of texts as one of STRING. */
export const onText = (of: (units: Units) => RowFunction): Implementation => ({ js: fn(of(ofText)), givesNull: false });

/** The same function as one of BYTES. */
export const onBytes = (of: (units: Units) => RowFunction): Implementation => ({
  js: fn(overBytes(of(ofBytes))),
  givesNull: false,
});

type Shared = Pick<Implementation, 'duckdb' | 'pushdown' | 'hints'>;

/** `(X, INT64) -> X` as a signature of STRING and as one of BYTES, both made of one implementation. What is shared but the hints is of STRING. */
export function textAndBytes(
  signature: string,
  of: (units: Units) => RowFunction,
  shared: Shared = {},
): Readonly<Record<string, Implementation>> {
  return {
    [signature.replaceAll('X', 'STRING')]: { ...onText(of), ...shared },
    [signature.replaceAll('X', 'BYTES')]: { ...onBytes(of), hints: shared.hints ?? [] },
  };
}

/** Of what goes by Unicode's tables: the engine's are of an older version. */
export const newerUnicode: Difference = {
  reason: 'characters that Unicode has since version 12.1',
  covers: (args: readonly SqlValue[]) => args.some((arg) => typeof arg === 'string' && newerCharacters.test(arg)),
};
