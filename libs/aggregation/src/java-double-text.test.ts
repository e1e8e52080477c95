import fc from 'fast-check';
import { expect, test } from 'vitest';
import { javaDoubleText } from './java-double-text.ts';

// As `Double.toString` of Java 19 prints them.
test.each([
  [0, '0.0'],
  [-0, '-0.0'],
  [2, '2.0'],
  [-100, '-100.0'],
  [0.1, '0.1'],
  [0.001, '0.001'],
  [0.0009, '9.0E-4'],
  [123456.789, '123456.789'],
  [9999999.999, '9999999.999'],
  [1e7, '1.0E7'],
  [-12345678.9, '-1.23456789E7'],
  [1e21, '1.0E21'],
  [2e23, '2.0E23'],
  [5e-324, '4.9E-324'],
  [1.7976931348623157e308, '1.7976931348623157E308'],
  [Math.fround(0.1), '0.10000000149011612'],
  [Number.NaN, 'NaN'],
  [-Infinity, '-Infinity'],
])('%d is %s', (value, text) => expect(javaDoubleText(value)).toBe(text));

test('reads back as the number', () => {
  const property = fc.property(fc.double({ noNaN: true }), (value) => {
    expect(Number(javaDoubleText(value))).toBe(value);
  });
  fc.assert(property);
});
