import { eventSource, join, part } from '@isochron/authoring';
import { flights } from '../tables.ts';
import { byDestination, byOrigin, byRoute } from './delays.ts';

/** Every flight, at the time it is due, with what was known then: to predict whether it will be late. */
export const lateness = join({
  version: 1,
  left: eventSource({
    table: flights,
    time: 'UNIX_MILLIS(date)',
    select: {
      origin: 'origin',
      destination: 'destination',
      distance: 'distance',
      /** The label: what the row is to be predicted from everything else. */
      late: 'delay > 15',
    },
  }),
  parts: [
    part(byOrigin),
    part(byDestination),
    part(byOrigin, { on: { destination: 'origin' }, prefix: 'onward' }),
    part(byRoute),
  ],
});
