import { RowFault } from '../row-fault.ts';

/** A function of FLOAT64 that fails where a finite argument gives what is not finite, as ZetaSQL's do. What is not finite passes through. */
export const checked =
  (name: string, of: (x: number) => number) =>
  (x: number): number => {
    const result = of(x);
    if (Number.isFinite(result) || !Number.isFinite(x)) return result;
    throw new RowFault(`${name}(${x}) is no finite number`);
  };

/** The same of two. */
export const checkedOfTwo =
  (name: string, of: (x: number, y: number) => number) =>
  (x: number, y: number): number => {
    const result = of(x, y);
    if (Number.isFinite(result) || !Number.isFinite(x) || !Number.isFinite(y)) return result;
    throw new RowFault(`${name}(${x}, ${y}) is no finite number`);
  };

export function squareRoot(x: number): number {
  if (x < 0) throw new RowFault(`SQRT of a negative number: ${x}`);
  return Math.sqrt(x);
}

/** C's pow, which has 1 for 1 to whatever power, and for -1 to an infinite one; JavaScript has NaN there. */
export const power = (x: number, y: number): number =>
  x === 1 || (x === -1 && (y === Number.POSITIVE_INFINITY || y === Number.NEGATIVE_INFINITY)) ? 1 : x ** y;

export const logarithm = (x: number, base: number): number =>
  base > 0 && Number.isFinite(base) ? Math.log(x) / Math.log(base) : Number.NaN;

export const sign = (x: number): number => (x === 0 ? 0 : Math.sign(x));
