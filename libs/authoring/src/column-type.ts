/** The GoogleSQL types a column of a table can be declared with, and MAP, which tables here have besides. */
export type ColumnType =
  | 'BOOL'
  | 'INT64'
  | 'FLOAT64'
  | 'NUMERIC'
  | `NUMERIC(${string})`
  | 'BIGNUMERIC'
  | `BIGNUMERIC(${string})`
  | 'STRING'
  | 'BYTES'
  | 'DATE'
  | 'TIMESTAMP'
  | `ARRAY<${string}>`
  | `STRUCT<${string}>`
  | `MAP<${string}>`;

export type Columns = Readonly<Record<string, ColumnType>>;

/** Name -> GoogleSQL, as a source selects. */
export type Select = Readonly<Record<string, string>>;

/**
 * What a select may say: any expression, or the name of a column. A text that is a name alone and names no column is refused; the
 * editor marks it and suggests the column that was meant.
 */
export type CheckedSelect<Table extends Columns, Written extends Select> = {
  readonly [Name in keyof Written]: CheckedText<Table, Written[Name]>;
};

/** A text that was put together, and so is `string` to TypeScript, is left to the compiler. `ds` is the day, which every table has. */
type CheckedText<Table extends Columns, Text extends string> = string extends Text
  ? Text
  : Text extends keyof Table
    ? Text
    : Text extends `${string}${ExpressionMark}${string}` | `${number}`
      ? Text
      : Uppercase<Text> extends 'TRUE' | 'FALSE' | 'NULL' | 'DS'
        ? Text
        : keyof Table & string;

/** Characters that no bare name contains. */
type ExpressionMark =
  | ' '
  | '\n'
  | '\t'
  | '('
  | ')'
  | '.'
  | ','
  | '+'
  | '-'
  | '*'
  | '/'
  | '%'
  | '<'
  | '>'
  | '='
  | '!'
  | '|'
  | '&'
  | '^'
  | '~'
  | '['
  | ':'
  | '?'
  | '@'
  | "'"
  | '"'
  | '`';

/** The type of a selected column: the table's where the text is the name of a column, else not known to TypeScript. */
export type SelectedType<Table extends Columns, Text extends string> = string extends keyof Table
  ? 'EXPRESSION'
  : Text extends keyof Table
    ? Table[Text]
    : 'EXPRESSION';
