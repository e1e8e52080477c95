import { type DataType, parseDecimal, type Value } from '@isochron/schema';
import { isJsonObject, type JsonObject, type JsonValue } from '@isochron/thrift';
import { isList, jsonText } from './case-file.ts';

/**
 * A cell of a case as a value of its type. JSON has no 64-bit integers, NaN, bytes or maps, so that these are objects with one
 * property: `{"$long": "…"}`, `{"$double": "NaN"}`, `{"$bytes": "hex"}`, `{"$decimal": "12.30"}`, `{"$map": [[key, value], …]}`,
 * `{"$struct": {…}}`. A cell that is not of its type throws.
 */
export function decodeCell(type: DataType, cell: JsonValue): Value {
  if (cell === null) return null;
  switch (type.kind) {
    case 'boolean':
      return typeof cell === 'boolean' ? cell : misfit(type, cell);
    case 'string':
      return typeof cell === 'string' ? cell : misfit(type, cell);
    case 'byte':
    case 'short':
    case 'int':
    case 'date':
      return typeof cell === 'number' ? cell : misfit(type, cell);
    case 'long':
    case 'timestamp':
      return decodeLong(type, cell);
    case 'float':
    case 'double':
      return decodeDouble(type, cell);
    case 'binary':
      return hexBytes(String(tagged(type, cell, '$bytes')));
    case 'decimal':
      return parseDecimal(String(tagged(type, cell, '$decimal')));
    case 'list':
      return isList(cell) ? cell.map((element) => decodeCell(type.element, element)) : misfit(type, cell);
    case 'map':
      return decodeMap(type.key, type.value, tagged(type, cell, '$map'));
    case 'struct': {
      const fields = tagged(type, cell, '$struct');
      if (!isJsonObject(fields)) return misfit(type, cell);
      return Object.fromEntries(type.fields.map(({ name, type: of }) => [name, decodeCell(of, fields[name] ?? null)]));
    }
  }
}

export function hexBytes(hex: string): Uint8Array {
  return new Uint8Array(Buffer.from(hex, 'hex'));
}

/** True of the cell `{"$any": true}`, which any value equals. */
export const isAny = (cell: JsonValue): boolean => isTagged(cell, '$any');

function decodeLong(type: DataType, cell: JsonValue): Value {
  const exact = typeof cell === 'number' || typeof cell === 'bigint' ? cell : String(tagged(type, cell, '$long'));
  const near = Number(exact);
  return Number.isSafeInteger(near) ? near : BigInt(exact);
}

function decodeDouble(type: DataType, cell: JsonValue): number {
  if (typeof cell === 'number' || typeof cell === 'bigint') return Number(cell);
  const name = tagged(type, cell, '$double');
  return name === '-0' ? -0 : Number(name);
}

function decodeMap(key: DataType, value: DataType, entries: JsonValue): Value {
  if (!isList(entries)) return misfit(key, entries);
  return new Map(
    entries.map((entry) => {
      const [name = null, content = null] = isList(entry) ? entry : [];
      return [decodeKey(key, name), decodeCell(value, content)];
    }),
  );
}

/** There are maps of ints whose keys are texts: the existing system never looks at the keys of such a map, and nor do we. */
function decodeKey(type: DataType, cell: JsonValue): Value {
  return typeof cell === 'string' ? cell : decodeCell(type, cell);
}

function isTagged(cell: JsonValue, tag: string): cell is JsonObject {
  return isJsonObject(cell) && tag in cell;
}

function tagged(type: DataType, cell: JsonValue, tag: string): JsonValue {
  return isTagged(cell, tag) ? (cell[tag] ?? null) : misfit(type, cell);
}

function misfit(type: DataType, cell: JsonValue): never {
  throw new TypeError(`${jsonText(cell)} is not a cell of the type ${type.kind}`);
}
