import type { Definition } from '../../operation.ts';
import { mean, numbers } from '../../oracle-values.ts';

export const definition: Definition = (events) => mean(numbers(events));
