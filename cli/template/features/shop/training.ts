import { eventSource, join, part } from '@isochron/authoring';
import { visits } from '../tables.ts';
import { byCustomer } from './orders.ts';

/** A row a visit, with what was known of the customer just before it: to predict whether something is bought. */
export const purchases = join({
  version: 1,
  left: eventSource({
    table: visits,
    time: 'UNIX_MILLIS(visited_at)',
    start: '2026-01-07',
    select: { customer: 'customer', visited_at: 'visited_at', bought: 'bought' },
  }),
  parts: [part(byCustomer)], // the left side's column customer carries the key of that name
  rowIds: ['customer', 'visited_at'],
});
