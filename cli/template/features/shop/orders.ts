import { eventSource, groupBy } from '@isochron/authoring';
import { orders } from '../tables.ts';

const placed = eventSource({
  table: orders,
  time: 'UNIX_MILLIS(ordered_at)', // an order counts from the instant after it was placed
  start: '2026-01-01',
  select: { customer: 'customer', product: 'product', amount: 'amount', large: 'IF(amount > 50, 1, 0)' },
});

/** What a customer has ordered of late. */
export const byCustomer = groupBy({
  version: 1,
  accuracy: 'temporal', // as of the very instant of a visit, not of the midnight before
  sources: [placed],
  keys: ['customer'],
  aggregations: ({ amount, large, product }) => [
    amount.sum('1d', '7d'), // two features: amount_sum_1d, amount_sum_7d
    amount.count('7d'),
    amount.average('7d'),
    large.sum('7d'),
    product.lastK(3, '7d'),
  ],
  derive: { large_share_7d: 'SAFE_DIVIDE(large_sum_7d, amount_count_7d)' },
});
