import { fieldKey, type SqlType } from '../../types/sql-type.ts';
import type { Int64, Json, JsonNode, SqlValue } from '../../value.ts';
import { base64Of } from '../base64.ts';
import { bignumeric, type DecimalFormat, decimalText, numeric } from '../numeric.ts';
import { objectOf } from './node.ts';
import { isRoundTrip } from './parse.ts';
import { dateText, intervalText, momentText, timeText } from './time-text.ts';

/** Makes JSON of values of a type. `stringify`: numbers that a double would change become strings. */
export type ToNode = (value: SqlValue, stringify: boolean) => JsonNode;

/** Whether a value of the type is JSON: of maps, those by texts. */
export function canBeJson(type: SqlType): boolean {
  switch (type.kind) {
    case 'ARRAY':
      return canBeJson(type.element);
    case 'STRUCT':
      return type.fields.every((field) => canBeJson(field.type));
    case 'MAP':
      return type.key.kind === 'STRING' && canBeJson(type.value);
    default:
      return true;
  }
}

export function nodeMaker(type: SqlType): ToNode {
  const make = presentMaker(type);
  return (value, stringify) => (value === null ? null : make(value as never, stringify));
}

function presentMaker(type: SqlType): (value: never, stringify: boolean) => JsonNode {
  switch (type.kind) {
    case 'INT64':
      return (value: Int64, stringify) => (stringify && !isLossless(BigInt(value)) ? String(value) : BigInt(value));
    case 'FLOAT64':
      return (value: number) => (Number.isFinite(value) ? value + 0 : String(value));
    case 'NUMERIC':
      return (value: bigint, stringify) => decimalNode(value, numeric, stringify);
    case 'BIGNUMERIC':
      return (value: bigint, stringify) => decimalNode(value, bignumeric, stringify);
    case 'JSON':
      return (value: Json) => value.node;
    case 'ARRAY': {
      const element = nodeMaker(type.element);
      return (items: readonly SqlValue[], stringify) => items.map((item) => element(item, stringify));
    }
    case 'STRUCT':
      return structMaker(type);
    case 'MAP': {
      const make = nodeMaker(type.value);
      return (map: ReadonlyMap<string, SqlValue>, stringify) =>
        objectOf(Array.from(map, ([key, value]) => [key, make(value, stringify)] as const));
    }
    default:
      return textMaker(type);
  }
}

function structMaker(type: Extract<SqlType, { kind: 'STRUCT' }>): (value: never, stringify: boolean) => JsonNode {
  const fields = type.fields.map((field, at) => ({
    name: field.name,
    key: fieldKey(field, at),
    make: nodeMaker(field.type),
  }));
  return (struct: Readonly<Record<string, SqlValue>>, stringify) =>
    objectOf(fields.map(({ name, key, make }) => [name, make(struct[key] ?? null, stringify)] as const));
}

function textMaker({ kind }: SqlType): (value: never) => JsonNode {
  switch (kind) {
    case 'BYTES':
      return base64Of;
    case 'DATE':
      return dateText;
    case 'TIME':
      return timeText;
    case 'DATETIME':
      return momentText;
    case 'TIMESTAMP':
      return (value: Int64) => `${momentText(value)}Z`;
    case 'INTERVAL':
      return intervalText;
    default:
      return (value: boolean | string) => value;
  }
}

function decimalNode(value: bigint, format: DecimalFormat, stringify: boolean): JsonNode {
  const whole = value / format.one;
  if (value % format.one === 0n && whole >= -(2n ** 63n) && whole < 2n ** 64n) {
    return stringify && !isLossless(whole) ? String(whole) : whole;
  }
  const text = decimalText(value, format);
  return stringify && !isRoundTrip(text, Number(text)) ? text : Number(text);
}

/** Whether a double holds the whole number, and every one nearer to zero. */
export const isLossless = (value: bigint): boolean => value >= -(2n ** 53n) && value <= 2n ** 53n;
