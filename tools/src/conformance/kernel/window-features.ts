import {
  type Accuracy,
  bindFeature,
  DAY_MS,
  type Feature,
  featureName,
  HOUR_MS,
  isRefusal,
  MINUTE_MS,
} from '@isochron/aggregation';
import { type Field, IsochronError, type Value } from '@isochron/schema';
import { type Case, isList, listAt, textAt, textsAt } from '../case-file.ts';
import { decodeCell } from '../cell.ts';
import { typeOfText } from '../type-of-text.ts';
import { argsAt, operationAt } from './column.ts';

/** The columns of an event beside its time, where a case does not say. */
const usualColumns = [
  ['amount', 'long'],
  ['price', 'double'],
  ['item', 'string'],
] as const;

export interface TimedRow {
  readonly ts: number;
  /** In the order of the columns. */
  readonly values: readonly Value[];
}

/** The events of a case, a column of one operation in several windows, and the instants it is asked for. */
export interface WindowCase {
  readonly schema: readonly Field[];
  readonly rows: readonly TimedRow[];
  readonly features: readonly Feature[];
  readonly accuracy: Accuracy;
}

/** Throws INVALID_ARGUMENT where a feature is refused, and where its name is not that of the case's column. */
export function windowCaseOf(from: Case, accuracy: Accuracy): WindowCase {
  const schema = schemaOf(from);
  const rows = listAt(from, 'rows').map((row): TimedRow => {
    const [ts, ...cells] = isList(row) ? row : [];
    return { ts: Number(ts), values: schema.map(({ type }, index) => decodeCell(type, cells[index] ?? null)) };
  });
  const columns = textsAt(from, 'columns');
  const windows = isList(from['windows']) ? textsAt(from, 'windows') : columns.map(windowOfColumn);
  const features = columns.map((column, index) => featureOf(from, schema, column, windows[index] ?? ''));
  return { schema, rows, features, accuracy };
}

function schemaOf(from: Case): readonly Field[] {
  const columns = isList(from['schema']) ? listAt(from, 'schema').slice(1) : usualColumns;
  return columns.map((column) => {
    const [name, type] = isList(column) ? column : [];
    return { name: String(name), type: typeOfText(String(type)) };
  });
}

function featureOf(from: Case, schema: readonly Field[], column: string, window: string): Feature {
  const input = textAt(from, 'input');
  const parts = { operation: operationAt(from), args: argsAt(from), input, bucket: null, windowMs: windowMs(window) };
  const feature = bindFeature({ ...parts, name: column }, schema);
  if (isRefusal(feature)) throw new IsochronError('INVALID_ARGUMENT', `refused: ${feature.refusal}`);
  const name = featureName(parts);
  if (name !== column) throw new IsochronError('INVALID_ARGUMENT', `the column is ${column}, and we call it ${name}`);
  return feature;
}

/** `amount_sum_7d` has a window of `7d`, `amount_sum` none. */
const windowOfColumn = (column: string): string => /_(\d+[mhd])$/.exec(column)?.[1] ?? 'unwindowed';

const unitsMs: Readonly<Record<string, number>> = { m: MINUTE_MS, h: HOUR_MS, d: DAY_MS };

function windowMs(text: string): number | null {
  if (text === 'unwindowed') return null;
  const [, length, unit = ''] = /^(\d+)([mhd])$/.exec(text) ?? [];
  const unitMs = unitsMs[unit];
  if (length === undefined || unitMs === undefined) throw new TypeError(`"${text}" is not a window`);
  return Number(length) * unitMs;
}
