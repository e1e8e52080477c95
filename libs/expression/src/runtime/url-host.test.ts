import { expect, it } from 'vitest';
import { hostOfUrl } from './url-host.ts';

it.each([
  ['http://www.example.com/a?b#c', 'www.example.com'],
  [' HTTPS:\\\\user:p@ss@Example.com.:443\\a ', 'Example.com.'],
  ['//example.com', 'example.com'],
  ['example.com', 'example.com'],
  ['mailto:foo@bar.com', 'bar.com'],
  ['http://[::1]:80/', '[::1]'],
  ['..a.b...', 'a.b.'],
  ['http://?x', null],
  ['...', null],
  ['', null],
])('the host of %s is %s', (url, host) => expect(hostOfUrl(url)).toBe(host));

it('takes time by the length alone', () => {
  const long = 1_000_000;
  expect(hostOfUrl(`${'.'.repeat(long)}x`)).toBe('x');
  expect(hostOfUrl(`x${' '.repeat(long)}x`)).toBe(`x${' '.repeat(long)}x`);
  expect(hostOfUrl(`a${'.'.repeat(long)}b`)).toHaveLength(long + 2);
});
