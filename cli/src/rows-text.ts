import { type DataType, type Field, timestampType, typeText, type Value, valueText } from '@isochron/schema';
import { tableText } from './output.ts';

const WIDTH_UNLESS_TERMINAL = 160;
const ROWS_SIDE_BY_SIDE_MAX = 8;

/** Few rows that are wider than the terminal stand side by side, a line for each column: no line is broken. `types`: of each column, to be shown. */
export function rowsText(
  names: readonly string[],
  cells: readonly (readonly string[])[],
  types?: readonly string[],
): string {
  const heads = names.map((name, at) => headText(name) + (types === undefined ? '' : `\n(${types[at] ?? ''})`));
  const text = tableText(heads, cells);
  const width = Math.max(...text.split('\n').map((line) => line.length));
  if (width <= terminalWidth() || cells.length > ROWS_SIDE_BY_SIDE_MAX) return text;
  return tableText(
    ['column', ...(types === undefined ? [] : ['type']), ...cells.map((_, row) => `row ${row + 1}`)],
    names.map((name, index) => [
      name,
      ...(types === undefined ? [] : [types[index] ?? '']),
      ...cells.map((row) => row[index] ?? ''),
    ]),
  );
}

/** Rows of a definition's table with the types of its columns. A join's own `ts` is an instant in milliseconds, which only machines read. */
export function typedRowsText(
  columns: readonly Field[],
  rows: readonly Readonly<Record<string, Value>>[],
  isInstant: (column: string) => boolean,
): string {
  const names = columns.map(({ name }) => name);
  const types = columns.map(({ type }) => typeText(type));
  const shown = columns.map(({ name, type }): DataType => (isInstant(name) ? timestampType : type));
  const max = valueWidth(rows.length, Math.max(...names.map(widthOf)) + Math.max(...types.map(widthOf)));
  const cells = rows.map((row) =>
    columns.map(({ name, type }, at) => shortText(valueText(shown[at] ?? type, row[name] ?? null), max)),
  );
  return rowsText(names, cells, types);
}

const VALUE_LEAST = 28;
const VALUE_MAX = 60;

/** What each of some rows side by side can have of the terminal, within reason. */
const valueWidth = (rows: number, taken: number): number =>
  Math.min(VALUE_MAX, Math.max(VALUE_LEAST, Math.floor((terminalWidth() - taken) / Math.max(1, rows)) - 2));

const widthOf = (text: string): number => text.length;
const terminalWidth = (): number => process.stdout.columns ?? WIDTH_UNLESS_TERMINAL;

/** A long value cut where a person has seen enough of it. */
export const shortText = (text: string, max = VALUE_MAX): string =>
  text.length <= max ? text : `${text.slice(0, max - 1)}…`;

const HEAD_MAX = 20;

/** A long name over several lines, broken after underscores: a column is then about as wide as what stands in it. */
function headText(name: string): string {
  const lines = [''];
  for (const word of name.split(/(?<=_)/)) {
    const line = lines.at(-1) ?? '';
    if (line.length + word.length <= HEAD_MAX) lines[lines.length - 1] = line + word;
    else lines.push(word);
  }
  return lines.join('\n');
}
