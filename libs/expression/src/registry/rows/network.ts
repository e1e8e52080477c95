import {
  addressOfText,
  int64OfIpv4,
  ipv4OfInt64,
  knownAddressOfText,
  networkMask,
  textOfAddress,
  truncatedAddress,
} from '../../runtime/ip-address.ts';
import { hostOfUrl } from '../../runtime/url-host.ts';
import { type FunctionRow, fn, row } from '../row.ts';

/** Internet addresses, which are BYTES, and URLs. */
export const networkRows: readonly FunctionRow[] = [
  row('NET.IP_FROM_STRING', 'network', 'The bytes of an IPv4 or IPv6 address, 4 or 16; a fault for any other text.', {
    '(STRING) -> BYTES': { js: fn(knownAddressOfText), givesNull: false, hints: ['ip'] },
  }),
  row('NET.SAFE_IP_FROM_STRING', 'network', 'NET.IP_FROM_STRING, with null for any other text.', {
    '(STRING) -> BYTES': { js: fn(addressOfText), hints: ['ip'] },
  }),
  row('NET.IP_TO_STRING', 'network', 'The text of an address of 4 or 16 bytes; a fault for any other number of them.', {
    '(BYTES) -> STRING': { js: fn(textOfAddress), givesNull: false, hints: ['ip-bytes'] },
  }),
  row(
    'NET.IP_NET_MASK',
    'network',
    'As many bytes as an address has, 4 or 16, with so many bits set from the first on; a fault for other numbers.',
    { '(INT64, INT64) -> BYTES': { js: fn(networkMask), givesNull: false, hints: ['address-length', 'prefix'] } },
  ),
  row('NET.IP_TRUNC', 'network', 'The address with all but so many bits zero, so of its network.', {
    '(BYTES, INT64) -> BYTES': { js: fn(truncatedAddress), givesNull: false, hints: ['ip-bytes', 'prefix'] },
  }),
  row('NET.IPV4_FROM_INT64', 'network', 'The 4 bytes of a number of 32 bits, with or without a sign; a fault beyond.', {
    '(INT64) -> BYTES': { js: fn(ipv4OfInt64), givesNull: false, hints: ['ipv4-number'] },
  }),
  row('NET.IPV4_TO_INT64', 'network', 'The number that 4 bytes are; a fault for any other number of them.', {
    '(BYTES) -> INT64': { js: fn(int64OfIpv4), givesNull: false, hints: ['ip-bytes'] },
  }),
  row(
    'NET.HOST',
    'network',
    'The host of a URL as it is written there: after the scheme and the user, before the port. Null where there is none.',
    { '(STRING) -> STRING': { js: fn(hostOfUrl), hints: ['url'] } },
  ),
];
