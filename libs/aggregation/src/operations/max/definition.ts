import type { Definition } from '../../operation.ts';
import { descending, values } from '../../oracle-values.ts';

export const definition: Definition = (events, input) => descending(values(events), input)[0] ?? null;
