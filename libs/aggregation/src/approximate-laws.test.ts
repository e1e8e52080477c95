import { codecOf } from '@isochron/avro';
import { type DataType, doubleType, intType, type OperationName, stringType, type Value } from '@isochron/schema';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRefusal } from './accepts.ts';
import { bindColumn } from './bind.ts';
import { broken, laws, type Trial } from './laws.ts';
import type { Arguments } from './operation.ts';
import { isAnswer, type OracleEvent, oracle } from './oracle.ts';

/** Approximate operations at sizes that make them estimate; `laws.test.ts` has them over few events of every type. */
const subjects: readonly (readonly [OperationName, DataType, Arguments])[] = [
  ['APPROX_UNIQUE_COUNT', intType, { k: '8' }],
  ['APPROX_UNIQUE_COUNT', stringType, { k: '5' }],
  ['APPROX_PERCENTILE', doubleType, { k: '8', percentiles: '[0, 0.1, 0.5, 0.9, 1]' }],
  ['APPROX_PERCENTILE', intType, { k: '20', percentiles: '[0.25, 0.75]' }],
  ['APPROX_FREQUENT_K', stringType, { k: '2' }],
  ['APPROX_FREQUENT_K', intType, { k: '8' }],
  ['APPROX_HEAVY_HITTERS_K', doubleType, { k: '2' }],
  ['APPROX_HEAVY_HITTERS_K', stringType, { k: '8' }],
];

/** Few small numbers that are frequent, many that are not. */
const number = fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 2000 }));

function drawnAs(type: DataType, drawn: number): Value {
  return type.kind === 'string' ? `item ${drawn}` : type.kind === 'double' ? drawn / 4 : drawn;
}

describe.each(subjects)('%s of %o with %o', (operation, input, args) => {
  const bound = bindColumn(operation, input, args, false);
  if (isRefusal(bound)) throw new Error(bound.refusal);
  const codec = codecOf(bound.ir);
  const question = { operation, args, input, bucketed: false };
  const events = fc
    .array(number, { maxLength: 400, size: 'max' })
    .map((numbers) => numbers.map((drawn, ts): OracleEvent => ({ ts, value: drawnAs(input, drawn) })));

  test('keeps the laws within its bound', () => {
    const property = fc.property(events, events, events, (a, b, c) => {
      const groups: Trial['groups'] = [a, b, c];
      const trial: Trial = {
        bound,
        bucketed: false,
        groups,
        expected: oracle(question, groups.flat()),
        tolerance: 0,
        throughBytes: (ir) => (ir === null ? null : codec.decode(codec.encode(ir))),
        isNear: (seen, value) => isAnswer(question, seen, bound.output, value),
      };
      for (const [title, law] of Object.entries(laws)) expect(broken(law, trial), title).toBeNull();
    });
    fc.assert(property, { numRuns: 12 });
  });
});

/** The judge can say no: answers further off than the bounds are refused. */
test.each<readonly [OperationName, DataType, Arguments, Value, Value]>([
  ['APPROX_UNIQUE_COUNT', intType, { k: '11' }, 1010, 1300],
  ['APPROX_PERCENTILE', intType, { k: '200', percentiles: '[0.5]' }, [510], [560]],
  ['APPROX_FREQUENT_K', stringType, { k: '1' }, new Map([['item 0', 2100]]), new Map([['item 0', 1999]])],
  ['APPROX_FREQUENT_K', stringType, { k: '1' }, new Map([['item 0', 2100]]), new Map([['item 1', 2000]])],
  ['APPROX_HEAVY_HITTERS_K', stringType, { k: '1' }, new Map([['item 0', 2100]]), new Map([['item 9999', 2100]])],
])('%s of %o with %o may be %o, but not %o', (operation, input, args, near, far) => {
  const once = Array.from({ length: 1000 }, (_, at) => at + 1);
  const drawn = operation.endsWith('_K') ? [...once, ...new Array<number>(2000).fill(0)] : once;
  const events = drawn.map((one, ts) => ({ ts, value: drawnAs(input, one) }));
  const question = { operation, args, input, bucketed: false };
  const output = bindColumn(operation, input, args, false);
  if (isRefusal(output)) throw new Error(output.refusal);
  expect([near, far].map((value) => isAnswer(question, events, output.output, value))).toEqual([true, false]);
});
