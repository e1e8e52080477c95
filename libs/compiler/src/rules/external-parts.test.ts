import type { ExternalPart, TDataType } from '@isochron/thrift';
import { expect, it } from 'vitest';
import { faultsOf, lefts, objectOf } from '../objects.fixture.ts';

const struct = (...names: readonly string[]): TDataType => ({
  kind: 13,
  params: names.map((name) => ({ name, dataType: { kind: 7 } })),
});
const outside = (name: string, changes: Partial<ExternalPart> = {}): ExternalPart => ({
  source: { metadata: { name }, keySchema: struct('user'), valueSchema: struct('score') },
  ...changes,
});
const faults = (...onlineExternalParts: readonly ExternalPart[]) =>
  faultsOf(objectOf('join', lefts({ onlineExternalParts })));

it('refuses two of one name, and one of none', () => {
  expect(faults(outside('scores'), outside('scores'))).toMatchInlineSnapshot(`
    [
      "onlineExternalParts[1] colliding-columns: The column ext_scores_score would come from both the external part scores and this part. | Give the part a prefix of its own.",
    ]
  `);
  expect(faults(outside(''))).toMatchInlineSnapshot(`
    [
      "onlineExternalParts[0] external-part: This external part has no name. | Say in source.metadata.name what it is registered under.",
    ]
  `);
});

it('refuses schemas that cannot be read, and those without a field', () => {
  const map = { kind: 13, params: [{ name: 'm', dataType: { kind: 11, params: [] } }] } as const;
  expect(faults(outside('maps', { source: { metadata: { name: 'maps' }, valueSchema: map } }))).toMatchInlineSnapshot(`
    [
      "onlineExternalParts[0].source.valueSchema external-part: The type of m cannot be read. A MAP has 2 parameters, and this one has 0. | Types are those of TDataType; a MAP has STRING keys.",
    ]
  `);
  expect(faults({ source: { metadata: { name: 'empty' } } })).toMatchInlineSnapshot(`
    [
      "onlineExternalParts[0] external-part: The external part empty gives no field. | Say in source.valueSchema which fields it has.",
    ]
  `);
});

it('refuses a caller who gets back what he did not give', () => {
  expect(faults(outside('contextual'))).toMatchInlineSnapshot(`
    [
      "onlineExternalParts[0] external-part: The part "contextual" gives back what the caller gave, and has other values than keys. | Give it equal schemas of keys and values, or another name.",
    ]
  `);
});

it('has nothing against prefixes, or a caller who gets back what he gave', () => {
  const given = { metadata: { name: 'contextual' }, keySchema: struct('page'), valueSchema: struct('page') };
  expect(faults(outside('scores'), outside('scores', { prefix: 'other' }), { source: given })).toEqual([]);
});
