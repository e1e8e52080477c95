import type { LabelPart, Window } from '@isochron/thrift';
import { expect, it } from 'vitest';
import { aggregate, faultsOf, lefts, objectOf, sums, users } from '../objects.fixture.ts';

const hours = (length: number): Window => ({ length, timeUnit: 0 });
const sinceEver = sums({ aggregations: [aggregate('price', 'SUM')] });
const label = (changes: Partial<LabelPart> = {}): LabelPart => ({
  joinPart: { groupBy: sinceEver, prefix: 'label', useLongNames: false },
  startOffset: hours(0),
  endOffset: hours(24),
  ...changes,
});
const faults = (part: LabelPart) => faultsOf(objectOf('join', lefts({ labelParts: [part] })));

it('refuses spans that are none', () => {
  expect(faults(label({ startOffset: hours(-1) }))).toMatchInlineSnapshot(`
    [
      "labelParts[0] label-part: This label begins before its row. | What is known before a row is a feature: make it a part.",
    ]
  `);
  expect(faults(label({ endOffset: hours(0) }))).toMatchInlineSnapshot(`
    [
      "labelParts[0] label-part: This label ends before it begins. | Write from: '0h', to: '24h'.",
    ]
  `);
  const { endOffset: _, ...endless } = label();
  expect(faults(endless)).toMatchInlineSnapshot(`
    [
      "labelParts[0] label-part: This label has no end. | Write to: '24h', how long after the row it is settled.",
    ]
  `);
});

it('refuses windows of another length, and entities', () => {
  const week = { joinPart: { groupBy: sums(), prefix: 'label', useLongNames: false } };
  expect(faults(label(week))).toMatchInlineSnapshot(`
    [
      "labelParts[0].joinPart.groupBy.aggregations[0].windows[0] label-part: The window 7d of price_sum_7d is not the span of this label. | Leave the window out: a label has the span that from and to say.",
    ]
  `);
  const ages = sums({ sources: [users()], aggregations: [aggregate('age', 'SUM')] });
  expect(faults(label({ joinPart: { groupBy: ages, prefix: 'label', useLongNames: false } }))).toMatchInlineSnapshot(`
    [
      "labelParts[0] label-part: A label is made of what happened, and shop/orders.byUser__1 reads entities. | Read events.",
    ]
  `);
  const left = users({ query: { selects: { user: 'user', item: 'country' } } });
  expect(faultsOf(objectOf('join', lefts({ left, labelParts: [label()] })))).toMatchInlineSnapshot(`
    [
      "labelParts[0] label-part: Labels follow the instant of a row, and entities on the left have none. | Read events on the left.",
    ]
  `);
});

it('has nothing against a span, and a window of its length', () => {
  expect(faults(label())).toEqual([]);
  expect(
    faults(label({ joinPart: { groupBy: sums(), prefix: 'label', useLongNames: false }, endOffset: hours(168) })),
  ).toEqual([]);
});
