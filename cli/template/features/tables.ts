import { table } from '@isochron/authoring';

/** A row an order. */
export const orders = table('orders', {
  order_id: 'INT64',
  customer: 'STRING',
  product: 'STRING',
  amount: 'FLOAT64',
  ordered_at: 'TIMESTAMP',
});

/** A row a visit to the shop. */
export const visits = table('visits', {
  customer: 'STRING',
  visited_at: 'TIMESTAMP',
  /** Whether the customer ordered within a day. */
  bought: 'BOOL',
});
