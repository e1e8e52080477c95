import { type DataType, type Field, IsochronError, type Value } from '@isochron/schema';
import { dayOf, dayStartMs } from './days.ts';

/** A column and its value as a person typed it. */
export interface SaidValue {
  readonly column: string;
  readonly text: string;
}

/** Columns with the values a person gave them. */
export interface SaidValues {
  readonly fields: readonly Field[];
  readonly values: readonly Value[];
}

/** The values of columns, by their types. Throws INVALID_ARGUMENT naming a column that is not among `fields`, or a text that is no value of its column. */
export function readSaid(said: readonly SaidValue[], fields: readonly Field[], of: string): SaidValues {
  const found = said.map(({ column, text }) => {
    const field = fields.find(({ name }) => name === column);
    if (field !== undefined) return { field, value: valueOfText(field, text) };
    const names = fields.map(({ name }) => name).join(', ');
    throw new IsochronError('INVALID_ARGUMENT', `${of} has no column ${column} to look for; it has ${names}.`);
  });
  const [twice] = found.filter(({ field }, at) => found.findIndex((other) => other.field === field) < at);
  if (twice !== undefined)
    throw new IsochronError('INVALID_ARGUMENT', `${twice.field.name} was given twice: give each column one value.`);
  return { fields: found.map(({ field }) => field), values: found.map(({ value }) => value) };
}

const INTEGER = /^[-+]?\d+$/;
const INSTANT = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(:\d{2}(?:\.\d{1,3})?)?)?Z?$/;

/** A time as a person typed it: milliseconds since the epoch, or `2001-06-26T11:45:00Z`, in UTC whether it says so or not; null if it is none. */
export function readInstant(text: string): number | null {
  if (/^-?\d{5,16}$/.test(text)) return Number(text);
  const [whole, day, minutes = '00:00', seconds = ':00'] = INSTANT.exec(text) ?? [];
  if (whole === undefined || day === undefined) return null;
  const timeMs = Date.parse(`${day}T${minutes}${seconds}Z`);
  // JavaScript takes 30 February for 2 March.
  return Number.isNaN(timeMs) || dayOf(timeMs) !== day ? null : timeMs;
}

function valueOfText({ name, type }: Field, text: string): Value {
  const value = valueIn(type, text);
  if (value !== null) return value;
  const wanted = written[type.kind];
  throw new IsochronError(
    'INVALID_ARGUMENT',
    wanted === undefined
      ? `Rows cannot be looked for by ${name}: it is a ${type.kind}.`
      : `${name} is ${JSON.stringify(text)}: it must be ${wanted}.`,
  );
}

/** What values of a type look like; other types are not typed by people. */
const written: Partial<Record<DataType['kind'], string>> = {
  boolean: 'true or false',
  byte: 'a whole number',
  short: 'a whole number',
  int: 'a whole number',
  long: 'a whole number',
  date: 'a day as yyyy-MM-dd',
  timestamp: 'a time as 2001-06-26T11:45:00Z, or milliseconds',
};

function valueIn(type: DataType, text: string): Value {
  switch (type.kind) {
    case 'string':
      return text;
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : null;
    case 'byte':
    case 'short':
    case 'int':
    case 'long':
      return INTEGER.test(text) ? integer(text) : null;
    case 'date': {
      const timeMs = INSTANT.test(text) && text.length === 10 ? readInstant(text) : null;
      return timeMs === null ? null : dayStartMs(text) / 86_400_000;
    }
    case 'timestamp':
      return readInstant(text);
    default:
      return null;
  }
}

function integer(text: string): Value {
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : BigInt(text);
}
