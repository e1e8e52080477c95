import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { readConfig } from './config.ts';

it('takes flags before the environment, and the environment before defaults', () => {
  expect(readConfig({}, {})).toMatchObject({ home: resolve('.isochron'), threads: null });
  expect(readConfig({}, { ISOCHRON_HOME: '/there', ISOCHRON_MEMORY_MIB: '64', ISOCHRON_THREADS: '3' })).toEqual({
    home: resolve('/there'),
    memoryMaxMib: 64,
    threads: 3,
  });
  expect(readConfig({ home: '/here' }, { ISOCHRON_HOME: '/there', ISOCHRON_THREADS: '' })).toMatchObject({
    home: resolve('/here'),
    threads: null,
  });
});

it.each(['0', '-1', '1.5', 'many', '1e3'])('refuses %s threads', (threads) => {
  expect(() => readConfig({}, { ISOCHRON_THREADS: threads })).toThrow(
    `ISOCHRON_THREADS is ${JSON.stringify(threads)}: it must be a whole number from 1 on.`,
  );
});
