import { expect, test } from 'vitest';
import { opening } from './opening.ts';

const closing = (name: string, closed: string[]) => ({ close: async () => void closed.push(name) });

test('what was opened is closed from the last to the first, once', async () => {
  const closed: string[] = [];
  const close = await opening(async (opened) => {
    opened.add(closing('frame', closed));
    opened.add(closing('store', closed));
    return opened.close;
  });
  expect(closed).toEqual([]);
  await close();
  await close();
  expect(closed).toEqual(['store', 'frame']);
});

test('what fails closes what was open by then, and is told as it is', async () => {
  const closed: string[] = [];
  const fault = new Error('no port');
  const failing = opening(async (opened) => {
    opened.add(closing('frame', closed));
    opened.add(closing('store', closed));
    throw fault;
  });
  await expect(failing).rejects.toBe(fault);
  expect(closed).toEqual(['store', 'frame']);
});
