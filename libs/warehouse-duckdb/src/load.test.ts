import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Warehouse } from '@isochron/warehouse';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDuckDbWarehouse } from './index.ts';

describe('loading files whose types are guessed', () => {
  let folder: string;
  let warehouse: Warehouse;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'isochron-load-'));
    warehouse = await openDuckDbWarehouse({ home: folder });
  });
  afterEach(async () => {
    await warehouse.close();
    await rm(folder, { recursive: true, force: true });
  });

  const load = async (name: string, text: string) => {
    const file = join(folder, name);
    await writeFile(file, text);
    return warehouse.load({ table: 'trips', files: [file], time: 'at', contentHash: null });
  };

  it('reads a day of whole numbers, its columns in another order, as the table has them', async () => {
    await load('a.ndjson', '{"at":"2024-01-01T10:00:00Z","fare":1.5}\n{"at":"2024-01-02T10:00:00Z","fare":2.5}\n');
    await load('b.ndjson', '{"fare":4,"at":"2024-01-02T11:00:00Z"}\n');
    const rows = await warehouse.rows({
      scan: {
        table: 'trips',
        days: { start: '2024-01-01', end: '2024-01-02' },
        columns: [{ name: 'fare', expression: 'fare' }],
        where: [],
      },
      limit: 10,
    });
    expect(rows).toEqual([{ fare: 1.5 }, { fare: 4 }]);
    const description = await warehouse.describe('trips');
    expect(description?.columns.map(({ name, type }) => `${name} ${type.kind}`)).toEqual([
      'at timestamp',
      'fare double',
    ]);
  });

  it('still refuses what is another column', async () => {
    await load('a.csv', 'at,fare\n2024-01-01T10:00:00Z,1.5\n2024-01-02T10:00:00Z,2.5\n');
    await expect(load('b.csv', 'at,fare\n2024-01-02T10:00:00Z,cheap\n')).rejects.toMatchObject({
      code: 'FAILED_PRECONDITION',
      message: expect.stringContaining('"fare"'),
    });
  });
});
