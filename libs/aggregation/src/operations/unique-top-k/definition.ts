import { compareOf, stringType, type Value } from '@isochron/schema';
import type { Definition } from '../../operation.ts';
import { property, values } from '../../oracle-values.ts';

export const definition: Definition = (events, input, args) => {
  const isStruct = input.kind === 'struct';
  const key = (value: Value): Value => (isStruct ? property(value, 'sort_key') : null);
  const id = (value: Value): Value => (isStruct ? property(value, 'unique_id') : value);
  const compareKeys = compareOf(stringType);
  const compare = compareOf(input);
  const best = new Map<Value, Value>();
  for (const value of values(events).sort((a, b) => compareKeys(key(b), key(a)) || compare(b, a))) {
    if (!best.has(id(value))) best.set(id(value), value);
  }
  return [...best.values()].slice(0, Number(args['k']));
};
