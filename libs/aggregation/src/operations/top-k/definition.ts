import type { Definition } from '../../operation.ts';
import { descending, values } from '../../oracle-values.ts';

export const definition: Definition = (events, input, args) =>
  descending(values(events), input).slice(0, Number(args['k']));
