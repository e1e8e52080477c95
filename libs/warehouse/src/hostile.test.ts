import { IsochronError } from '@isochron/schema';
import { describe, expect, it } from 'vitest';
import { hostileWarehouse, retryingWarehouse } from './hostile.ts';
import type { TableDescription, Warehouse } from './warehouse.ts';

const SEED = 7;

/** A warehouse of which only two calls are used: it counts its exports, and its one table has as many partitions. */
function countingWarehouse(): Warehouse & { exports: number } {
  const unused = (): Promise<never> => Promise.reject(new Error('not used here'));
  const counting = {
    exports: 0,
    tables: unused,
    typeOf: unused,
    load: unused,
    project: unused,
    fold: unused,
    assemble: unused,
    read: unused,
    rows: unused,
    summarize: unused,
    describe: async (name: string): Promise<TableDescription> => {
      const partition = {
        day: '2001-01-01',
        rows: counting.exports,
        bytes: 0,
        version: '',
        fingerprint: null,
        writtenAtMs: 0,
      };
      return { name, columns: [], partitions: [partition] };
    },
    exportTo: async () => ({ rows: ++counting.exports }),
    close: async () => {},
  };
  return counting;
}

const range = { start: '2001-01-01', end: '2001-01-01' };

describe('a hostile warehouse', () => {
  it('loses replies of calls that did happen', async () => {
    const inner = countingWarehouse();
    const hostile = hostileWarehouse(inner, { seed: SEED, delayMsMax: 0, lostReplies: 1, staleReads: 0 });
    const thrown = await hostile.exportTo('trips', range, 'file').catch(IsochronError.from);
    expect(thrown).toMatchObject({ code: 'UNAVAILABLE', message: expect.stringContaining('may have happened') });
    expect(inner.exports).toBe(1);
    expect(hostile.events).toEqual(['lost the reply of export of trips']);
  });

  it('answers describe from the past', async () => {
    const inner = countingWarehouse();
    const hostile = hostileWarehouse(inner, { seed: SEED, delayMsMax: 0, lostReplies: 0, staleReads: 1 });
    const rows = async () => (await hostile.describe('trips'))?.partitions[0]?.rows;
    expect(await rows()).toBe(0);
    inner.exports = 5;
    expect(await rows()).toBe(0);
    expect(await rows()).toBe(5);
  });

  it('does the same for the same seed, and gives in to who asks again', async () => {
    const stories = [1, 2].map(async () => {
      const inner = countingWarehouse();
      const hostile = hostileWarehouse(inner, { seed: SEED, delayMsMax: 1, lostReplies: 0.5, staleReads: 0.5 });
      const patient = retryingWarehouse(hostile, 50);
      for (let call = 0; call < 10; call++) await patient.exportTo('trips', range, 'file');
      return [inner.exports, hostile.events];
    });
    const [first, second] = await Promise.all(stories);
    expect(first).toEqual(second);
    expect(first?.[0]).toBeGreaterThan(10);
  });

  it('is given up on after so many attempts', async () => {
    const hostile = hostileWarehouse(countingWarehouse(), { seed: SEED, delayMsMax: 0, lostReplies: 1, staleReads: 0 });
    await expect(retryingWarehouse(hostile, 3).exportTo('trips', range, 'file')).rejects.toMatchObject({
      code: 'UNAVAILABLE',
    });
    expect(hostile.events).toHaveLength(3);
  });
});
