import { type DataType, decimalType, type Field, listType, mapType, structType } from '@isochron/schema';

/** What a type's text is refused for; `at` is where in the text. */
export interface TypeFault {
  readonly fault: string;
  readonly at: number;
}

/** Names of types without parameters. Besides those of GoogleSQL there are narrower ones, which services outside of the warehouse have. */
const simple: ReadonlyMap<string, DataType> = new Map<string, DataType>([
  ['BOOL', { kind: 'boolean' }],
  ['INT8', { kind: 'byte' }],
  ['INT16', { kind: 'short' }],
  ['INT32', { kind: 'int' }],
  ['INT64', { kind: 'long' }],
  ['FLOAT32', { kind: 'float' }],
  ['FLOAT64', { kind: 'double' }],
  ['STRING', { kind: 'string' }],
  ['BYTES', { kind: 'binary' }],
  ['DATE', { kind: 'date' }],
  ['TIMESTAMP', { kind: 'timestamp' }],
]);

/** Digits that each has in all and after the point, where nothing is said, and at most. */
const decimals = {
  NUMERIC: { precision: 38, scale: 9, scaleMax: 9, wholeMax: 29 },
  BIGNUMERIC: { precision: 38, scale: 38, scaleMax: 38, wholeMax: 38 },
} as const;

/** How deep types may stand in one another. */
const DEPTH_MAX = 32;

/**
 * The type that a text names, as authors declare columns: `INT64`, `NUMERIC(10, 2)`, `ARRAY<STRING>`, `STRUCT<a INT64, b STRING>`,
 * `MAP<STRING, INT64>`. Names may be in small letters. A struct is called `name`, and one inside of it also by its field.
 */
export function parseType(text: string, name: string): DataType | TypeFault {
  const reader = createReader(text);
  try {
    const type = readType(reader, name, 0);
    const rest = reader.next();
    if (rest !== '') reader.refuse(`"${rest}" is too much`);
    return type;
  } catch (thrown) {
    if (thrown instanceof Refusal) return { fault: thrown.message, at: thrown.at };
    throw thrown;
  }
}

/** The type as authors declare columns. Narrower numbers read as the wide ones that expressions see them as. */
export function columnTypeText(type: DataType): string {
  switch (type.kind) {
    case 'boolean':
      return 'BOOL';
    case 'byte':
    case 'short':
    case 'int':
    case 'long':
      return 'INT64';
    case 'float':
    case 'double':
      return 'FLOAT64';
    case 'binary':
      return 'BYTES';
    case 'decimal': {
      const isNumeric = type.scale <= decimals.NUMERIC.scaleMax && type.precision - type.scale <= 29;
      return `${isNumeric ? 'NUMERIC' : 'BIGNUMERIC'}(${type.precision}, ${type.scale})`;
    }
    case 'list':
      return `ARRAY<${columnTypeText(type.element)}>`;
    case 'map':
      return `MAP<${columnTypeText(type.key)}, ${columnTypeText(type.value)}>`;
    case 'struct':
      return `STRUCT<${type.fields.map((field) => `${fieldName(field.name)} ${columnTypeText(field.type)}`).join(', ')}>`;
    default:
      return type.kind.toUpperCase();
  }
}

const fieldName = (name: string): string => (/^[A-Za-z_]\w*$/.test(name) ? name : `\`${name}\``);

class Refusal extends Error {
  readonly at: number;

  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

interface Reader {
  /** The next word, number, quoted name or mark; empty at the end. */
  next(): string;
  /** Takes the next one if it is `expected`. */
  takes(expected: string): boolean;
  expect(expected: string): void;
  refuse(why: string): never;
}

function createReader(text: string): Reader {
  const tokens = [...text.matchAll(/\w+|`[^`]+`|\S/g)];
  let position = 0;
  const peek = (): string => tokens[position]?.[0] ?? '';
  const refuse = (why: string): never => {
    throw new Refusal(why, tokens[position - 1]?.index ?? text.length);
  };
  const next = (): string => {
    const token = peek();
    position += 1;
    return token;
  };
  return {
    next,
    takes: (expected) => {
      if (peek() !== expected) return false;
      position += 1;
      return true;
    },
    expect: (expected) => {
      const token = next();
      if (token !== expected) refuse(`${token === '' ? 'it ends' : `"${token}" stands`} where "${expected}" should`);
    },
    refuse,
  };
}

function readType(reader: Reader, name: string, depth: number): DataType {
  const word = reader.next();
  if (depth > DEPTH_MAX) reader.refuse(`it is more than ${DEPTH_MAX} types deep`);
  const known = word.toUpperCase();
  const plain = simple.get(known);
  if (plain !== undefined) return plain;
  if (known === 'NUMERIC' || known === 'BIGNUMERIC') return readDecimal(reader, known);
  if (known === 'ARRAY') return within(reader, () => listType(readType(reader, name, depth + 1)));
  if (known === 'MAP') {
    return within(reader, () => {
      const key = readType(reader, name, depth + 1);
      reader.expect(',');
      return mapType(key, readType(reader, name, depth + 1));
    });
  }
  if (known === 'STRUCT') return within(reader, () => structType(name, readFields(reader, name, depth + 1)));
  return reader.refuse(word === '' ? 'it ends where a type should stand' : `there is no type ${word}`);
}

function within(reader: Reader, read: () => DataType): DataType {
  reader.expect('<');
  const type = read();
  reader.expect('>');
  return type;
}

function readFields(reader: Reader, name: string, depth: number): readonly Field[] {
  const fields: Field[] = [];
  do {
    const word = reader.next();
    const field = word.startsWith('`') ? word.slice(1, -1) : word;
    if (!/^[\w`]/.test(word)) reader.refuse(`"${word}" stands where the name of a field should`);
    fields.push({ name: field, type: readType(reader, `${name}_${field}`, depth) });
  } while (reader.takes(','));
  return fields;
}

function readDecimal(reader: Reader, kind: keyof typeof decimals): DataType {
  const { precision, scale, scaleMax, wholeMax } = decimals[kind];
  if (!reader.takes('(')) return decimalType(precision, scale);
  const digits = readNumber(reader);
  const after = reader.takes(',') ? readNumber(reader) : 0;
  reader.expect(')');
  const isRight = after <= scaleMax && after <= digits && digits - after <= wholeMax && digits >= 1 && digits <= 38;
  return isRight
    ? decimalType(digits, after)
    : reader.refuse(`${kind} has no ${digits} digits with ${after} after the point`);
}

function readNumber(reader: Reader): number {
  const word = reader.next();
  return /^\d{1,3}$/.test(word) ? Number(word) : reader.refuse(`"${word}" stands where a number of digits should`);
}
