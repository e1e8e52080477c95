import type { Definition } from '../../operation.ts';
import { allEqual, moment, numbers } from '../../oracle-values.ts';

export const definition: Definition = (events) => {
  const all = numbers(events);
  return all.length < 3 || allEqual(all) ? null : moment(all, 3) / moment(all, 2) ** 1.5;
};
