import { RowFault } from '../row-fault.ts';
import type { Int64 } from '../value.ts';
import { int64Of } from './int64.ts';

/** As BigQuery's engine has it. */
const GENERATED_MAX = 16_000;

/** The numbers from one to another, both included, by a step that may go down. */
export function generateInt64(start: Int64, end: Int64, step: Int64 = 1): readonly Int64[] {
  return stepped(BigInt(start), BigInt(end), BigInt(step)).map((each) => {
    const value = int64Of(each);
    if (value === undefined) throw new Error('What lies between two INT64 is one.');
    return value;
  });
}

export const generateDecimal =
  (one: bigint) =>
  (start: bigint, end: bigint, step: bigint = one): readonly bigint[] =>
    stepped(start, end, step);

function stepped(start: bigint, end: bigint, step: bigint): readonly bigint[] {
  if (step === 0n) throw noStep();
  const length = step > 0n === end >= start || end === start ? (end - start) / step + 1n : 0n;
  if (length > GENERATED_MAX) throw tooMany();
  return Array.from({ length: Number(length) }, (_, at) => start + step * BigInt(at));
}

/** Each element is `start + n * step`, not the one before it and a step. */
export function generateFloat64(start: number, end: number, step = 1): readonly number[] {
  if (step === 0) throw noStep();
  if (Number.isNaN(start + end + step) && [start, end, step].some(Number.isNaN)) {
    throw new RowFault(`GENERATE_ARRAY of NaN: ${start}, ${end}, ${step}`);
  }
  const values: number[] = [];
  for (let value = start; step > 0 ? value <= end : value >= end; value = start + values.length * step) {
    if (values.length === GENERATED_MAX) throw tooMany();
    values.push(value);
  }
  return values;
}

const noStep = (): RowFault => new RowFault('the step of GENERATE_ARRAY must not be 0');
const tooMany = (): RowFault => new RowFault(`GENERATE_ARRAY gives more than ${GENERATED_MAX} elements`);
