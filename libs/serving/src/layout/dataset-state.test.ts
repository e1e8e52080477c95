import { bytesOfText, textOfBytes } from '@isochron/kv';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type DatasetState, decodeDatasetState, emptyDatasetState, encodeDatasetState } from './dataset-state.ts';
import { generationAt } from './generation-at.ts';

const DAY_MS = 86_400_000;

const generation = fc.record({
  id: fc.nat(),
  batchEndMs: fc.integer(),
  servingInfoHash: fc.string(),
  keys: fc.nat(),
  refusedKeys: fc.nat(),
  bytes: fc.nat(),
  publishedAtMs: fc.nat(),
});
const state = fc.record<DatasetState>({
  current: fc.option(generation),
  previous: fc.option(generation),
  loading: fc.array(fc.record({ id: fc.nat(), batchEndMs: fc.integer(), owner: fc.string(), renewedAtMs: fc.nat() })),
  retired: fc.array(fc.record({ id: fc.nat(), retiredAtMs: fc.option(fc.nat()) })),
  lastId: fc.nat(),
});

it('comes back as it was written', () => {
  fc.assert(
    fc.property(state, (each) => {
      expect(decodeDatasetState(encodeDatasetState(each))).toEqual(each);
    }),
  );
});

it('is text that a person can read, and that stays as it is', () => {
  const first = {
    id: 7,
    batchEndMs: DAY_MS,
    servingInfoHash: 'ab',
    keys: 3,
    refusedKeys: 0,
    bytes: 90,
    publishedAtMs: 9,
  };
  const written = {
    ...emptyDatasetState,
    current: first,
    loading: [{ id: 8, batchEndMs: 2 * DAY_MS, owner: 'one', renewedAtMs: 10 }],
  };
  expect(textOfBytes(encodeDatasetState(written))).toMatchInlineSnapshot(
    `"{"format":2,"current":{"id":7,"batchEndMs":86400000,"servingInfoHash":"ab","keys":3,"refusedKeys":0,"bytes":90,"publishedAtMs":9},"previous":null,"loading":[{"id":8,"batchEndMs":172800000,"owner":"one","renewedAtMs":10}],"retired":[],"lastId":0}"`,
  );
});

it('refuses what is damaged, and what a newer or an older program wrote', () => {
  const refused = (text: string, code: string) =>
    expect(() => decodeDatasetState(bytesOfText(text))).toThrow(expect.objectContaining({ code }));
  const good = JSON.parse(textOfBytes(encodeDatasetState(emptyDatasetState))) as object;
  expect(decodeDatasetState(bytesOfText(JSON.stringify(good)))).toEqual(emptyDatasetState);
  refused('', 'DATA_LOSS');
  refused('[]', 'DATA_LOSS');
  refused('{"format":2', 'DATA_LOSS');
  refused(JSON.stringify({ ...good, current: 3 }), 'DATA_LOSS');
  refused(JSON.stringify({ ...good, current: { id: 1.5 } }), 'DATA_LOSS');
  refused(JSON.stringify({ ...good, retired: null }), 'DATA_LOSS');
  refused(JSON.stringify({ ...good, format: 3 }), 'FAILED_PRECONDITION');
  refused(JSON.stringify({ ...good, format: 1 }), 'FAILED_PRECONDITION');
  expect(() => decodeDatasetState(Uint8Array.of(0xff))).toThrow(expect.objectContaining({ code: 'DATA_LOSS' }));
});

it('answers an instant from the generation whose batch end it is at or after', () => {
  const of = (id: number, day: number) => ({
    ...{ id, batchEndMs: day * DAY_MS, servingInfoHash: '', keys: 0, refusedKeys: 0, bytes: 0, publishedAtMs: 0 },
  });
  const both = { ...emptyDatasetState, current: of(2, 10), previous: of(1, 9) };
  expect(generationAt(both, 10 * DAY_MS)?.id).toBe(2);
  expect(generationAt(both, 10 * DAY_MS - 1)?.id).toBe(1);
  expect(generationAt(both, 9 * DAY_MS)?.id).toBe(1);
  expect(generationAt(both, 9 * DAY_MS - 1)).toBeNull();
  expect(generationAt({ ...both, previous: null }, 10 * DAY_MS - 1)).toBeNull();
  expect(generationAt(emptyDatasetState, 10 * DAY_MS)).toBeNull();
});
