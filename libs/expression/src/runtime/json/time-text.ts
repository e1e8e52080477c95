import type { Int64, Interval } from '../../value.ts';

const DAY_MS = 86_400_000;

export const dateText = (days: number): string => new Date(days * DAY_MS).toISOString().slice(0, 10);

/** With as many digits of a second as say something: none, 3 or 6. */
export const timeText = (micros: number): string => momentText(micros).slice(11);

/** `2001-02-03T04:05:06.700`: of a DATETIME, and of a TIMESTAMP in UTC. */
export function momentText(micros: Int64): string {
  const [ms, rest] = [floorDivided(micros, 1000n), Number(((BigInt(micros) % 1000n) + 1000n) % 1000n)];
  const text = new Date(ms).toISOString().slice(0, -1);
  if (rest > 0) return `${text}${String(rest).padStart(3, '0')}`;
  return text.endsWith('.000') ? text.slice(0, -4) : text;
}

function floorDivided(value: Int64, by: bigint): number {
  const quotient = BigInt(value) / by;
  return Number(BigInt(value) % by < 0n ? quotient - 1n : quotient);
}

const SECOND_MICROS = 1_000_000n;

/** An interval by ISO 8601, each part with its sign: `P1Y2M3DT4H5M6.789S`; `P0Y` for none. */
export function intervalText({ months, days, micros }: Interval): string {
  const seconds = BigInt(micros) / SECOND_MICROS;
  const date = `${part(Math.trunc(months / 12), 'Y')}${part(months % 12, 'M')}${part(days, 'D')}`;
  const time = `${part(seconds / 3600n, 'H')}${part((seconds / 60n) % 60n, 'M')}${secondsText(BigInt(micros) % (60n * SECOND_MICROS))}`;
  return date + time === '' ? 'P0Y' : `P${date}${time === '' ? '' : `T${time}`}`;
}

const part = (value: number | bigint, letter: string): string =>
  value === 0 || value === 0n ? '' : `${value}${letter}`;

function secondsText(micros: bigint): string {
  if (micros === 0n) return '';
  const magnitude = micros < 0n ? -micros : micros;
  const fraction = String(magnitude % SECOND_MICROS)
    .padStart(6, '0')
    .replace(/0+$/, '');
  return `${micros < 0n ? '-' : ''}${magnitude / SECOND_MICROS}${fraction === '' ? '' : `.${fraction}`}S`;
}
