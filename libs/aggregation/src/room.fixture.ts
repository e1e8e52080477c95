import {
  booleanType,
  createVector,
  type DataType,
  decimalType,
  doubleType,
  getValue,
  intType,
  listType,
  longType,
  mapType,
  type OperationName,
  stringType,
  type Value,
  vectorOf,
} from '@isochron/schema';
import { isRefusal } from './accepts.ts';
import { bindColumn } from './bind.ts';
import { type Arguments, type Bound, FIRST_SLOT, type States } from './operation.ts';

/** `[ts, value]`, in buckets `[ts, value, bucket]`. */
export type ExampleRow = readonly [number, Value, (string | null)?];

export interface Example {
  readonly operation: OperationName;
  readonly input: DataType;
  readonly args?: Arguments;
  readonly bucketed?: boolean;
  readonly rows: readonly ExampleRow[];
  /** Rows taken back after all of `rows`. */
  readonly removed?: readonly ExampleRow[];
}

/** Rows of each type of input, with ties, nulls and extremes, which the rooms' goldens share. */
const inputs = {
  ints: {
    input: intType,
    rows: [
      [10, 5],
      [20, null],
      [20, 7],
      [20, -3],
      [30, 5],
    ],
  },
  longs: {
    input: longType,
    rows: [
      [10, 5],
      [20, null],
      [20, 9007199254740993n],
      [15, 5],
      [30, -2],
    ],
  },
  doubles: {
    input: doubleType,
    rows: [
      [10, 1.5],
      [20, null],
      [20, -0.25],
      [15, 4],
      [30, 1.5],
    ],
  },
  decimals: {
    input: decimalType(10, 2),
    rows: [
      [10, { unscaled: 150n, scale: 2 }],
      [20, null],
      [30, { unscaled: -25n, scale: 2 }],
    ],
  },
  lists: {
    input: listType(intType),
    rows: [
      [10, [5, null, 7]],
      [20, null],
      [30, []],
    ],
  },
  maps: {
    input: mapType(stringType, intType),
    rows: [
      [10, new Map([['x', 5]])],
      [
        20,
        new Map<string, number | null>([
          ['x', 7],
          ['y', null],
        ]),
      ],
    ],
  },
  bucketedDoubles: {
    input: doubleType,
    bucketed: true,
    rows: [
      [10, 1.5, 'p'],
      [20, null, 'q'],
      [20, -0.25, 'q'],
      [15, 4, 'p'],
      [30, 1.5, null],
    ],
  },
  strings: {
    input: stringType,
    rows: [
      [10, 'b'],
      [20, null],
      [20, '\u{1F600}'],
      [20, '\uFF5E'],
      [30, 'b'],
    ],
  },
  booleans: {
    input: booleanType,
    rows: [
      [10, true],
      [20, null],
      [20, false],
      [30, true],
    ],
  },
  bucketedStrings: {
    input: stringType,
    bucketed: true,
    rows: [
      [10, 'b', 'p'],
      [20, null, 'q'],
      [20, '\u{1F600}', 'q'],
      [20, '\uFF5E', 'p'],
      [30, 'b', null],
    ],
  },
} as const satisfies Readonly<Record<string, Omit<Example, 'operation' | 'args'>>>;

/** An operation over the shared rows of these inputs, in this order. */
export function examplesOf(
  operation: OperationName,
  names: readonly (keyof typeof inputs)[],
  args?: Arguments,
): Example[] {
  return names.map((name) => ({ operation, ...inputs[name], ...(args === undefined ? {} : { args }) }));
}

/** The value of an operation over rows. */
export function valueOver(example: Example): Value {
  const { bound, states } = played(example);
  const output = createVector(bound.output, 1);
  states.finalize(FIRST_SLOT, 1, output, 0);
  return getValue(bound.output, output, 0);
}

/** Rows, a blank line, and what an operation makes of them: IR type, IR, output type, value. */
export function goldenText(examples: readonly Example[]): string {
  return examples
    .map((example) => {
      const { bound, states } = played(example);
      const title = [example.operation, 'over', typeShown(example.input), ...(example.bucketed ? ['in buckets'] : [])];
      const args = Object.entries(example.args ?? {}).map(([name, text]) => `${name} = ${text}`);
      const rows = example.rows.map((row) => `  ${row.map((cell) => shown(cell ?? null)).join('  ')}`);
      const ir = `IR ${typeShown(bound.ir)}: ${shown(states.read(FIRST_SLOT))}`;
      const value = `value ${typeShown(bound.output)}: ${shown(valueOver(example))}`;
      return [[...title, ...args].join(' '), ...rows, '', ir, value, ''].join('\n');
    })
    .join('\n');
}

/** The sentence with which an operation refuses an input; '' where it does not. */
export function refusalOf(operation: OperationName, input: DataType, args: Arguments = {}): string {
  const bound = bindColumn(operation, input, args, false);
  return isRefusal(bound) ? bound.refusal : '';
}

function played({ operation, input, args = {}, bucketed = false, rows, removed = [] }: Example): {
  readonly bound: Bound;
  readonly states: States;
} {
  const bound = bindColumn(operation, input, args, bucketed);
  if (isRefusal(bound)) throw new Error(bound.refusal);
  const states = bound.states(FIRST_SLOT + 1);
  const batch = (part: readonly ExampleRow[]): Parameters<States['update']> => {
    const value = vectorOf(
      input,
      part.map((row) => row[1]),
    );
    const bucket = part.map((row) => row[2] ?? null);
    const at = new Int32Array(part.length).fill(FIRST_SLOT);
    const ts = Float64Array.from(part, (row) => row[0]);
    return [at, bucketed ? { kind: 'bucketed', bucket, value } : value, ts, part.length];
  };
  states.update(...batch(rows));
  if (removed.length > 0) states.remove(...batch(removed));
  return { bound, states };
}

function typeShown(type: DataType): string {
  switch (type.kind) {
    case 'decimal':
      return `decimal(${type.precision}, ${type.scale})`;
    case 'list':
      return `list<${typeShown(type.element)}>`;
    case 'map':
      return `map<${typeShown(type.key)}, ${typeShown(type.value)}>`;
    case 'struct':
      return `${type.name}{${type.fields.map((field) => `${field.name} ${typeShown(field.type)}`).join(', ')}}`;
    default:
      return type.kind;
  }
}

function shown(value: Value): string {
  if (value === null) return 'null';
  if (typeof value === 'number' && Object.is(value, -0)) return '-0';
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value !== 'object') return String(value);
  if (value instanceof Uint8Array) return `0x${[...value].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
  if (value instanceof Map) return `{${[...value].map(([key, item]) => `${shown(key)}: ${shown(item)}`).join(', ')}}`;
  if (Array.isArray(value)) return `[${value.map(shown).join(', ')}]`;
  return `{${Object.entries(value as { readonly [field: string]: Value })
    .map(([name, item]) => `${name} ${shown(item)}`)
    .join(', ')}}`;
}
