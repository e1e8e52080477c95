import {
  createVector,
  doubleType,
  type Field,
  getValue,
  listType,
  longType,
  mapType,
  stringType,
  type Value,
  vectorOf,
} from '@isochron/schema';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bindColumn } from './bind.ts';
import type { EncodedIr } from './encoded-ir.ts';
import { type Bound, FIRST_SLOT, type Input, type States } from './operation.ts';
import { operationNames } from './operations/index.ts';
import { RUN } from './runs.ts';

const inputs: readonly Field[] = [
  { name: 'longs', type: longType },
  { name: 'doubles', type: doubleType },
  { name: 'texts', type: stringType },
  { name: 'lists', type: listType(stringType) },
  { name: 'maps', type: mapType(stringType, doubleType) },
];

const text = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'é');
const double = fc.integer({ min: -8, max: 8 }).map((n) => n / 4);
const values: Readonly<Record<string, fc.Arbitrary<Value>>> = {
  longs: fc.integer({ min: -5, max: 5 }),
  doubles: double,
  texts: text,
  lists: fc.array(text, { maxLength: 3 }),
  maps: fc.dictionary(text, double, { maxKeys: 3 }).map((prices) => new Map(Object.entries(prices))),
};

/** IRs that stand in an array, whose places are their numbers. */
class Listed implements EncodedIr {
  key = '';
  item: Value = null;
  readonly irs: Value[] = [];
  #rest: Iterator<Value | readonly [string, Value]> = [].values();

  value(place: number): Value {
    // Bytes have one place where they are read.
    this.#rest = [].values();
    return this.irs[place] ?? null;
  }

  open(place: number): void {
    // What is opened is a list or a map.
    this.#rest = (this.irs[place] as readonly Value[] | ReadonlyMap<string, Value>)[Symbol.iterator]();
  }

  next(): boolean {
    const { done, value } = this.#rest.next();
    if (done === true) return false;
    // Of these inputs no list has lists for items: an array is a map's key and value.
    if (Array.isArray(value)) [this.key, this.item] = value as unknown as [string, Value];
    else this.item = value as Value;
    return true;
  }
}

interface Case {
  readonly title: string;
  readonly bound: Bound;
  readonly value: fc.Arbitrary<Value>;
  readonly isBucketed: boolean;
}

const cases = operationNames.flatMap((name) =>
  inputs.flatMap(({ name: input, type }) =>
    [false, true].flatMap((isBucketed): Case[] => {
      const bound = [{ k: '3' }, {}]
        .map((args) => bindColumn(name, type, args, isBucketed))
        .find((each) => 'ir' in each);
      const value = values[input];
      if (bound === undefined || !('ir' in bound) || value === undefined) return [];
      if (bound.states(2).writeEncoded === undefined) return [];
      return [{ title: `${name} of ${input}${isBucketed ? ' in buckets' : ''}`, bound, value, isBucketed }];
    }),
  ),
);

/** Events of a slot each. */
type Events = readonly { readonly ts: number; readonly value: Value; readonly bucket: string | null }[];

function irOf({ bound, isBucketed }: Case, events: Events): Value {
  const states = bound.states(FIRST_SLOT + 1);
  const vector = vectorOf(
    bound.input,
    events.map(({ value }) => value),
  );
  const input: Input = isBucketed
    ? { kind: 'bucketed', bucket: events.map(({ bucket }) => bucket), value: vector }
    : vector;
  const at = new Int32Array(events.length).fill(FIRST_SLOT);
  states.update(
    at,
    input,
    Float64Array.from(events, ({ ts }) => ts),
    events.length,
  );
  return states.read(FIRST_SLOT);
}

/** All in slots from the first on, and after them one that is not written: what comes of folding them all, and some, in one score. */
function folded(
  { bound }: Case,
  irs: readonly Value[],
  write: (states: States, slot: number, ir: Value) => void,
): readonly Value[] {
  const states = bound.states(FIRST_SLOT + irs.length + 3);
  irs.forEach((ir, index) => void write(states, FIRST_SLOT + index, ir));
  const [all, some, shared] = [0, 1, 2].map((index) => FIRST_SLOT + irs.length + index) as [number, number, number];
  const last = FIRST_SLOT + irs.length;
  const runs = [
    all,
    FIRST_SLOT,
    FIRST_SLOT + 1,
    last,
    some,
    some,
    FIRST_SLOT + 1,
    last - 1,
    shared,
    last - 1,
    last,
    last,
    // What stands in bytes itself is added to.
    FIRST_SLOT + 1,
    FIRST_SLOT + 1,
    FIRST_SLOT + 2,
    FIRST_SLOT + 3,
  ];
  states.fold(Int32Array.from(runs), runs.length / RUN);
  const output = createVector(bound.output, 3);
  states.finalize(all, 3, output, 0);
  return [0, 1, 2]
    .map((row) => getValue(bound.output, output, row))
    .concat([all, some, shared, FIRST_SLOT + 1].map((slot) => states.read(slot)));
}

test.each(cases)('$title: IRs in bytes come to the same as IRs that were written', (each) => {
  const event = fc.record({ ts: fc.nat({ max: 20 }), value: each.value, bucket: fc.constantFrom('x', 'y', null) });
  fc.assert(
    fc.property(fc.array(fc.array(event, { maxLength: 8 }), { minLength: 3, maxLength: 6 }), (slots) => {
      const irs = slots.map((events) => irOf(each, events));
      const listed = new Listed();
      const encoded = folded(each, irs, (states, slot, ir) => {
        if (ir === null) states.write(slot, null);
        else states.writeEncoded?.(slot, listed, listed.irs.push(ir) - 1);
      });
      const written = folded(each, irs, (states, slot, ir) => void states.write(slot, ir));
      expect(encoded).toEqual(written);
    }),
    { numRuns: 40 },
  );
});

test('of a map that is damaged in the middle nothing is told, however often it is asked for', () => {
  const bound = bindColumn('SUM', longType, {}, true);
  if (!('ir' in bound)) throw new Error('sums go by buckets');
  const states = bound.states(FIRST_SLOT + 1);
  const damaged = new Listed();
  const next = damaged.next.bind(damaged);
  damaged.next = () => {
    if (next()) return true;
    throw new Error('they end early');
  };
  states.writeEncoded?.(FIRST_SLOT, damaged, damaged.irs.push(new Map([['x', 1]])) - 1);
  for (let time = 0; time < 2; time++) expect(() => states.read(FIRST_SLOT)).toThrow('they end early');
  states.write(FIRST_SLOT, null);
  expect(states.read(FIRST_SLOT)).toBeNull();
});

test('a batch half of another k counts no more than k', () => {
  const bound = bindColumn('BOUNDED_UNIQUE_COUNT', stringType, { k: '2' }, false);
  if (!('ir' in bound)) throw new Error('texts are counted');
  const states = bound.states(FIRST_SLOT + 1);
  states.write(FIRST_SLOT, ['c', 'a', 'b']);
  const output = createVector(bound.output, 1);
  states.finalize(FIRST_SLOT, 1, output, 0);
  expect(getValue(bound.output, output, 0)).toBe(2);
});
