import { valueReaderOf, valueToJson } from '@isochron/schema';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitrarySample, fetchedOf } from './fetched.fixture.ts';
import { JsonEncoder } from './json-encoder.ts';

test('rows of any types are the JSON of their values, by name and in order', () => {
  fc.assert(
    fc.property(arbitrarySample, (sample) => {
      const { fields, values } = sample;
      const encoder = new JsonEncoder(fields);
      const fetched = fetchedOf(sample);
      for (const [row, cells] of values.entries()) {
        const json = fields.map(({ type }, at) => JSON.parse(JSON.stringify(valueToJson(type, cells[at] ?? null))));
        expect(JSON.parse(encoder.values(fetched, row))).toEqual(json);
        expect(JSON.parse(`${encoder.row(fetched, row)}}`)).toEqual(
          Object.fromEntries(fields.map(({ name }, at) => [name, json[at]])),
        );
        // What is written is read again by its type, exactly: no reader of JSON rounds a long.
        for (const [at, { type }] of fields.entries()) {
          if (type.kind === 'long') expect(valueReaderOf(type)(json[at])).toEqual(cells[at]);
        }
      }
    }),
    { numRuns: 60 },
  );
});
