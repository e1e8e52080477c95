import type { TypeMessage, ValueMessage } from './messages.ts';
import type { Interval, SqlValue } from './sql-value.ts';
import { elementType, structFields } from './type-text.ts';

/** The value that a message carries, exactly. Throws on a message that is not of the type, or finer than a microsecond. */
export function decode(type: TypeMessage, message: ValueMessage): SqlValue {
  if (message.value === undefined) return null;
  const read = readers.get(message.value);
  if (read === undefined) throw new Error(`The engine answered a ${message.value}, which is no value of our types.`);
  return read(message[message.value], type);
}

/** What is set in a message to how it is read. The casts say what proto-loader hands over for each field of ValueProto. */
const readers: ReadonlyMap<string, (field: unknown, type: TypeMessage) => SqlValue> = new Map<
  string,
  (field: unknown, type: TypeMessage) => SqlValue
>([
  ['bool_value', (field) => field as boolean],
  ['int64_value', (field) => int64(BigInt(field as string))],
  ['double_value', (field) => field as number],
  ['string_value', (field) => field as string],
  ['bytes_value', (field) => Uint8Array.from(field as Uint8Array)],
  ['date_value', (field) => field as number],
  ['time_value', (field) => time(BigInt(field as string))],
  ['timestamp_value', (field) => timestamp(field as { seconds?: string; nanos?: number })],
  ['datetime_value', (field) => datetime(field as { bit_field_datetime_seconds: string; nanos?: number })],
  ['numeric_value', (field) => signedInteger(field as Uint8Array)],
  ['bignumeric_value', (field) => signedInteger(field as Uint8Array)],
  ['json_value', (field) => ({ json: field as string })],
  ['interval_value', (field) => interval(field as Uint8Array)],
  ['array_value', (field, type) => array(field as { element?: readonly ValueMessage[] }, type)],
  ['struct_value', (field, type) => struct(field as { field?: readonly ValueMessage[] }, type)],
]);

function int64(value: bigint): number | bigint {
  const narrow = Number(value);
  return Number.isSafeInteger(narrow) ? narrow : value;
}

/** Two's complement, least byte first, in as many bytes as are needed. */
function signedInteger(bytes: Uint8Array): bigint {
  let value = 0n;
  for (const byte of bytes.toReversed()) value = (value << 8n) | BigInt(byte);
  return BigInt.asIntN(bytes.length * 8, value);
}

function timestamp({ seconds = '0', nanos = 0 }: { seconds?: string; nanos?: number }): number | bigint {
  return int64(BigInt(seconds) * 1_000_000n + BigInt(wholeMicros(nanos)));
}

/** Year, month (4 bits), day (5), hour (5), minute (6) and second (6), the second lowest. */
function datetime(parts: { bit_field_datetime_seconds: string; nanos?: number }): number | bigint {
  const bits = BigInt(parts.bit_field_datetime_seconds);
  const part = (shift: bigint, width: bigint): number => Number((bits >> shift) & ((1n << width) - 1n));
  const day = new Date(0);
  // Not Date.UTC, which takes the years 0 to 99 for those of the last century.
  day.setUTCFullYear(part(26n, 14n), part(22n, 4n) - 1, part(17n, 5n));
  const seconds = day.getTime() / 1000 + part(12n, 5n) * 3600 + part(6n, 6n) * 60 + part(0n, 6n);
  return int64(BigInt(seconds) * 1_000_000n + BigInt(wholeMicros(parts.nanos ?? 0)));
}

/** Hour (5 bits), minute (6), second (6) and nanosecond (30), the nanosecond lowest. */
function time(bits: bigint): number {
  const part = (shift: bigint, width: bigint): number => Number((bits >> shift) & ((1n << width) - 1n));
  const seconds = part(42n, 5n) * 3600 + part(36n, 6n) * 60 + part(30n, 6n);
  return seconds * 1_000_000 + wholeMicros(part(0n, 30n));
}

/**
 * Microseconds (8 bytes), days (4), and in the last 4 a sign (the highest bit) and number of months (18 bits) over the nanoseconds (13 bits).
 * Least byte first.
 */
function interval(bytes: Uint8Array): Interval {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const last = view.getUint32(12, true);
  wholeMicros(last & 0x1fff);
  const months = (last >>> 13) & 0x3ffff;
  return {
    months: last >>> 31 === 1 ? -months : months,
    days: view.getInt32(8, true),
    micros: int64(view.getBigInt64(0, true)),
  };
}

function wholeMicros(nanos: number): number {
  if (nanos % 1000 !== 0)
    throw new Error(`The engine answered a time of ${nanos} ns, which is not whole microseconds.`);
  return nanos / 1000;
}

function array({ element = [] }: { element?: readonly ValueMessage[] }, type: TypeMessage): SqlValue {
  const of = elementType(type);
  return element.map((each) => decode(of, each));
}

function struct({ field = [] }: { field?: readonly ValueMessage[] }, type: TypeMessage): SqlValue {
  const values: Record<string, SqlValue> = {};
  structFields(type).forEach(({ field_name, field_type }, index) => {
    const name = field_name && !Object.hasOwn(values, field_name) ? field_name : `_${index + 1}`;
    values[name] = decode(field_type, field[index] ?? {});
  });
  return values;
}
