import type { Definition } from '../../operation.ts';
import { byTime } from '../../oracle-values.ts';

export const definition: Definition = (events, input, args) =>
  byTime(events, input).slice(-Number(args['k'])).reverse();
