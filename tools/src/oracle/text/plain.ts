import { type Interval, Json, type JsonNode, type SqlValue } from '@isochron/expression';
import { MICROS_OF_DAY } from '../random/edges.ts';

/** Values as text that GoogleSQL reads back exactly: what stands between the quotes of a literal. Written apart from libs/expression, whose reading they test. */

export const dateText = (days: number): string => civilDay(BigInt(days));

export function datetimeText(micros: number | bigint): string {
  const day = BigInt(MICROS_OF_DAY);
  const within = ((BigInt(micros) % day) + day) % day;
  return `${civilDay((BigInt(micros) - within) / day)} ${timeText(Number(within))}`;
}

export const timestampText = (micros: number | bigint): string => `${datetimeText(micros)}+00`;

export function timeText(micros: number): string {
  const seconds = Math.floor(micros / 1_000_000);
  const fraction = micros % 1_000_000;
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map((each) =>
    padded(each, 2),
  );
  return clock.join(':') + (fraction === 0 ? '' : `.${padded(fraction, 6)}`);
}

/** `scale` digits after the point, without the zeros at the end. */
export function decimalText(value: bigint, scale: number): string {
  const digits = `${value < 0n ? -value : value}`.padStart(scale + 1, '0');
  const fraction = digits.slice(-scale).replace(/0+$/, '');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -scale)}${fraction === '' ? '' : `.${fraction}`}`;
}

/** `1-2 -3 4:5:6.789`: years and months, days, and hours to seconds, each with its sign. */
export function intervalText({ months, days, micros }: Interval): string {
  const size = BigInt(micros) < 0n ? -BigInt(micros) : BigInt(micros);
  const seconds = size / 1_000_000n;
  const clock = `${seconds / 3600n}:${(seconds / 60n) % 60n}:${seconds % 60n}.${padded(Number(size % 1_000_000n), 6)}`;
  const years = `${Math.trunc(Math.abs(months) / 12)}-${Math.abs(months) % 12}`;
  return `${months < 0 ? '-' : ''}${years} ${days} ${BigInt(micros) < 0n ? '-' : ''}${clock}`;
}

export const float64Text = (value: number): string =>
  Object.is(value, -0)
    ? '-0.0'
    : Number.isNaN(value)
      ? 'nan'
      : Number.isFinite(value)
        ? withPoint(`${value}`)
        : value > 0
          ? 'inf'
          : '-inf';

/** A double that is whole keeps its point, so that it stays a double. */
export function jsonText(node: JsonNode): string {
  if (node === null || typeof node === 'boolean' || typeof node === 'bigint') return `${node}`;
  if (typeof node === 'number') return float64Text(node);
  if (typeof node === 'string') return JSON.stringify(node);
  if (node instanceof Map) {
    return `{${[...node].map(([key, value]) => `${JSON.stringify(key)}:${jsonText(value)}`).join(',')}}`;
  }
  if (Array.isArray(node)) return `[${node.map(jsonText).join(',')}]`;
  throw new RangeError('This is no JSON value.');
}

/** Any value, for people: exact, and on one line. */
export function shown(value: SqlValue): string {
  if (value === null) return 'NULL';
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : `${value}`;
  if (typeof value === 'string') return visible(JSON.stringify(value));
  if (typeof value !== 'object') return `${value}`;
  if (value instanceof Uint8Array) return `b'${Buffer.from(value).toString('hex')}'`;
  if (value instanceof Json) return `JSON ${jsonText(value.node)}`;
  if (value instanceof Map) return `{${[...value].map(([key, of]) => `${shown(key)}: ${shown(of)}`).join(', ')}}`;
  if (Array.isArray(value)) return `[${value.map(shown).join(', ')}]`;
  return `(${Object.entries(value)
    .map(([field, of]) => `${field} ${shown(of as SqlValue)}`)
    .join(', ')})`;
}

/** With what cannot be seen, or joins what stands before it, as its code. */
const visible = (text: string): string =>
  text.replaceAll(/[\p{Cc}\p{Cf}\p{Z}\p{M}]/gu, (each) =>
    each === ' ' ? each : `\\u{${each.codePointAt(0)?.toString(16)}}`,
  );

const padded = (value: number, digits: number): string => `${value}`.padStart(digits, '0');

const withPoint = (text: string): string => (/[.e]/.test(text) ? text : `${text}.0`);

function civilDay(days: bigint): string {
  const date = new Date(Number(days) * 86_400_000);
  return `${padded(date.getUTCFullYear(), 4)}-${padded(date.getUTCMonth() + 1, 2)}-${padded(date.getUTCDate(), 2)}`;
}
