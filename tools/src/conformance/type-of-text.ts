import {
  binaryType,
  booleanType,
  byteType,
  type DataType,
  dateType,
  decimalType,
  doubleType,
  floatType,
  intType,
  listType,
  longType,
  mapType,
  shortType,
  stringType,
  structType,
  timestampType,
} from '@isochron/schema';

/** Types whose texts have no parameters; the first text that begins another's rest wins, so that none may begin another. */
const simple: readonly (readonly [string, DataType])[] = [
  ['bool', booleanType],
  ['byte', byteType],
  ['short', shortType],
  ['int', intType],
  ['long', longType],
  ['float', floatType],
  ['double', doubleType],
  ['string', stringType],
  ['binary', binaryType],
  ['date', dateType],
  ['timestamp', timestampType],
];

/** The struct that cases have columns of. */
const item = structType('Item', [
  { name: 'sort_key', type: stringType },
  { name: 'unique_id', type: longType },
  { name: 'note', type: stringType },
]);

/** The type that `typeText` writes as `text`: `long`, `decimal_10_2`, `map_string_list_int`, `struct_Item`. */
export function typeOfText(text: string): DataType {
  const { type, rest } = read(text);
  if (rest !== '') throw unknown(text);
  return type;
}

interface Read {
  readonly type: DataType;
  readonly rest: string;
}

function read(text: string): Read {
  if (text.startsWith('list_')) {
    const { type, rest } = read(text.slice('list_'.length));
    return { type: listType(type), rest };
  }
  if (text.startsWith('map_')) {
    const key = read(text.slice('map_'.length));
    const value = read(key.rest.slice('_'.length));
    return { type: mapType(key.type, value.type), rest: value.rest };
  }
  if (text.startsWith('struct_Item')) return { type: item, rest: text.slice('struct_Item'.length) };
  const decimal = /^decimal_(\d+)_(\d+)/.exec(text);
  if (decimal !== null) {
    return { type: decimalType(Number(decimal[1]), Number(decimal[2])), rest: text.slice(decimal[0].length) };
  }
  for (const [name, type] of simple) {
    if (text === name || text.startsWith(`${name}_`)) return { type, rest: text.slice(name.length) };
  }
  throw unknown(text);
}

const unknown = (text: string): TypeError => new TypeError(`no type is written "${text}"`);
