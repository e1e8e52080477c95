import { RowFault } from '../row-fault.ts';
import type { Int64 } from '../value.ts';

/** Internet addresses as their bytes: 4 of IPv4, 16 of IPv6, the highest first. */

const [IPV4_BYTES, IPV6_BYTES] = [4, 16];
/** No text of an address is longer. */
const TEXT_MAX = 45;
const IPV4 = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/;
const GROUP = /^[\da-f]{1,4}$/i;
const GROUPS = 8;

/** What POSIX's inet_pton reads: four decimal numbers without zeros before them, or groups of hexadecimal digits. null for anything else. */
export function addressOfText(text: string): Uint8Array | null {
  if (text.length > TEXT_MAX) return null;
  const bytes = text.includes(':') ? ipv6Bytes(text) : ipv4Bytes(text);
  return bytes === null ? null : Uint8Array.from(bytes);
}

export function knownAddressOfText(text: string): Uint8Array {
  const address = addressOfText(text);
  if (address === null) throw new RowFault(`${JSON.stringify(text.slice(0, 60))} is no IP address`);
  return address;
}

function ipv4Bytes(text: string): readonly number[] | null {
  const [, ...parts] = IPV4.exec(text) ?? [];
  const fits = parts.length > 0 && parts.every((part) => Number(part) <= 0xff && (part === '0' || part[0] !== '0'));
  return fits ? parts.map(Number) : null;
}

/** `::` stands for one group of zeros or more, once. The last two groups may be written as IPv4. */
function ipv6Bytes(text: string): readonly number[] | null {
  const [before = '', after, ...more] = text.split('::');
  if (more.length > 0) return null;
  const [head, tail] = [groupsOf(before, after === undefined), groupsOf(after ?? '', true)];
  if (head === null || tail === null) return null;
  const missing = GROUPS - head.length - tail.length;
  if (after === undefined ? missing !== 0 : missing < 1) return null;
  const groups = [...head, ...Array.from({ length: missing }, () => 0), ...tail];
  return groups.flatMap((group) => [group >> 8, group & 0xff]);
}

function groupsOf(text: string, isLast: boolean): readonly number[] | null {
  if (text === '') return [];
  const groups: number[] = [];
  const parts = text.split(':');
  for (const [at, part] of parts.entries()) {
    const ipv4 = isLast && at === parts.length - 1 ? ipv4Bytes(part) : null;
    if (ipv4 !== null) {
      const [a = 0, b = 0, c = 0, d = 0] = ipv4;
      groups.push((a << 8) | b, (c << 8) | d);
    } else if (GROUP.test(part)) groups.push(Number.parseInt(part, 16));
    else return null;
  }
  return groups;
}

/** As inet_ntop writes it: the first of the longest runs of groups of zeros, two at least, as `::`. */
export function textOfAddress(bytes: Uint8Array): string {
  if (bytes.length === IPV4_BYTES) return bytes.join('.');
  if (bytes.length !== IPV6_BYTES) throw noAddress(bytes);
  const groups = Array.from({ length: GROUPS }, (_, at) => ((bytes[2 * at] ?? 0) << 8) | (bytes[2 * at + 1] ?? 0));
  const { start, length } = longestZeros(groups);
  const isMapped = start === 0 && (length === 6 || (length === 5 && groups[5] === 0xffff));
  if (isMapped) return `::${length === 5 ? 'ffff:' : ''}${bytes.subarray(12).join('.')}`;
  const texts = groups.map((group) => group.toString(16));
  if (length < 2) return texts.join(':');
  return `${texts.slice(0, start).join(':')}::${texts.slice(start + length).join(':')}`;
}

function longestZeros(groups: readonly number[]): { readonly start: number; readonly length: number } {
  let longest = { start: 0, length: 0 };
  let start = 0;
  for (const [at, group] of groups.entries()) {
    if (group !== 0) start = at + 1;
    else if (at + 1 - start > longest.length) longest = { start, length: at + 1 - start };
  }
  return longest;
}

/** So many bits that are set, and the others not. */
export function networkMask(length: Int64, bits: Int64): Uint8Array {
  if (length !== IPV4_BYTES && length !== IPV6_BYTES) {
    throw new RowFault(`the first argument of NET.IP_NET_MASK must be 4 or 16, not ${length}`);
  }
  return truncated(new Uint8Array(length).fill(0xff), bits);
}

/** The address with all but so many bits zero. */
export function truncatedAddress(address: Uint8Array, bits: Int64): Uint8Array {
  if (address.length !== IPV4_BYTES && address.length !== IPV6_BYTES) throw noAddress(address);
  return truncated(address, bits);
}

function truncated(address: Uint8Array, bits: Int64): Uint8Array {
  const kept = Number(bits);
  if (kept < 0 || kept > address.length * 8) {
    throw new RowFault(`the bits of a network must be 0 to ${address.length * 8}, not ${bits}`);
  }
  return address.map((byte, at) => byte & ((0xff00 >> Math.min(Math.max(kept - at * 8, 0), 8)) & 0xff));
}

/** Negative numbers to -2^31 are taken for what their bits are. */
export function ipv4OfInt64(value: Int64): Uint8Array {
  if (value < -0x8000_0000 || value > 0xffff_ffff) {
    throw new RowFault(`${value} is no IPv4 address: it must be -2147483648 to 4294967295`);
  }
  const bytes = new Uint8Array(IPV4_BYTES);
  new DataView(bytes.buffer).setInt32(0, Number(value));
  return bytes;
}

export function int64OfIpv4(address: Uint8Array): number {
  if (address.length !== IPV4_BYTES) throw new RowFault(`an IPv4 address has 4 bytes, not ${address.length}`);
  return new DataView(address.buffer, address.byteOffset).getUint32(0);
}

const noAddress = ({ length }: Uint8Array): RowFault =>
  new RowFault(`an IP address has 4 bytes (IPv4) or 16 (IPv6), not ${length}`);
