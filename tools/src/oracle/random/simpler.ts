import { fieldKey, type Interval, Json, type SqlType, type SqlValue } from '@isochron/expression';
import { shown } from '../text/plain.ts';
import { int64 } from './value.ts';

/** Values a person sees through sooner than this one, the simplest first; none twice, and not the value itself. */
export function simplerValues(type: SqlType, value: SqlValue): readonly SqlValue[] {
  if (value === null) return [];
  const seen = new Set([shown(value)]);
  return candidates(type, value).filter((each) => {
    const text = shown(each);
    return seen.has(text) ? false : seen.add(text) !== null;
  });
}

/** The casts say of which JavaScript type the values of each type are. */
function candidates(type: SqlType, value: Exclude<SqlValue, null>): readonly SqlValue[] {
  switch (type.kind) {
    case 'BOOL':
      return [null, false];
    case 'INT64':
    case 'NUMERIC':
    case 'BIGNUMERIC':
    case 'DATETIME':
    case 'TIMESTAMP':
    case 'DATE':
    case 'TIME':
      return [null, ...integers(type.kind, BigInt(value as number | bigint))];
    case 'FLOAT64':
      return [null, ...floats(value as number)];
    case 'STRING':
      return [null, ...pieces([...(value as string)]).map((each) => each.join(''))];
    case 'BYTES':
      return [null, ...pieces([...(value as Uint8Array)]).map((each) => Uint8Array.from(each))];
    case 'INTERVAL':
      return [null, ...intervals(value as Interval)];
    case 'JSON':
      return [null, ...nodes((value as Json).node).map((node) => new Json(node))];
    case 'ARRAY':
      return [null, ...arrays(type.element, value as readonly SqlValue[])];
    case 'STRUCT':
      return [null, ...structs(type, value as Readonly<Record<string, SqlValue>>)];
    case 'MAP':
      return [null, ...pieces([...(value as ReadonlyMap<SqlValue, SqlValue>)]).map((each) => new Map(each))];
  }
}

function integers(kind: SqlType['kind'], value: bigint): readonly SqlValue[] {
  const one =
    { NUMERIC: 10n ** 9n, BIGNUMERIC: 10n ** 38n, DATETIME: 86_400_000_000n, TIMESTAMP: 86_400_000_000n }[
      kind as string
    ] ?? 1n;
  const tries = [
    0n,
    one,
    -one,
    value / 2n,
    (value / one) * one,
    value - (value % (one * 10n)),
    value > 0n ? value - 1n : value + 1n,
  ];
  const isDecimal = kind === 'NUMERIC' || kind === 'BIGNUMERIC';
  return tries.filter((each) => size(each) < size(value)).map((each) => (isDecimal ? each : int64(each)));
}

const size = (value: bigint): bigint => (value < 0n ? -value * 2n + 1n : value * 2n);

function floats(value: number): readonly number[] {
  if (Number.isNaN(value)) return [0];
  const tries = [0, 1, -1, 0.5, Math.trunc(value), Math.trunc(value / 2), Number(value.toPrecision(3)), -value];
  const isSimpler = (each: number): boolean =>
    Number.isFinite(each) && `${each}`.length + (each < 0 ? 1 : 0) < `${value}`.length + (value < 0 ? 1 : 0);
  return tries.filter((each) => isSimpler(each) || (Object.is(value, -0) && Object.is(each, 0)));
}

/** The list without a half, a quarter, or one of its items. */
function pieces<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  const half = items.length >> 1;
  const quarter = items.length >> 2;
  return [
    [],
    items.slice(half),
    items.slice(0, half),
    items.slice(quarter),
    items.slice(0, items.length - quarter),
    ...items.slice(0, 16).map((_, at) => items.toSpliced(at, 1)),
  ].filter((each) => each.length < items.length);
}

function intervals(value: Interval): readonly Interval[] {
  const { months, days, micros } = value;
  const part = (of: bigint): readonly (number | bigint)[] => integers('INT64', of) as readonly (number | bigint)[];
  return [
    ...part(BigInt(months)).map((each) => ({ months: Number(each), days, micros })),
    ...part(BigInt(days)).map((each) => ({ months, days: Number(each), micros })),
    ...part(BigInt(micros)).map((each) => ({ months, days, micros: each })),
  ];
}

function nodes(node: Json['node']): readonly Json['node'][] {
  if (node instanceof Map) {
    const entries = [...node];
    return [
      ...node.values(),
      ...pieces(entries).map((each) => new Map(each)),
      ...entries.flatMap(([key, of]) => nodes(of).map((each) => new Map(node).set(key, each))),
    ];
  }
  if (Array.isArray(node))
    return [...node, ...pieces(node), ...node.flatMap((of, at) => nodes(of).map((each) => node.with(at, each)))];
  if (typeof node === 'string') return [null, ...pieces([...node]).map((each) => each.join(''))];
  return node === null ? [] : [null, 0n];
}

function arrays(element: SqlType, items: readonly SqlValue[]): readonly SqlValue[] {
  return [
    ...pieces(items),
    ...items.flatMap((item, at) =>
      simplerValues(element, item)
        .slice(0, 6)
        .map((each) => items.with(at, each)),
    ),
  ];
}

function structs(
  type: Extract<SqlType, { kind: 'STRUCT' }>,
  value: Readonly<Record<string, SqlValue>>,
): readonly SqlValue[] {
  return type.fields.flatMap((field, at) => {
    const key = fieldKey(field, at);
    return simplerValues(field.type, value[key] ?? null)
      .slice(0, 6)
      .map((each) => ({ ...value, [key]: each }));
  });
}
