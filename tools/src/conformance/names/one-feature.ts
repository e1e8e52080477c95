import { type Catalog, type Planned, planOfGroupBy } from '@isochron/compiler';
import { longType, stringType } from '@isochron/schema';
import { Accuracy, type Aggregation, TimeUnit, type Window } from '@isochron/thrift';
import { type Case, numberAt, textAt } from '../case-file.ts';

/** A table with a column for each thing that an aggregation names. */
const catalog: Catalog = {
  tables: new Map([
    [
      'events',
      [
        { name: 'user', type: stringType },
        { name: 'merchant', type: stringType },
        { name: 'amount', type: longType },
        { name: 'ts', type: longType },
      ],
    ],
  ]),
};

/** What the compiler makes of one aggregation over `amount`, by buckets of `merchant` or none. */
export function planned(aggregation: Aggregation, accuracy: Accuracy = Accuracy.TEMPORAL): Planned {
  const query = { selects: { user: 'user', merchant: 'merchant', amount: 'amount' }, timeColumn: 'ts' };
  const sources = [{ events: { table: 'events', query } }];
  const metaData = { name: 'team.file.name__0' };
  return planOfGroupBy({ metaData, sources, keyColumns: ['user'], aggregations: [aggregation], accuracy }, catalog);
}

/** The outputs' names; null where the aggregation is refused, with the reasons. */
export function outputNames({ plan, diagnostics }: Planned): readonly string[] | { readonly refusal: string } {
  if (plan?.kind === 'group-by') return plan.outputs.map(({ name }) => name);
  return { refusal: diagnostics.map(({ code, message }) => `${code}: ${message}`).join(' ') };
}

/** The window of a case: its `length` and `unit`. */
export function windowOf(from: Case): Window {
  const unit = textAt(from, 'unit');
  const known = unit === 'DAYS' || unit === 'HOURS' || unit === 'MINUTES' ? TimeUnit[unit] : undefined;
  if (known === undefined) throw new TypeError(`"${unit}" is not a unit of time`);
  return { length: numberAt(from, 'length'), timeUnit: known };
}
