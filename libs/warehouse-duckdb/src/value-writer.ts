import duckdb from '@duckdb/node-bindings';
import type { DataType, Decimal, MapType, StructType, Value } from '@isochron/schema';

/**
 * Writes values into rows [0, n) of a vector of the engine whose type is the stored form of `type`. Nested values go down level by
 * level: the elements of all lists of a chunk are one array of the next. The casts below hold because values are of their type.
 */
export function writeValues(vector: duckdb.Vector, type: DataType, values: readonly Value[], n: number): void {
  writeNulls(vector, values, n);
  switch (type.kind) {
    case 'boolean':
      put(
        vector,
        Uint8Array.from({ length: n }, (_, row) => Number(values[row] === true)),
      );
      return;
    case 'byte':
      put(vector, fill(new Int8Array(n), values));
      return;
    case 'short':
      put(vector, fill(new Int16Array(n), values));
      return;
    case 'int':
    case 'date':
      put(vector, fill(new Int32Array(n), values));
      return;
    case 'float':
      put(vector, fill(new Float32Array(n), values));
      return;
    case 'double':
      put(vector, fill(new Float64Array(n), values));
      return;
    case 'long':
      put(
        vector,
        fillLongs(values, n, (value) => BigInt(value as number | bigint)),
      );
      return;
    case 'timestamp':
      put(
        vector,
        fillLongs(values, n, (value) => BigInt(value as number) * 1000n),
      );
      return;
    case 'string':
      writeStrings(vector, values, n);
      return;
    case 'binary':
      for (let row = 0; row < n; row++) {
        const bytes = values[row] ?? null;
        if (bytes !== null) duckdb.vector_assign_string_element_len(vector, row, bytes as Uint8Array);
      }
      return;
    case 'decimal':
      writeDecimals(vector, type.precision, values, n);
      return;
    case 'list':
      writeElements(vector, n, values as readonly (readonly Value[] | null)[], (child, elements) =>
        writeValues(child, type.element, elements, elements.length),
      );
      return;
    case 'map':
      writeMaps(vector, type, values, n);
      return;
    case 'struct':
      writeStruct(vector, type, values, n);
      return;
  }
}

/** Marks rows as null by one byte a row. Nothing is written when none is. */
export function writeValidity(vector: duckdb.Vector, valid: Uint8Array, n: number): void {
  if (!valid.subarray(0, n).includes(0)) return;
  const bits = new Uint8Array(Math.ceil(n / 64) * 8);
  for (let row = 0; row < n; row++) bits[row >> 3] = (bits[row >> 3] as number) | ((valid[row] as number) << (row & 7));
  duckdb.vector_ensure_validity_writable(vector);
  duckdb.copy_data_to_vector_validity(vector, 0, bits.buffer, 0, bits.byteLength);
}

/** Copies an array to the beginning of a vector of the same width. */
export function put(vector: duckdb.Vector, data: ArrayBufferView<ArrayBuffer>): void {
  if (data.byteLength > 0) duckdb.copy_data_to_vector(vector, 0, data.buffer, data.byteOffset, data.byteLength);
}

function writeNulls(vector: duckdb.Vector, values: readonly Value[], n: number): void {
  const valid = new Uint8Array(n);
  for (let row = 0; row < n; row++) valid[row] = (values[row] ?? null) === null ? 0 : 1;
  writeValidity(vector, valid, n);
}

function fill<T extends { [row: number]: number; readonly length: number }>(data: T, values: readonly Value[]): T {
  for (let row = 0; row < data.length; row++) data[row] = Number(values[row] ?? 0);
  return data;
}

function fillLongs(values: readonly Value[], n: number, convert: (value: Value) => bigint): BigInt64Array<ArrayBuffer> {
  const data = new BigInt64Array(n);
  for (let row = 0; row < n; row++) {
    const value = values[row] ?? null;
    if (value !== null) data[row] = convert(value);
  }
  return data;
}

function writeStrings(vector: duckdb.Vector, values: readonly Value[], n: number): void {
  for (let row = 0; row < n; row++) {
    const text = values[row] ?? null;
    if (text !== null) duckdb.vector_assign_string_element(vector, row, text as string);
  }
}

/** The engine keeps a decimal in the narrowest integer that holds its precision. */
function writeDecimals(vector: duckdb.Vector, precision: number, values: readonly Value[], n: number): void {
  const unscaled = (value: Value): bigint => (value as Decimal).unscaled;
  if (precision > 18) {
    const halves = new BigInt64Array(2 * n);
    for (let row = 0; row < n; row++) {
      const value = values[row] ?? null;
      if (value === null) continue;
      halves[2 * row] = BigInt.asIntN(64, unscaled(value));
      halves[2 * row + 1] = unscaled(value) >> 64n;
    }
    put(vector, halves);
    return;
  }
  const longs = fillLongs(values, n, unscaled);
  if (precision > 9) put(vector, longs);
  else put(vector, precision > 4 ? Int32Array.from(longs, Number) : Int16Array.from(longs, Number));
}

/** Offsets and lengths of each row's elements, then all elements one after the other. */
function writeElements<T>(
  vector: duckdb.Vector,
  n: number,
  lists: readonly (readonly T[] | null)[],
  write: (child: duckdb.Vector, elements: readonly T[]) => void,
): void {
  const entries = new BigUint64Array(2 * n);
  const elements: T[] = [];
  for (let row = 0; row < n; row++) {
    const items = lists[row] ?? null;
    entries[2 * row] = BigInt(elements.length);
    entries[2 * row + 1] = BigInt(items?.length ?? 0);
    if (items !== null) for (const item of items) elements.push(item);
  }
  duckdb.list_vector_reserve(vector, elements.length);
  duckdb.list_vector_set_size(vector, elements.length);
  put(vector, entries);
  write(duckdb.list_vector_get_child(vector), elements);
}

/** A map is a list of structs of key and value. */
function writeMaps(vector: duckdb.Vector, type: MapType, values: readonly Value[], n: number): void {
  const maps = values as readonly (ReadonlyMap<Value, Value> | null)[];
  const lists = Array.from({ length: n }, (_, row) => {
    const map = maps[row] ?? null;
    return map === null ? null : [...map];
  });
  writeElements(vector, n, lists, (child, entries) => {
    writeValues(
      duckdb.struct_vector_get_child(child, 0),
      type.key,
      entries.map((entry) => entry[0]),
      entries.length,
    );
    writeValues(
      duckdb.struct_vector_get_child(child, 1),
      type.value,
      entries.map((entry) => entry[1]),
      entries.length,
    );
  });
}

function writeStruct(vector: duckdb.Vector, type: StructType, values: readonly Value[], n: number): void {
  const structs = values as readonly ({ readonly [field: string]: Value } | null)[];
  for (const [at, field] of type.fields.entries()) {
    const column = Array.from({ length: n }, (_, row) => structs[row]?.[field.name] ?? null);
    writeValues(duckdb.struct_vector_get_child(vector, at), field.type, column, n);
  }
}
