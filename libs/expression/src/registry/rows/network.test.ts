import { expect, it } from 'vitest';
import { evaluate } from '../../run.fixture.ts';

it.each([
  ["NET.IP_TO_STRING(NET.IP_TRUNC(NET.IP_FROM_STRING('10.1.2.255'), 22))", '10.1.0.0'],
  ["NET.IP_TO_STRING(NET.IP_TRUNC(NET.IP_FROM_STRING('2001:db8:ffff::1'), 33))", '2001:db8:8000::'],
  ['NET.IP_TO_STRING(NET.IP_NET_MASK(4, 20))', '255.255.240.0'],
  ["NET.IPV4_TO_INT64(NET.IP_FROM_STRING('255.0.0.1'))", 4278190081],
  ['NET.IP_TO_STRING(NET.IPV4_FROM_INT64(-1))', '255.255.255.255'],
  ["NET.SAFE_IP_FROM_STRING('1.2.3')", null],
  ["SAFE.NET.IP_FROM_STRING('1.2.3')", null],
  ["net.host('http://a.b/c')", 'a.b'],
])('%s is %s', (expression, value) => expect(evaluate(expression)).toBe(value));

it.each([
  ["NET.IP_FROM_STRING('1.2.3')", '"1.2.3" is no IP address'],
  ["NET.IP_TO_STRING(b'abc')", 'has 4 bytes (IPv4) or 16 (IPv6), not 3'],
  ['NET.IP_NET_MASK(4, 33)', 'must be 0 to 32, not 33'],
  ['NET.IP_NET_MASK(5, 3)', 'must be 4 or 16, not 5'],
  ['NET.IPV4_FROM_INT64(4294967296)', '4294967296 is no IPv4 address'],
  ["NET.REG_DOMAIN('a.co.uk')", 'NET.REG_DOMAIN is refused'],
])('%s: %s', (expression, fault) => expect(() => evaluate(expression)).toThrow(fault));
