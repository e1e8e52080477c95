import { functionNamed } from '../index.ts';
import type { FunctionRow } from '../row.ts';
import { sparkCastRows } from './casts.ts';
import { sparkCollectionRows } from './collections.ts';
import { sparkConditionalRows } from './conditional.ts';
import { sparkDateTimeRows } from './date-time.ts';
import { sparkJsonRows } from './json.ts';
import { sparkMathematicsRows } from './mathematics.ts';
import { sparkOperatorRows } from './operators.ts';
import { sparkPatternRows } from './patterns.ts';
import { sparkTextRows } from './text.ts';

/** What Spark SQL 3.5 means by its functions, with ANSI off and UTC as the session's time zone, where that is not what GoogleSQL means. */
export const sparkRows: readonly FunctionRow[] = [
  ...sparkOperatorRows,
  ...sparkCastRows,
  ...sparkConditionalRows,
  ...sparkTextRows,
  ...sparkPatternRows,
  ...sparkMathematicsRows,
  ...sparkDateTimeRows,
  ...sparkCollectionRows,
  ...sparkJsonRows,
];

/** Spark's names for rows of GoogleSQL that mean the same. */
export const sameAsGoogle: Readonly<Record<string, string>> = {
  $and: '$and',
  $or: '$or',
  $not: '$not',
  $is_null: '$is_null',
  $is_true: '$is_true',
  $is_false: '$is_false',
  IF: 'IF',
  IFF: 'IF',
  COALESCE: 'COALESCE',
  IFNULL: 'IFNULL',
  NVL: 'IFNULL',
  UNIX_SECONDS: 'UNIX_SECONDS',
  UNIX_MILLIS: 'UNIX_MILLIS',
  UNIX_MICROS: 'UNIX_MICROS',
  UNIX_DATE: 'UNIX_DATE',
};

const byName: ReadonlyMap<string, FunctionRow> = new Map(sparkRows.map((row) => [row.name, row]));

/** A function of Spark by its name in upper case, or an operator. */
export const sparkFunctionNamed = (name: string): FunctionRow | undefined =>
  byName.get(name) ?? (Object.hasOwn(sameAsGoogle, name) ? functionNamed(sameAsGoogle[name] ?? '') : undefined);

/** The names of its functions, operators left out. */
export const sparkFunctionNames: readonly string[] = [...byName.keys(), ...Object.keys(sameAsGoogle)].filter(
  (name) => !name.startsWith('$'),
);

const refused = (reason: string, names: string): readonly (readonly [string, string])[] =>
  names.split(/\s+/).map((name) => [name, reason] as const);

/** Functions of Spark that are none here, and why. */
export const sparkRefusals: ReadonlyMap<string, string> = new Map([
  ...refused(
    'it is not a function of the row: its value depends on when or where it is computed.',
    'CURRENT_DATE CURRENT_TIMESTAMP NOW CURDATE RAND RANDN RANDOM UUID SHUFFLE MONOTONICALLY_INCREASING_ID SPARK_PARTITION_ID INPUT_FILE_NAME CURRENT_USER',
  ),
  ...refused(
    'its hash is that of the layout of values inside of Spark; MD5 and SHA2 are of what the value is.',
    'HASH XXHASH64 CRC32',
  ),
  ...refused(
    'its schema is a text of its own; GET_JSON_OBJECT takes single values out.',
    'FROM_JSON SCHEMA_OF_JSON JSON_TUPLE TO_JSON FROM_CSV TO_CSV',
  ),
  ...refused(
    'it gives many rows for one; explode in a staging query.',
    'EXPLODE EXPLODE_OUTER POSEXPLODE POSEXPLODE_OUTER INLINE INLINE_OUTER STACK',
  ),
  ...refused(
    'it is a function of many rows; a row expression has functions of one row only.',
    'COLLECT_LIST COLLECT_SET FIRST LAST APPROX_PERCENTILE PERCENTILE MAX_BY MIN_BY BOOL_OR BOOL_AND EVERY ANY SOME COUNT_IF',
  ),
  ...refused('it runs code that is not ours.', 'REFLECT JAVA_METHOD'),
]);
