import { eventSource, groupBy, join, part, table } from '@isochron/authoring';

const events = table('events', { user_id: 'STRING', ts: 'INT64', amount: 'FLOAT64', item: 'STRING' });
const asks = table('asks', { user_id: 'STRING', ts: 'INT64', ask_id: 'INT64' });

const amounts = eventSource({
  table: events,
  time: 'ts',
  start: '2024-01-01',
  end: '2024-02-29',
  select: { user_id: 'user_id', amount: 'amount', item: 'item' },
});

const left = eventSource({ table: asks, time: 'ts', select: { user_id: 'user_id', ask_id: 'ask_id' } });

export const scalars = groupBy({
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

export const scalarsAndObjects = groupBy({
  version: 1,
  accuracy: 'temporal',
  sources: [amounts],
  keys: ['user_id'],
  aggregations: ({ amount, item }) => [
    amount.sum('1h', '1d', '7d', '30d'),
    amount.count('1h', '1d', '7d', '30d'),
    amount.max('1h', '1d', '7d', '30d'),
    amount.lastK(10, '7d'),
    item.uniqueCount('7d'),
    item.histogram('7d'),
  ],
});

export const twelveScalars = join({ version: 1, left, parts: [part(scalars)] });
export const withObjects = join({ version: 1, left, parts: [part(scalarsAndObjects)] });
