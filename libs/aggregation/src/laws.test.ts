import { codecOf } from '@isochron/avro';
import {
  binaryType,
  booleanType,
  byteType,
  type DataType,
  decimalType,
  doubleType,
  floatType,
  intType,
  listType,
  longType,
  mapType,
  type OperationName,
  shortType,
  stringType,
  structType,
  typeText,
  type Value,
} from '@isochron/schema';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRefusal } from './accepts.ts';
import { bindColumn } from './bind.ts';
import { broken, laws, removalLaw, type Trial } from './laws.ts';
import type { Arguments, Bound } from './operation.ts';
import { operationNames, operationOf } from './operations/index.ts';
import { isAnswer, type OracleEvent, oracle } from './oracle.ts';

const item = structType('Item', [
  { name: 'sort_key', type: stringType },
  { name: 'unique_id', type: longType },
  { name: 'price', type: doubleType },
]);

const inputs: readonly DataType[] = [
  booleanType,
  byteType,
  shortType,
  intType,
  longType,
  floatType,
  doubleType,
  stringType,
  binaryType,
  decimalType(10, 2),
  item,
  listType(intType),
  listType(longType),
  listType(doubleType),
  listType(stringType),
  listType(decimalType(10, 2)),
  mapType(stringType, intType),
  mapType(stringType, longType),
  mapType(stringType, doubleType),
  mapType(stringType, stringType),
  mapType(stringType, item),
  mapType(intType, stringType),
];

/** `wild` values have extremes that only exact operations and order can bear; sums and moments get tame ones. */
function anyValue(type: DataType, wild: boolean): fc.Arbitrary<Value> {
  const { kind } = type;
  switch (kind) {
    case 'boolean':
      return fc.boolean();
    case 'byte':
    case 'short':
    case 'int':
      return wild && kind === 'int'
        ? fc.oneof(fc.integer({ min: -3, max: 3 }), fc.integer())
        : fc.integer({ min: -10, max: 10 });
    case 'long':
      return fc.oneof(
        fc.integer({ min: -3, max: 3 }),
        wild
          ? fc.constantFrom(2n ** 63n - 1n, -(2n ** 63n), 2n ** 53n + 1n, 2 ** 53 - 1)
          : fc.integer({ min: -10, max: 10 }),
      );
    case 'float':
      return fc.oneof(
        fc.integer({ min: -20, max: 20 }).map((eighths) => eighths / 8),
        wild
          ? fc.constantFrom(Number.NaN, Infinity, -Infinity, -0, 2 ** 127, -(2 ** -149))
          : fc.constantFrom(0, 1.5, 2.5),
      );
    case 'double':
      return fc.oneof(
        fc.integer({ min: -20, max: 20 }).map((eighths) => eighths / 8),
        wild ? fc.constantFrom(Number.NaN, Infinity, -Infinity, -0, 1.5e300, -5e-324) : fc.constantFrom(0, 1.5, 2.5),
      );
    case 'string':
      return fc.constantFrom('', 'a', 'b', 'bb', 'é', '～', '😀');
    case 'binary':
      return fc.array(fc.constantFrom(0, 127, 255), { maxLength: 2 }).map((bytes) => Uint8Array.from(bytes));
    case 'decimal':
      return fc.constantFrom('0', '-0.5', '1.5', '1.50', '12.34', '-7').map((text) => decimal(text));
    case 'list':
      return fc.array(fc.option(anyValue(type.element, wild)), { maxLength: 3 });
    case 'map': {
      const key = type.key.kind === 'string' ? fc.constantFrom('x', 'y', '😀', null) : fc.integer({ min: 0, max: 2 });
      return fc
        .array(fc.tuple(key, fc.option(anyValue(type.value, wild))), { maxLength: 3 })
        .map((entries) => new Map<Value, Value>(entries));
    }
    case 'struct':
      return fc
        .tuple(...type.fields.map((field) => fc.option(anyValue(field.type, wild), { freq: 9 })))
        .map((fields) => Object.fromEntries(type.fields.map((field, at) => [field.name, fields[at] ?? null])));
    default:
      throw new Error(`no values of ${kind} here`);
  }
}

