import { IsochronError } from '@isochron/schema';
import { expect, test, vi } from 'vitest';
import { Reloading } from './reloading.ts';
import { ServedSet } from './served-set.ts';

test('what fails again and again is logged when it begins, when it is another, and when it is over', async () => {
  const logged: string[] = [];
  const log = (level: string) => (fields: unknown) =>
    logged.push(
      typeof fields === 'string' ? `${level} ${fields}` : `${level} ${(fields as { err: Error }).err.message}`,
    );
  const faults = ['', 'gone', 'gone', 'gone', 'torn', 'torn', 'gone', '', '', ''];
  let loads = 0;
  const sets = {
    current: new ServedSet(1, []),
    load: async () => {
      const fault = faults[loads++] ?? '';
      if (fault !== '') throw new IsochronError('DATA_LOSS', fault);
    },
  };
  const metadata = { watch: async function* () {} };
  const logger = { info: log('info'), warn: log('warn'), error: log('error') };
  const address = { repository: 'r', environment: 'e', branch: 'b' };
  // Loggers have many ways to be called; the one who logs here has two.
  const reloading = new Reloading(sets, { metadata, address, refreshMs: 1, logger: logger as never });
  await reloading.start();
  await vi.waitUntil(() => loads >= faults.length);
  await reloading.stop();
  expect(logged).toEqual([
    'warn gone',
    'warn torn',
    'warn gone',
    'info what is published and uploaded can be read again',
  ]);
});
