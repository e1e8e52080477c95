import { eventSource, join, part } from '@isochron/authoring';
import { flights } from '../tables.ts';
import { byOrigin, lateByDestination } from './delays.ts';

/** What is known of a flight when it boards: asked for by a model server, while training.ts makes the table that the model learns from. */
export const boarding = join({
  version: 1,
  online: true,
  left: eventSource({
    table: flights,
    time: 'UNIX_MILLIS(date)',
    select: { origin: 'origin', destination: 'destination' },
  }),
  parts: [part(byOrigin), part(lateByDestination), part(byOrigin, { on: { destination: 'origin' }, prefix: 'onward' })],
  derive: { slower_than_usual: 'origin_delay_average_1h - origin_delay_average_7d' },
});