function decimal(text: string): Value {
  const [whole = '', fraction = ''] = text.split('.');
  return { unscaled: BigInt(whole.replace('-0', '-') + fraction || '0'), scale: fraction.length };
}

const eventOf = (type: DataType, wild: boolean): fc.Arbitrary<OracleEvent> =>
  fc.record({
    ts: fc.constantFrom(0, 1, 1000, 1_700_000_000_000),
    value: fc.option(anyValue(type, wild), { freq: 6 }),
    bucket: fc.constantFrom('p', 'q', '😀', null),
  });

/** Operations that calculate are tried on tame values, at most 20, and doubles compared within a tolerance; the others are exact. */
function calculates(name: OperationName): boolean {
  const bound = bindColumn(name, intType, argumentsOf(name), false);
  return operationOf(name).deletable || (!isRefusal(bound) && bound.output.kind === 'double');
}

/** The least k that each operation takes: approximate ones are then at their coarsest. */
function argumentsOf(name: OperationName): Arguments {
  if (!operationOf(name).parameters.some((parameter) => parameter.name === 'k')) return {};
  const least = ['3', '4', '8'].find((k) => !inputs.every((input) => isRefusal(bindColumn(name, input, { k }, false))));
  return { k: least ?? '' };
}

interface Subject {
  readonly title: string;
  readonly name: OperationName;
  readonly args: Arguments;
  readonly bound: Bound;
  readonly bucketed: boolean;
}

const subjects = operationNames.flatMap((name) =>
  inputs.flatMap((input) =>
    [false, true].flatMap((bucketed): Subject[] => {
      const args = argumentsOf(name);
      const bound = bindColumn(name, input, args, bucketed);
      if (isRefusal(bound)) return [];
      return [{ title: `${typeText(input)}${bucketed ? ' in buckets' : ''}`, name, args, bound, bucketed }];
    }),
  ),
);

/** A map has such a key where the case says so, and Avro has none. */
function hasNullKey(value: Value): boolean {
  if (value instanceof Map) return value.has(null) || [...value.values()].some(hasNullKey);
  if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return false;
  return Object.values(value as { readonly [field: string]: Value }).some(hasNullKey);
}

function trialOf({ name, args, bound, bucketed }: Subject, groups: Trial['groups']): Trial {
  const question = { operation: name, args, input: bound.input, bucketed };
  const codec = codecOf(bound.ir);
  const throughBytes = (ir: Value): Value => (ir === null || hasNullKey(ir) ? ir : codec.decode(codec.encode(ir)));
  const trial = {
    bound,
    bucketed,
    groups,
    expected: oracle(question, groups.flat()),
    tolerance: calculates(name) ? 1e-7 : 0,
    throughBytes,
  };
  if (operationOf(name).isNear === undefined) return trial;
  return { ...trial, isNear: (events, value) => isAnswer(question, events, bound.output, value) };
}

const groupsOf = ({ name, bound }: Subject, wild = !calculates(name)): fc.Arbitrary<Trial['groups']> => {
  const events = fc.array(eventOf(bound.input, wild), { maxLength: 5 });
  return fc.tuple(events, events, events);
};

describe.each(operationNames)('%s', (name) => {
  const mine = subjects.filter((subject) => subject.name === name);

  test.each(mine)('keeps the laws over $title', (subject) => {
    const property = fc.property(groupsOf(subject), (groups) => {
      const trial = trialOf(subject, groups);
      for (const [title, law] of Object.entries(laws)) expect(broken(law, trial), title).toBeNull();
    });
    fc.assert(property, { numRuns: 25 });
  });

  // Where all that is left of a bucket is taken back values, moments cannot tell what is left from rounding; so not inside of maps.
  const deletable = mine.filter(
    ({ bound }) => bound.deletable && !(bound.orderSensitive && bound.output.kind === 'map'),
  );
  test.each(deletable)('takes back what it added over $title', (subject) => {
    const property = fc.property(groupsOf(subject, false), ([a, b, c]) => {
      const trial = trialOf(subject, [a, b, c]);
      if (subject.bound.orderSensitive && trial.expected === null) return;
      expect(broken(removalLaw, trial)).toBeNull();
    });
    fc.assert(property, { numRuns: 25 });
  });

  test('takes some input', () => expect(mine.length).toBeGreaterThan(0));
});
