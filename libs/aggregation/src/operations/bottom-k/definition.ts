import type { Definition } from '../../operation.ts';
import { ascending, values } from '../../oracle-values.ts';

export const definition: Definition = (events, input, args) =>
  ascending(values(events), input).slice(0, Number(args['k']));
