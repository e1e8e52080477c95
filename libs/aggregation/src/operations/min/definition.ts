import type { Definition } from '../../operation.ts';
import { ascending, values } from '../../oracle-values.ts';

export const definition: Definition = (events, input) => ascending(values(events), input)[0] ?? null;
