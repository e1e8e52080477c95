import { eventSource, groupBy, join, part } from '@isochron/authoring';
import { flights } from '../tables.ts';

/** What not to do: the delay of a flight counts from the time of the flight on, before anyone could know it. `npm run leak` measures it. */
const leakingDelays = eventSource({
  table: flights,
  time: 'UNIX_MILLIS(date)',
  select: { origin: 'origin', delay: 'delay' },
  where: ['delay IS NOT NULL'],
});

export const byOriginLeaking = groupBy({
  version: 1,
  accuracy: 'temporal',
  sources: [leakingDelays],
  keys: ['origin'],
  aggregations: ({ delay }) => [delay.average('1h')],
});

/** The rows of `lateness`, with the one feature to compare. */
export const leaking = join({
  version: 1,
  left: eventSource({
    table: flights,
    time: 'UNIX_MILLIS(date)',
    select: { origin: 'origin', late: 'delay > 15' },
  }),
  parts: [part(byOriginLeaking)],
});
