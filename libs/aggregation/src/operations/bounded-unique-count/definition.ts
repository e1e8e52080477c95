import { keyOf } from '@isochron/schema';
import type { Definition } from '../../operation.ts';
import { values } from '../../oracle-values.ts';

export const definition: Definition = (events, input, args) =>
  Math.min(Number(args['k']), new Set(values(events).map(keyOf(input))).size);
