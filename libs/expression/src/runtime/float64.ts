import { RowFault } from '../row-fault.ts';

/** The result, which is infinite only where an argument already was. `what` says what was computed. */
export function finite(result: number, a: number, b: number, what: string): number {
  if (Number.isFinite(result) || !Number.isFinite(a) || !Number.isFinite(b)) return result;
  throw new RowFault(`FLOAT64 overflow: ${what}`);
}

export const addFloat64 = (a: number, b: number): number => finite(a + b, a, b, `${a} + ${b}`);
export const subtractFloat64 = (a: number, b: number): number => finite(a - b, a, b, `${a} - ${b}`);
export const multiplyFloat64 = (a: number, b: number): number => finite(a * b, a, b, `${a} * ${b}`);

export function divideFloat64(a: number, b: number): number {
  if (b === 0) throw new RowFault(`division by zero: ${a} / ${b}`);
  return finite(a / b, a, b, `${a} / ${b}`);
}
