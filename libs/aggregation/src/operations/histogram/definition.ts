import { compareStrings } from '@isochron/schema';
import type { Definition } from '../../operation.ts';
import { values } from '../../oracle-values.ts';
import { textOf } from '../../value-text.ts';

export const definition: Definition = (events, input, args) => {
  const k = Number(args['k']);
  const groups = [...Map.groupBy(values(events), textOf(input))];
  const counts = groups.map(([value, group]) => ({ value, times: group.length }));
  counts.sort((a, b) => b.times - a.times || compareStrings(a.value, b.value));
  return new Map(counts.slice(0, k === 0 ? counts.length : k).map(({ value, times }) => [value, times]));
};
