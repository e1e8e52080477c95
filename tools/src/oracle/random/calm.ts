import { fieldKey, type ScalarKind, type SqlType, type SqlValue } from '@isochron/expression';
import type { Draw } from './draw.ts';
import { jsonOf } from './json.ts';
import { stringOf } from './string.ts';
import { randomValue } from './value.ts';

/** A value with which most functions have a value too, so that what stands around a call is not always an error or null; now and then any value. */
export function calmValue(draw: Draw, type: SqlType): SqlValue {
  if (draw.chance(250)) return randomValue(draw, type);
  switch (type.kind) {
    case 'ARRAY':
      return draw.list(0, 3, () => calmValue(draw, type.element));
    case 'STRUCT':
      return Object.fromEntries(type.fields.map((field, at) => [fieldKey(field, at), calmValue(draw, field.type)]));
    case 'MAP':
      return randomValue(draw, type);
    default:
      return calm[type.kind](draw);
  }
}

const SECOND = 1_000_000;
const JAN_2020 = 18_262;

const calm: Readonly<Record<ScalarKind, (draw: Draw) => SqlValue>> = {
  BOOL: (draw) => draw.chance(500),
  INT64: (draw) => draw.integer(-5, 20),
  FLOAT64: (draw) => draw.integer(-200, 200) / 8,
  NUMERIC: (draw) => BigInt(draw.integer(-2000, 2000)) * 10n ** 7n,
  BIGNUMERIC: (draw) => BigInt(draw.integer(-2000, 2000)) * 10n ** 36n,
  STRING: (draw) => draw.either([3, () => stringOf(draw, 6)], [1, () => `${draw.integer(-20, 200)}`]),
  BYTES: (draw) => new TextEncoder().encode(stringOf(draw, 6)),
  DATE: (draw) => JAN_2020 + draw.integer(0, 2000),
  TIME: (draw) => draw.integer(0, 86_399) * SECOND,
  DATETIME: (draw) => (JAN_2020 * 86_400 + draw.integer(0, 150_000_000)) * SECOND,
  TIMESTAMP: (draw) => (JAN_2020 * 86_400 + draw.integer(0, 150_000_000)) * SECOND + draw.pick([0, 0, 1, 999_999]),
  INTERVAL: (draw) => ({
    months: draw.integer(-3, 3),
    days: draw.integer(-9, 9),
    micros: draw.integer(-5000, 5000) * SECOND,
  }),
  JSON: jsonOf,
};
