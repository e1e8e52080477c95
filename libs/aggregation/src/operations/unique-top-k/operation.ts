import {
  type Compare,
  compareOf,
  type DataType,
  keyOf,
  listType,
  longType,
  stringType,
  type Value,
  type ValueKey,
} from '@isochron/schema';
import { refuseInput } from '../../accepts.ts';
import { finiteReversedOf } from '../../finite.ts';
import { kOf, kParameter } from '../../k-argument.ts';
import { ObjectStates, type StateRoom } from '../../object-states.ts';
import type { Operation, Refusal } from '../../operation.ts';
import { placeOf, rankOf } from '../../ranking.ts';
import { definition } from './definition.ts';

const accepted = ['int', 'long', 'string', 'a struct with the fields sort_key: string and unique_id: long'];

export const uniqueTopK: Operation = {
  summary:
    'The k greatest of the different values, the greatest first; of structs the greatest (sort_key, struct) of each unique_id.',
  parameters: [kParameter],
  timed: false,
  deletable: false,
  suffix: (args) => `unique_top${args['k']}`,
  definition,
  bind: (input, args) => {
    const identity = identityOf(input);
    if ('refusal' in identity) return identity;
    const k = kOf('UNIQUE_TOP_K', args);
    if (typeof k === 'object') return k;
    const room = uniqueRoom(input, k, identity);
    return {
      input,
      output: listType(input),
      ir: listType(input),
      deletable: false,
      orderSensitive: false,
      states: (slots) => new ObjectStates(input, room, slots),
    };
  },
};

/** Which values count as one, and which of two is better. */
interface Identity {
  readonly id: (value: Value) => ValueKey;
  readonly rank: Compare;
}

function identityOf(input: DataType): Identity | Refusal {
  if (input.kind === 'int' || input.kind === 'long' || input.kind === 'string') {
    return { id: keyOf(input), rank: rankOf(input, 1) };
  }
  if (input.kind !== 'struct') return refuseInput('UNIQUE_TOP_K', input, accepted);
  const field = (name: string) => input.fields.find((candidate) => candidate.name === name)?.type.kind;
  if (field('sort_key') !== 'string' || field('unique_id') !== 'long') {
    return refuseInput('UNIQUE_TOP_K', input, accepted);
  }
  const id = keyOf(longType);
  const compareKeys = compareOf(stringType);
  const compareWhole = rankOf(input, 1);
  return {
    id: (value) => id(fieldOf(value, 'unique_id')),
    rank: (a, b) => compareKeys(fieldOf(a, 'sort_key'), fieldOf(b, 'sort_key')) || compareWhole(a, b),
  };
}

const fieldOf = (value: Value, name: string): Value => (value as { readonly [field: string]: Value })[name] ?? null;

/**
 * The k best ids, each with its best value: `best` by id, and the same values in `list`, the worst first. Forgetting an id that
 * falls out is safe: the worst kept only ever gets better, so what was forgotten could never come back in, and what is better than
 * it comes in afresh.
 */
type Unique = { readonly best: Map<ValueKey, Value>; list: Value[] };

function uniqueRoom(input: DataType, k: number, { id, rank }: Identity): StateRoom<Unique> {
  const finite = finiteReversedOf(input);
  const add = (state: Unique, value: Value): void => {
    const { best, list } = state;
    const full = best.size >= k;
    if (full && rank(value, list[0] ?? null) <= 0) return;
    const key = id(value);
    const held = best.get(key);
    if (held !== undefined) {
      if (rank(value, held) <= 0) return;
      list.splice(placeOf(list, held, rank) - 1, 1);
    } else if (full) best.delete(id(list.shift() ?? null));
    list.splice(placeOf(list, value, rank), 0, value);
    best.set(key, value);
  };
  const fromValues = (values: readonly Value[]): Unique => {
    const state: Unique = { best: new Map(), list: [] };
    for (const value of values) add(state, value);
    return state;
  };
  return {
    create: () => fromValues([]),
    add,
    absorb: (state, other) => {
      for (const value of other.list) add(state, value);
    },
    absorbEncoded: (state, ir) => {
      while (ir.next()) {
        // The best come first: where one does not come in, none after it does.
        if (state.best.size >= k && rank(ir.item, state.list[0] ?? null) <= 0) return;
        add(state, ir.item);
      }
    },
    copy: ({ best, list }) => ({ best: new Map(best), list: list.slice() }),
    value: ({ list }) => finite(list),
    toIr: ({ list }) => list.toReversed(),
    fromIr: (ir) => fromValues(ir as readonly Value[]),
  };
}
