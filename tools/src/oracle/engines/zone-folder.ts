import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type ZoneData, zoneData, zoneNameList } from '@isochron/expression';

/** Our time zones as files that ZetaSQL reads, so that it and we have the same data: what is compared is what is made of it. */
export function zoneFolder(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'zones-'));
  for (const name of zoneNameList()) {
    const data = zoneData(name);
    if (data === null) continue;
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), zoneFile(data));
  }
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

const SECONDS_OF_400_YEARS = 146_097 * 86_400;
/** From the last transitions of our data, which are in the 25th century, past the year 10000. */
const REPEATS = 20;

/** The format of RFC 8536, version 2, of which only the 64-bit part says something. Transitions are written out, without a rule for later. */
function zoneFile(data: ZoneData): Buffer {
  const { transitions, offsets } = data.repeats ? repeated(data) : data;
  const types = [...new Set(offsets)];
  const times = Buffer.alloc(8 * transitions.length);
  for (const [index, at] of transitions.entries()) times.writeBigInt64BE(BigInt(at), 8 * index);
  const places = Buffer.from(transitions.map((_, index) => types.indexOf(offsets[index + 1] ?? 0)));
  const designation = Buffer.from('LMT\0');
  return Buffer.concat([
    ...[header(0, 1), typeRecord(offsets[0] ?? 0), designation],
    ...[header(transitions.length, types.length), times, places, ...types.map(typeRecord), designation],
    Buffer.from('\n\n'),
  ]);
}

function repeated({ transitions, offsets, repeats }: ZoneData): ZoneData {
  const from = (transitions.at(-1) ?? 0) - SECONDS_OF_400_YEARS;
  const cycle = transitions.flatMap((at, index) => (at > from ? [{ at, offset: offsets[index + 1] ?? 0 }] : []));
  const more = Array.from({ length: REPEATS }, (_, turn) =>
    cycle.map(({ at, offset }) => ({ at: at + (turn + 1) * SECONDS_OF_400_YEARS, offset })),
  ).flat();
  return {
    transitions: [...transitions, ...more.map(({ at }) => at)],
    offsets: [...offsets, ...more.map(({ offset }) => offset)],
    repeats,
  };
}

function header(transitions: number, types: number): Buffer {
  const bytes = Buffer.alloc(44);
  bytes.write('TZif2', 'latin1');
  bytes.writeUInt32BE(transitions, 32);
  bytes.writeUInt32BE(types, 36);
  bytes.writeUInt32BE('LMT\0'.length, 40);
  return bytes;
}

function typeRecord(offset: number): Buffer {
  const bytes = Buffer.alloc(6);
  bytes.writeInt32BE(offset);
  return bytes;
}
