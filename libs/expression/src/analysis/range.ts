import { int64Of } from '../runtime/int64.ts';
import type { Typed } from './typed.ts';

/** The least and the greatest that a whole number can be. */
export interface Range {
  readonly least: bigint;
  readonly greatest: bigint;
}

/** Deeper than this, nothing is known: what is looked at for a sum of sums must not double with each. */
const DEPTH_MAX = 6;

/** Between which whole numbers the values of an expression are; null where nothing is known, or where they are no whole numbers. */
export function rangeOf(node: Typed, depth = DEPTH_MAX): Range | null {
  if (node.type.kind !== 'INT64' || depth === 0) return null;
  if (node.kind === 'constant') {
    const { value } = node;
    return typeof value === 'number' || typeof value === 'bigint' ? between(BigInt(value), BigInt(value)) : null;
  }
  if (node.kind !== 'call' || node.signature.range === undefined) return null;
  return node.signature.range(node.args.map((arg) => rangeOf(arg, depth - 1)));
}

const between = (least: bigint, greatest: bigint): Range => ({ least, greatest });

/** How a signature says that its values are within fixed bounds. */
export const within = (least: bigint, greatest: bigint) => (): Range => between(least, greatest);

/** The range of an operation of two numbers that has its extremes at theirs; null where one is not known, or where a result may be no INT64. */
export const combined =
  (of: (a: bigint, b: bigint) => bigint) =>
  ([a, b]: readonly (Range | null)[]): Range | null => {
    if (a === undefined || b === undefined || a === null || b === null) return null;
    const [first = 0n, ...others] = [
      of(a.least, b.least),
      of(a.least, b.greatest),
      of(a.greatest, b.least),
      of(a.greatest, b.greatest),
    ];
    const found = others.reduce(
      ({ least, greatest }, each) => between(each < least ? each : least, each > greatest ? each : greatest),
      between(first, first),
    );
    return int64Of(found.least) === undefined || int64Of(found.greatest) === undefined ? null : found;
  };
