import { eventSource, join, part } from '@isochron/authoring';
import { flights } from '../tables.ts';
import { byDestination, byOrigin, byRoute, lateByDestination } from './delays.ts';

/** A row a flight, with what was known at its time: to predict whether it will be late. */
export const lateness = join({
  version: 1,
  left: eventSource({
    table: flights,
    time: 'UNIX_MILLIS(date)',
    select: {
      date: 'date',
      origin: 'origin',
      destination: 'destination',
      distance: 'distance',
      /** The label: what the row is to be predicted from everything else. */
      late: 'delay > 15',
    },
  }),
  parts: [
    part(byOrigin),
    part(lateByDestination),
    part(byDestination),
    part(byOrigin, { on: { destination: 'origin' }, prefix: 'onward' }),
    part(byRoute),
  ],
  derive: { slower_than_usual: 'origin_delay_average_1h - origin_delay_average_7d' },
});
