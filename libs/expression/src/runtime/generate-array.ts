import { RowFault } from '../row-fault.ts';
import type { Int64 } from '../value.ts';
import { INT64_MAX, INT64_MIN, int64OrFault } from './int64.ts';

/** As BigQuery's engine has it. */
const GENERATED_MAX = 16_000;

/**
 * The numbers from one to another, both included, by a step that may go down. As in ZetaSQL, an element whose distance from the first has
 * more than 64 bits is not reached.
 */
export function generateInt64(start: Int64, end: Int64, step: Int64 = 1): readonly Int64[] {
  const [by, range] = [BigInt(step), BigInt(end) - BigInt(start)];
  const reachable = range > INT64_MAX ? INT64_MAX : range < INT64_MIN ? INT64_MIN : range;
  return stepped(BigInt(start), reachable, by).map((each) => int64OrFault(each, () => 'GENERATE_ARRAY'));
}

export const generateDecimal =
  (one: bigint) =>
  (start: bigint, end: bigint, step: bigint = one): readonly bigint[] =>
    stepped(start, end - start, step);

function stepped(start: bigint, range: bigint, step: bigint): readonly bigint[] {
  if (step === 0n) throw noStep();
  const length = range === 0n || step > 0n === range > 0n ? range / step + 1n : 0n;
  if (length > GENERATED_MAX) throw tooMany();
  return Array.from({ length: Number(length) }, (_, at) => start + step * BigInt(at));
}

/** Each element is `start + n * step`, not the one before it and a step; where that is infinite they end. */
export function generateFloat64(start: number, end: number, step = 1): readonly number[] {
  if (step === 0) throw noStep();
  if ([start, end, step].some(Number.isNaN) || !Number.isFinite(step)) {
    throw new RowFault(`GENERATE_ARRAY takes no NaN and no infinite step: ${start}, ${end}, ${step}`);
  }
  if (start === end) return [start];
  const values: number[] = [];
  for (let value = start; step > 0 ? value <= end : value >= end; value = start + values.length * step) {
    if (!Number.isFinite(value) && Number.isFinite(start)) break;
    if (values.length === GENERATED_MAX) throw tooMany();
    values.push(value);
  }
  return values;
}

const noStep = (): RowFault => new RowFault('the step of GENERATE_ARRAY must not be 0');
const tooMany = (): RowFault => new RowFault(`GENERATE_ARRAY gives more than ${GENERATED_MAX} elements`);
