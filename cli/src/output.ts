import Table from 'cli-table3';

export type Format = 'text' | 'json';

/** Where a command's words go: people's text on standard error, results on standard output. */
export interface Output {
  readonly format: Format;
  /** A sentence for people; nothing in JSON. */
  say(line: string): void;
  /** The result: text for people, or the value as one line of JSON. */
  result(text: string, value: unknown): void;
}

export function createOutput(format: Format): Output {
  return {
    format,
    say: (line) => {
      process.stderr.write(`${line}\n`);
    },
    result: (text, value) => {
      process.stdout.write(format === 'json' ? `${JSON.stringify(value, jsonValue)}\n` : `${text}\n`);
    },
  };
}

/** Longs beyond 2^53 go out as text, maps as objects, bytes as hex: JSON has no other way to keep them. */
function jsonValue(_key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString();
  if (value instanceof Map) return Object.fromEntries(value);
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex');
  return value;
}

/** Rows of text under a head, columns as wide as they need to be; numbers to the right. */
export function tableText(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const numeric = head.map(
    (_, column) =>
      rows.length > 0 && rows.every((row) => /^(–|null|[-+]?[\d,.]+(e[-+]?\d+)?%?|)$/.test(row[column] ?? '')),
  );
  const table = new Table({
    head: [...head],
    colAligns: numeric.map((right) => (right ? 'right' : 'left')),
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 2 },
    chars: {
      top: '',
      'top-mid': '',
      'top-left': '',
      'top-right': '',
      bottom: '',
      'bottom-mid': '',
      'bottom-left': '',
      'bottom-right': '',
      left: '',
      'left-mid': '',
      mid: '',
      'mid-mid': '',
      right: '',
      'right-mid': '',
      middle: '',
    },
  });
  for (const row of rows) table.push([...row]);
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}

const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const short = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 4, useGrouping: true });

/** 3000000 as `3,000,000`. */
export const countText = (count: number): string => whole.format(count);

/** A number to four significant digits, but no digit before the point is lost; a dash for null. */
export function numberText(value: number | null): string {
  if (value === null) return '–';
  const size = Math.abs(value);
  if (size >= 1e15 || (size > 0 && size < 1e-4)) return value.toExponential(3);
  return size >= 1000 || Number.isInteger(value) ? whole.format(value) : short.format(value);
}

/** Milliseconds as `850 ms`, `4.2 s`, `3 min 5 s`. */
export function durationText(ms: number): string {
  if (ms < 999.5) return `${Math.round(ms)} ms`;
  if (ms < 59_950) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${seconds % 60} s`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h ${minutes % 60} min` : `${countText(Math.floor(hours / 24))} d ${hours % 24} h`;
}

export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${countText(count)} ${count === 1 ? one : many}`;
