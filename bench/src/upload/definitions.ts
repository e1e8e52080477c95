import { eventSource, groupBy, table } from '@isochron/authoring';

const events = table('events', { user_id: 'STRING', ts: 'INT64', amount: 'FLOAT64', item: 'STRING' });

const amounts = eventSource({
  table: events,
  time: 'ts',
  start: '2024-01-01',
  end: '2024-02-29',
  select: { user_id: 'user_id', amount: 'amount' },
});

/** Twelve numbers a key: of the longest window, 30 days, the batch half keeps days; of the shorter ones hours and minutes too. */
export const numbers = groupBy({
  version: 1,
  accuracy: 'temporal',
  sources: [amounts],
  keys: ['user_id'],
  aggregations: ({ amount }) => [
    amount.sum('1h', '1d', '7d', '30d'),
    amount.count('1h', '1d', '7d', '30d'),
    amount.max('1h', '1d', '7d', '30d'),
  ],
});

export const daily = groupBy({
  version: 1,
  accuracy: 'snapshot',
  sources: [amounts],
  keys: ['user_id'],
  aggregations: ({ amount }) => [
    amount.sum('1d', '7d', '30d'),
    amount.count('1d', '7d', '30d'),
    amount.max('1d', '7d', '30d'),
  ],
});

/** The day that is uploaded, and the instant of the first event that counts: 30 days before its end. */
export const DAY = '2024-02-29';
export const FIRST_MS = Date.UTC(2024, 0, 31);
