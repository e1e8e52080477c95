import { RowFault } from '../../row-fault.ts';
import { extract, type Wanted } from '../../runtime/json/extract.ts';
import { canBeJson, nodeMaker } from '../../runtime/json/from-value.ts';
import { isArray } from '../../runtime/json/node.ts';
import { parseJson } from '../../runtime/json/parse.ts';
import { follow, type PathDialect, parsePath } from '../../runtime/json/path.ts';
import { scalarTextOf, scalarTextsOf } from '../../runtime/json/scalar.ts';
import { writerOf } from '../../runtime/json/value-text.ts';
import { typeName } from '../../types/sql-type.ts';
import { Json, type JsonNode, type SqlValue } from '../../value.ts';
import {
  type CallFault,
  type CallSite,
  type Difference,
  type FunctionRow,
  fn,
  type Implementation,
  made,
  row,
} from '../row.ts';
import { jsonChangeRows } from './json-change.ts';
import { jsonScalarRows } from './json-scalar.ts';

/** A path is a constant, the root where there is none. */
const pathOf = (call: CallSite, dialect: PathDialect) => {
  const text = call.args[1]?.constant;
  return parsePath(typeof text === 'string' ? text : '$', dialect);
};

const mustBePath =
  (dialect: PathDialect) =>
  (call: CallSite): CallFault | null => {
    const given = call.args[1];
    if (given === undefined || given.constant === null) return null;
    if (typeof given.constant !== 'string')
      return { argument: 1, message: 'the JSONPath must be a text that is the same for all rows.' };
    const path = pathOf(call, dialect);
    return 'fault' in path ? { argument: 1, message: `${path.fault}.` } : null;
  };

const stepsOf = (call: CallSite, dialect: PathDialect): readonly string[] => {
  const path = pathOf(call, dialect);
  if ('fault' in path) throw new Error('A JSONPath is checked before it is used.');
  return path.steps;
};

/** ZetaSQL reads a path only for a row that needs it, and takes no path for null but the word NULL. */
const lazily = (dialect: PathDialect): Difference => ({
  reason:
    'A JSONPath that cannot be read is refused when the expression is, also where no row would need it; any constant null is taken for one.',
  covers: ([, path]) => path === null || (typeof path === 'string' && 'fault' in parsePath(path, dialect)),
});

const hints = ['json', 'json-path'];

/** Of a text: read only as far as the path leads. */
const ofText = (dialect: PathDialect, wanted: Wanted): Implementation => ({
  js: made((call) => {
    const steps = stepsOf(call, dialect);
    return (text: string) => extract(text, steps, wanted);
  }),
  check: mustBePath(dialect),
  differs: lazily(dialect),
  hints,
});

/** Of a JSON value: `of` makes the result of what the path leads to. */
const ofJson = (dialect: PathDialect, of: (node: JsonNode) => SqlValue): Implementation => ({
  js: made((call) => {
    const steps = stepsOf(call, dialect);
    return ({ node }: Json) => {
      const reached = follow(node, steps);
      return reached === undefined ? null : of(reached);
    };
  }),
  check: mustBePath(dialect),
  differs: lazily(dialect),
  hints: ['', 'json-path'],
});

const asJson = (node: JsonNode): SqlValue => new Json(node);
const elementsOf = (node: JsonNode): SqlValue => (isArray(node) ? node.map(asJson) : null);

const scalars = (name: string, dialect: PathDialect): FunctionRow =>
  row(
    name,
    'JSON',
    'The scalar that a path leads to, as text; null where there is none, and for null, an object and an array.',
    {
      '(STRING, optional STRING) -> STRING': ofText(dialect, 'scalar'),
      '(JSON, optional STRING) -> STRING': ofJson(dialect, scalarTextOf),
    },
  );

const values = (name: string, dialect: PathDialect): FunctionRow =>
  row(name, 'JSON', 'What a path leads to, as JSON; null where there is nothing.', {
    '(STRING, STRING) -> STRING': ofText(dialect, 'value'),
    '(JSON, STRING) -> JSON': ofJson(dialect, asJson),
  });

const arrays = (name: string, dialect: PathDialect): FunctionRow =>
  row(name, 'JSON', 'The elements of the array that a path leads to, as JSON; null where there is none.', {
    '(STRING, optional STRING) -> ARRAY<STRING>': ofText(dialect, 'elements'),
    '(JSON, optional STRING) -> ARRAY<JSON>': ofJson(dialect, elementsOf),
  });

const scalarArrays = (name: string, dialect: PathDialect): FunctionRow =>
  row(name, 'JSON', 'The elements of the array of scalars that a path leads to, as texts; null where there is none.', {
    '(STRING, optional STRING) -> ARRAY<STRING>': ofText(dialect, 'scalar elements'),
    '(JSON, optional STRING) -> ARRAY<STRING>': ofJson(dialect, scalarTextsOf),
  });

const mustBeJson = (call: CallSite): CallFault | null => {
  const type = call.args[0]?.type ?? call.result;
  return canBeJson(type) ? null : { argument: 0, message: `a value of type ${typeName(type)} has no JSON.` };
};

/** `mode`: as an author names it. */
function parsed(text: string, mode = 'exact'): SqlValue {
  if (mode === 'exact' || mode === 'round') return new Json(parseJson(text, mode));
  throw new RowFault(`wide_number_mode is "exact" or "round", not "${mode}"`);
}

export const jsonRows: readonly FunctionRow[] = [
  scalars('JSON_VALUE', 'standard'),
  scalars('JSON_EXTRACT_SCALAR', 'legacy'),
  values('JSON_QUERY', 'standard'),
  values('JSON_EXTRACT', 'legacy'),
  arrays('JSON_QUERY_ARRAY', 'standard'),
  arrays('JSON_EXTRACT_ARRAY', 'legacy'),
  scalarArrays('JSON_VALUE_ARRAY', 'standard'),
  scalarArrays('JSON_EXTRACT_STRING_ARRAY', 'legacy'),
  row(
    'PARSE_JSON',
    'JSON',
    'The JSON value that a text holds; a number that a FLOAT64 would change is a fault, unless wide_number_mode is "round".',
    {
      '(STRING, optional wide_number_mode => STRING) -> JSON': {
        js: fn(parsed),
        givesNull: false,
        hints: ['json', '=exact|round|other'],
      },
    },
  ),
  row(
    'TO_JSON',
    'JSON',
    'The value as JSON; with stringify_wide_numbers, numbers that a FLOAT64 would change as strings.',
    {
      '(ANY, optional stringify_wide_numbers => BOOL) -> JSON': {
        nulls: 'own',
        js: made((call) => {
          const make = nodeMaker(call.args[0]?.type ?? call.result);
          return (value: SqlValue, stringify: boolean | null = false) =>
            stringify === null ? null : new Json(make(value, stringify));
        }),
        check: mustBeJson,
      },
    },
  ),
  row('TO_JSON_STRING', 'JSON', 'The value as JSON text; on lines of its own where the second argument is TRUE.', {
    '(ANY, optional BOOL) -> STRING': {
      nulls: 'own',
      js: made((call) => {
        const write = writerOf(call.args[0]?.type ?? call.result);
        return (value: SqlValue, pretty: boolean | null = false) =>
          pretty === null ? null : write(value, pretty ? '' : null);
      }),
      check: mustBeJson,
    },
  }),
  ...jsonScalarRows,
  ...jsonChangeRows,
];
