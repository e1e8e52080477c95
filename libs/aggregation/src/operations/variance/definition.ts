import type { Definition } from '../../operation.ts';
import { moment, numbers } from '../../oracle-values.ts';

export const definition: Definition = (events) => moment(numbers(events), 2);
