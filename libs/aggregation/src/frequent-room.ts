import {
  binaryType,
  compareOf,
  type DataType,
  doubleType,
  IsochronError,
  longType,
  mapType,
  parseDecimal,
  stringType,
  type Value,
  valueText,
} from '@isochron/schema';
import {
  type ErrorType,
  FrequentItems,
  frequentItemsImage,
  frequentItemsOfImage,
  type Item,
  type ItemKindName,
} from '@isochron/sketches';
import { numberKinds, refuseInput, wholeKinds } from './accepts.ts';
import { javaDoubleText } from './java-double-text.ts';
import { K_MAX, kOf } from './k-argument.ts';
import { ObjectStates, type StateRoom } from './object-states.ts';
import type { Definition, Nearness, Operation } from './operation.ts';
import { textOf } from './value-text.ts';

const accepted = [...numberKinds, 'decimal', 'string', 'binary', 'boolean', 'date', 'timestamp'];

/** What makes the two operations over Frequent Items two. */
export interface FrequentOperation {
  readonly name: string;
  readonly suffix: string;
  readonly summary: string;
  readonly errors: ErrorType;
  readonly definition: Definition;
  readonly isNear: Nearness;
}

/** An operation that counts values as text, and shows the k most frequent. */
export function frequentOperation({ name, suffix, summary, errors, definition, isNear }: FrequentOperation): Operation {
  return {
    summary,
    parameters: [
      {
        name: 'k',
        summary: `How many values to show, from 1 to ${K_MAX}; about 2 k are counted exactly.`,
        defaultText: '8',
      },
    ],
    timed: false,
    deletable: false,
    takesTimes: true,
    suffix: () => suffix,
    definition,
    isNear,
    bind: (input, args) => {
      if (!accepted.includes(input.kind)) return refuseInput(name, input, accepted);
      const k = kOf(name, args);
      if (typeof k === 'object') return k;
      return {
        input,
        output: mapType(stringType, longType),
        ir: binaryType,
        deletable: false,
        orderSensitive: true,
        states: (slots) => new ObjectStates(input, room(input, k, errors), slots),
      };
    },
  };
}

/** How the values of a type are counted: as which items, and as which text they are shown. */
interface Counted {
  readonly kind: ItemKindName;
  readonly itemOf: (value: Value) => Item;
  readonly textOf: (item: Item) => string;
  /** Which of equal counts comes first. */
  readonly compare: (a: Item, b: Item) => number;
}

function room(input: DataType, k: number, errors: ErrorType): StateRoom<FrequentItems> {
  const counted = countedOf(input);
  const { kind, itemOf } = counted;
  const lg = lgOf(k);
  return {
    create: () => new FrequentItems(kind, lg),
    add: (state, value) => state.update(itemOf(value)),
    absorb: (state, other) => state.merge(other),
    copy: (state) => state.copy(),
    value: (state) => mostFrequent(state, k, errors, counted),
    toIr: (state) => irOf(kind, state),
    // The IR is binary.
    fromIr: (ir) => stateOf(kind, ir as Uint8Array),
  };
}

/** The `as` hold because a value is of its type. -0 is 0. Decimals are counted as text, because 64 bits do not hold them. */
function countedOf(input: DataType): Counted {
  if (wholeKinds.includes(input.kind)) {
    return { kind: 'longs', itemOf: (value) => value as number | bigint, textOf: String, compare: compareOf(longType) };
  }
  if (input.kind === 'float' || input.kind === 'double') {
    return {
      kind: 'doubles',
      itemOf: (value) => (value === 0 ? 0 : (value as number)),
      textOf: (item) => javaDoubleText(Number(item)),
      compare: compareOf(doubleType),
    };
  }
  return { kind: 'strings', itemOf: shownTextOf(input), textOf: String, compare: compareTextsOf(input) };
}

function shownTextOf(input: DataType): (value: Value) => string {
  if (input.kind === 'date' || input.kind === 'timestamp') return (value) => valueText(input, value);
  return textOf(input);
}

/** Texts of bytes, dates, timestamps and booleans are in the order of what they show. */
function compareTextsOf(input: DataType): (a: Item, b: Item) => number {
  if (input.kind !== 'decimal') return compareOf(stringType);
  const compare = compareOf(input);
  return (a, b) => compare(parseDecimal(String(a)), parseDecimal(String(b)));
}

/** The table has the least power of two of slots such that k of them fill three eighths. */
function lgOf(k: number): number {
  return Math.max(3, Math.ceil(Math.log2(Math.ceil(k / 0.375))));
}

/** Of equal estimates the least value stays. Entries come out in one order (that of UTF-16), so that equal states give equal bytes. */
function mostFrequent(state: FrequentItems, k: number, errors: ErrorType, { compare, textOf: shown }: Counted): Value {
  const rows = state.frequentItems(errors).sort((a, b) => b.estimate - a.estimate || compare(a.item, b.item));
  const kept = rows.slice(0, k).map(({ item, estimate }) => [shown(item), estimate] as const);
  kept.sort((a, b) => (a[0] < b[0] ? -1 : 1));
  return new Map<Value, Value>(kept);
}

/** The existing system's: what the items are, in one byte, before the image. */
const kindBytes: Readonly<Record<ItemKindName, number>> = { strings: 0, longs: 1, doubles: 2 };

function irOf(kind: ItemKindName, state: FrequentItems): Uint8Array {
  const image = frequentItemsImage(state);
  const ir = new Uint8Array(1 + image.length);
  ir[0] = kindBytes[kind];
  ir.set(image, 1);
  return ir;
}

function stateOf(kind: ItemKindName, ir: Uint8Array): FrequentItems {
  if (ir[0] !== kindBytes[kind]) {
    throw new IsochronError(
      'DATA_LOSS',
      `a state of frequent ${kind} starts with ${kindBytes[kind]}, not with ${ir[0]}`,
    );
  }
  return frequentItemsOfImage(kind, ir.subarray(1));
}
