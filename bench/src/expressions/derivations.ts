import type { DataType, Value } from '@isochron/schema';

/** A column of the table that derivations are measured over. */
export interface Column {
  readonly name: string;
  readonly type: DataType;
  /** In DuckDB, of `i`, the number of the row; one row in ten is null. */
  readonly sql: string;
}

export const columns: readonly Column[] = [
  { name: 'clicks', type: { kind: 'long' }, sql: 'CAST(hash(i) % 1000 AS BIGINT)' },
  { name: 'views', type: { kind: 'long' }, sql: 'CAST(1 + hash(i + 1) % 5000 AS BIGINT)' },
  { name: 'carts', type: { kind: 'long' }, sql: 'CAST(hash(i + 2) % 300 AS BIGINT)' },
  { name: 'amount', type: { kind: 'double' }, sql: '(hash(i + 3) % 1000000) / 97' },
  { name: 'score', type: { kind: 'double' }, sql: '(hash(i + 4) % 1000000) / 1000003' },
  { name: 'city', type: { kind: 'string' }, sql: "'city' || (hash(i + 5) % 500)" },
  { name: 'country', type: { kind: 'string' }, sql: "['us', 'de', 'jp', 'br'][CAST(1 + hash(i + 6) % 4 AS BIGINT)]" },
  { name: 'day', type: { kind: 'date' }, sql: "DATE '2024-01-01' + CAST(hash(i + 7) % 365 AS INTEGER)" },
  { name: 'joined', type: { kind: 'date' }, sql: "DATE '2020-01-01' + CAST(hash(i + 8) % 1000 AS INTEGER)" },
  {
    name: 'tags',
    type: { kind: 'list', element: { kind: 'string' } },
    sql: "list_transform(range(CAST(hash(i + 9) % 6 AS BIGINT)), x -> 'tag' || x)",
  },
];

/** An expression, and the same as one would write it by hand over a row: null wherever SQL has null, 64 bits that do not wrap, a fault where it fails. */
export interface Derivation {
  readonly name: string;
  readonly text: string;
  /** The columns in the order of the row, of which `byHand` reads places: taken apart as a list, a row costs an iterator. */
  readonly reads: readonly string[];
  readonly byHand: (row: readonly Value[]) => Value;
}

type Long = number | bigint | null;

export const derivations: readonly Derivation[] = [
  {
    name: 'ratio of counts',
    text: 'clicks / views',
    reads: ['clicks', 'views'],
    byHand: ({ 0: clicks, 1: views }) => {
      if (isNull(clicks) || isNull(views)) return null;
      const [a, b] = [Number(clicks), Number(views)];
      if (b === 0) throw new RangeError('division by zero');
      const ratio = a / b;
      if (!Number.isFinite(ratio)) throw new RangeError('overflow');
      return ratio;
    },
  },
  {
    name: 'sum of counts',
    text: 'clicks + carts * 2',
    reads: ['clicks', 'carts'],
    byHand: ({ 0: clicks, 1: carts }) => {
      if (isNull(clicks) || isNull(carts)) return null;
      return added(clicks as number | bigint, multiplied(carts as number | bigint, 2));
    },
  },
  {
    name: 'IF over thresholds',
    text: "IF(amount > 1000 AND clicks >= 300, 'high', 'low')",
    reads: ['amount', 'clicks'],
    byHand: ({ 0: amount, 1: clicks }) => {
      if (isNull(amount) || !((amount as number) > 1000)) return 'low';
      return !isNull(clicks) && (clicks as number | bigint) >= 300 ? 'high' : 'low';
    },
  },
  {
    name: 'COALESCE',
    text: 'COALESCE(score, amount, 0.0)',
    reads: ['score', 'amount'],
    byHand: ({ 0: score, 1: amount }) => score ?? amount ?? 0,
  },
  {
    name: 'CASE',
    text: "CASE WHEN amount < 100 THEN 'small' WHEN amount < 5000 THEN 'medium' ELSE 'large' END",
    reads: ['amount'],
    byHand: ({ 0: amount }) => {
      if (isNull(amount)) return 'large';
      return (amount as number) < 100 ? 'small' : (amount as number) < 5000 ? 'medium' : 'large';
    },
  },
  {
    name: 'date difference',
    text: 'DATE_DIFF(day, joined, DAY)',
    reads: ['day', 'joined'],
    byHand: ({ 0: day, 1: joined }) => (isNull(day) || isNull(joined) ? null : (day as number) - (joined as number)),
  },
  {
    name: 'CONCAT and UPPER',
    text: "CONCAT(UPPER(country), '-', city)",
    reads: ['country', 'city'],
    byHand: ({ 0: country, 1: city }) =>
      isNull(country) || isNull(city) ? null : `${(country as string).toUpperCase()}-${city}`,
  },
  {
    name: 'SAFE_DIVIDE',
    text: 'SAFE_DIVIDE(amount, views)',
    reads: ['amount', 'views'],
    byHand: ({ 0: amount, 1: views }) => {
      if (isNull(amount) || isNull(views) || Number(views) === 0) return null;
      return (amount as number) / Number(views);
    },
  },
  {
    name: 'GREATEST',
    text: 'GREATEST(clicks, views, carts)',
    reads: ['clicks', 'views', 'carts'],
    byHand: (row) => {
      let best: Long = null;
      for (const value of row as readonly Long[]) {
        if (value === null) return null;
        if (best === null || value > best) best = value;
      }
      return best;
    },
  },
  {
    name: 'ROUND',
    text: 'ROUND(amount, 2)',
    reads: ['amount'],
    byHand: ({ 0: amount }) => (isNull(amount) ? null : Math.round((amount as number) * 100) / 100),
  },
  {
    name: 'array length',
    text: 'ARRAY_LENGTH(tags)',
    reads: ['tags'],
    byHand: ({ 0: tags }) => (isNull(tags) ? null : (tags as readonly Value[]).length),
  },
];

const isNull = (value: Value | undefined): boolean => value === null || value === undefined;

function added(a: number | bigint, b: number | bigint): number | bigint {
  if (typeof a === 'number' && typeof b === 'number' && Number.isSafeInteger(a + b)) return a + b;
  return within(BigInt(a) + BigInt(b));
}

function multiplied(a: number | bigint, b: number | bigint): number | bigint {
  if (typeof a === 'number' && typeof b === 'number' && Number.isSafeInteger(a * b)) return a * b;
  return within(BigInt(a) * BigInt(b));
}

function within(value: bigint): number | bigint {
  if (BigInt.asIntN(64, value) !== value) throw new RangeError('overflow');
  return Number.isSafeInteger(Number(value)) ? Number(value) : value;
}
