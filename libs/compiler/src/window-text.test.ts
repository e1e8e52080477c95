import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseWindow, windowMs, windowText } from './window-text.ts';

it('reads what it writes', () => {
  const text = fc
    .tuple(fc.integer({ min: 1, max: 2 ** 31 - 2 }), fc.constantFrom('m', 'h', 'd'))
    .map(([n, unit]) => `${n}${unit}`);
  fc.assert(
    fc.property(text, (window) => {
      expect(windowText(parseWindow(window))).toBe(window);
    }),
  );
});

it.each(['7x', '', 'd', '7', '-7d', '1.5h', ' 7d', '7 d', '7D', '99999999999d', '2147483647d'])(
  'refuses "%s"',
  (text) => {
    expect(parseWindow(text)).toBe(null);
  },
);

it('is milliseconds, or nothing where there is no bound', () => {
  expect(windowMs(parseWindow('30m'))).toBe(1_800_000);
  expect(windowMs(parseWindow('7h'))).toBe(25_200_000);
  expect(windowMs(parseWindow('7d'))).toBe(604_800_000);
  expect(windowMs({ length: 2 ** 31 - 1, timeUnit: 1 })).toBe(null);
  expect(windowText(null)).toBe('');
});
