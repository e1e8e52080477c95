import { eventSource, groupBy } from '@isochron/authoring';
import { flights } from '../tables.ts';

/**
 * A delay is an event when it became known, which is the time of the flight plus the delay: taken at the time of the flight itself, a row
 * would see delays that nobody knew of yet (leaking.ts does that, to measure it). Being early counts as known at the time of the flight:
 * any sooner, a row would see how its own flight went. Windows end before the row's time, so it never does.
 */
const delays = eventSource({
  table: flights,
  time: 'UNIX_MILLIS(TIMESTAMP_ADD(date, INTERVAL GREATEST(delay, 0) MINUTE))',
  lag: '2d',
  start: '2001-01-01',
  end: '2001-07-01',
  select: {
    origin: 'origin',
    destination: 'destination',
    delay: 'delay',
    late: 'IF(delay > 15, 1, 0)',
    punctuality:
      "CASE WHEN delay < 0 THEN 'early' WHEN delay <= 15 THEN 'on time' WHEN delay <= 60 THEN 'late' ELSE 'very late' END",
  },
  where: ['delay IS NOT NULL'],
});

/** How departures from an airport have gone. */
export const byOrigin = groupBy({
  version: 1,
  accuracy: 'temporal',
  sources: [delays],
  keys: ['origin'],
  aggregations: ({ delay, late }) => [
    delay.average('1h', '1d', '7d'),
    delay.count('1h', '1d', '7d'),
    delay.max('1h', '1d'),
    late.sum('1h', '1d'),
    delay.lastK(5, '1d'),
  ],
  derive: { late_share_1d: 'SAFE_DIVIDE(late_sum_1d, delay_count_1d)' },
});

/** Where the late departures from an airport went. A map from destination to count is large, so it is asked for once, not for both ends. */
export const lateByDestination = groupBy({
  version: 1,
  accuracy: 'temporal',
  sources: [delays],
  keys: ['origin'],
  aggregations: ({ late }) => [late.sum('7d').by('destination')],
});

/** How flights into an airport have gone. */
export const byDestination = groupBy({
  version: 1,
  accuracy: 'temporal',
  sources: [delays],
  keys: ['destination'],
  aggregations: ({ delay, late }) => [
    delay.average('1h', '1d', '7d'),
    delay.count('1h', '1d'),
    late.sum('1h', '1d'),
    delay.variance('7d'),
  ],
});

/** How one route has gone: fewer flights, so longer windows. */
export const byRoute = groupBy({
  version: 1,
  accuracy: 'temporal',
  sources: [delays],
  keys: ['origin', 'destination'],
  aggregations: ({ delay, late, punctuality }) => [
    delay.average('7d', '30d'),
    delay.count('7d', '30d'),
    late.sum('7d', '30d'),
    delay.variance('30d'),
    delay.lastK(5, '30d'),
    delay.topK(3, '30d'),
    punctuality.histogram('30d'),
  ],
});
