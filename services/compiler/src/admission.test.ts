import { expect, it } from 'vitest';
import { Admission } from './admission.ts';

it('lets so many in at once and no more, and the next once one has ended, well or not', async () => {
  const admission = new Admission(2);
  const ends = [Promise.withResolvers<string>(), Promise.withResolvers<string>()] as const;
  const first = admission.run(() => ends[0].promise);
  const second = admission.run(() => ends[1].promise);
  const refused = { code: 'RESOURCE_EXHAUSTED', message: expect.stringContaining('2 sets') };
  await expect(admission.run(async () => 'third')).rejects.toMatchObject(refused);
  ends[0].reject(new Error('failed'));
  await expect(first).rejects.toThrow('failed');
  expect(await admission.run(async () => 'fourth')).toBe('fourth');
  ends[1].resolve('done');
  expect(await second).toBe('done');
});
