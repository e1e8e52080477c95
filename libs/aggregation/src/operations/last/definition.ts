import type { Definition } from '../../operation.ts';
import { byTime } from '../../oracle-values.ts';

export const definition: Definition = (events, input) => byTime(events, input).at(-1) ?? null;
