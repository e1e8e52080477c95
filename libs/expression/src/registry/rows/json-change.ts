import { RowFault } from '../../row-fault.ts';
import { append, insert, remove, set, stripNulls } from '../../runtime/json/change.ts';
import { nodeMaker, type ToNode } from '../../runtime/json/from-value.ts';
import { isArray, objectOf } from '../../runtime/json/node.ts';
import { parseStrictPath, type StrictStep } from '../../runtime/json/path.ts';
import { Json, type JsonNode, type SqlValue } from '../../value.ts';
import { type CallFault, type CallSite, type FunctionRow, made, row } from '../row.ts';

const stepsOf = (path: string): readonly StrictStep[] => {
  const parsed = parseStrictPath(path);
  if ('fault' in parsed) throw new RowFault(parsed.fault);
  return parsed.steps;
};

/** What goes by its name is the same for all rows. */
const optionsAreConstant = ({ args }: CallSite): CallFault | null => {
  const at = args.findIndex(({ name, constant }) => name !== '' && constant === undefined);
  return at === -1 ? null : { argument: at, message: `${args[at]?.name} must be the same for all rows.` };
};

/** Paths, at every other place from the second on or at all of them, are the same for all rows. */
const pathsAreConstant =
  (every: 1 | 2) =>
  (call: CallSite): CallFault | null => {
    const { args } = call;
    const at = args.findIndex(
      ({ name, constant }, place) => name === '' && place > 0 && (place - 1) % every === 0 && constant === undefined,
    );
    if (at === -1) return optionsAreConstant(call);
    return { argument: at, message: 'a JSONPath must be a text that is the same for all rows.' };
  };

/** The arguments that go by their places, each with what makes JSON of it. */
const makers = (call: CallSite): readonly ToNode[] =>
  call.args.filter(({ name }) => name === '').map(({ type }) => nodeMaker(type));

/** One change of a value, by a path and another value. */
interface Edit {
  readonly steps: readonly StrictStep[];
  readonly value: JsonNode;
  /** Whether the value was an SQL array, whose elements are taken one by one. */
  readonly isArray: boolean;
}

/** Functions of a JSON value and pairs of a path and a value, made one after the other. Null where the JSON value or a path is null. */
const edited = (call: CallSite, edit: (node: JsonNode, edit: Edit, each: boolean) => JsonNode) => {
  const make = makers(call);
  const types = call.args.map(({ type }) => type.kind);
  return (json: Json | null, ...rest: readonly SqlValue[]): SqlValue => {
    const [pairs, each] = [rest.slice(0, make.length - 1), rest[make.length - 1]];
    const paths = pairs.filter((_, at) => at % 2 === 0);
    if (json === null || each === null || paths.includes(null)) return null;
    let { node } = json;
    for (const [at, path] of paths.entries()) {
      const place = at * 2 + 2;
      const value = make[place]?.(pairs[place - 1] ?? null, false) ?? null;
      node = edit(node, { steps: stepsOf(path as string), value, isArray: types[place] === 'ARRAY' }, each !== false);
    }
    return new Json(node);
  };
};

const valuesOf = ({ value, isArray: isMany }: Edit, each: boolean): readonly JsonNode[] =>
  each && isMany ? (value !== null && isArray(value) ? value : []) : [value];

const objectOfPairs = (call: CallSite) => {
  const make = makers(call);
  return (...pairs: readonly SqlValue[]): SqlValue => {
    const members: [string, JsonNode][] = [];
    for (let at = 0; at < pairs.length; at += 2) {
      members.push([keyOf(pairs[at]), make[at + 1]?.(pairs[at + 1] ?? null, false) ?? null]);
    }
    return new Json(objectOf(members));
  };
};

const objectOfArrays = (call: CallSite) => {
  const make = makers(call)[1];
  return (keys: readonly SqlValue[] | null, values: readonly SqlValue[] | null): SqlValue => {
    if (keys === null || values === null) throw new RowFault('JSON_OBJECT takes no array that is null');
    const nodes = make?.(values, false) ?? [];
    if (!isArray(nodes) || keys.length !== values.length) {
      throw new RowFault(`JSON_OBJECT takes as many values as keys, not ${values.length} for ${keys.length}`);
    }
    return new Json(objectOf(keys.map((key, at) => [keyOf(key), nodes[at] ?? null] as const)));
  };
};

function keyOf(key: SqlValue | undefined): string {
  if (typeof key === 'string') return key;
  throw new RowFault('a key of JSON_OBJECT is null');
}

const option = (call: CallSite, args: readonly SqlValue[], name: string): SqlValue | undefined =>
  args[call.args.findIndex((arg) => arg.name === name)];

/** Functions that make JSON values and change them. Their paths know a member (`.a`) from an element (`[0]`). */
export const jsonChangeRows: readonly FunctionRow[] = [
  row('JSON_ARRAY', 'JSON', 'An array of the arguments.', {
    '(repeated ANY) -> JSON': {
      nulls: 'own',
      givesNull: false,
      js: made((call) => {
        const make = makers(call);
        return (...values: readonly SqlValue[]) =>
          new Json(values.map((value, at) => make[at]?.(value, false) ?? null));
      }),
    },
  }),
  row(
    'JSON_OBJECT',
    'JSON',
    'An object of keys and values in turn, or of an array of either; the first of two of one key counts.',
    {
      '(ARRAY<STRING>, ARRAY<T1>) -> JSON': { nulls: 'own', givesNull: false, js: made(objectOfArrays) },
      '(repeated STRING, repeated ANY) -> JSON': { nulls: 'own', givesNull: false, js: made(objectOfPairs) },
    },
  ),
  row(
    'JSON_SET',
    'JSON',
    'The value with what each path leads to set, one after the other; made where it is missing.',
    {
      '(JSON, STRING, ANY, repeated STRING, repeated ANY) -> JSON': {
        nulls: 'own',
        js: made((call) => edited(call, (node, { steps, value }) => set(node, steps, value))),
        check: pathsAreConstant(2),
        hints: ['', 'json-path', '', 'json-path', ''],
      },
    },
  ),
  row('JSON_REMOVE', 'JSON', 'The value without what each path leads to, one after the other.', {
    '(JSON, STRING, repeated STRING) -> JSON': {
      js: made(() => ({ node }: Json, ...paths: readonly string[]) => {
        const all = paths.map(stepsOf);
        if (all.some((steps) => steps.length === 0)) throw new RowFault('JSON_REMOVE takes no path that is only $');
        return new Json(all.reduce(remove, node));
      }),
      givesNull: false,
      check: pathsAreConstant(1),
      hints: ['', 'json-path', 'json-path'],
    },
  }),
  row(
    'JSON_ARRAY_APPEND',
    'JSON',
    'The value with more at the end of the array that each path leads to; of an SQL array its elements.',
    {
      '(JSON, STRING, ANY, repeated STRING, repeated ANY, optional append_each_element => BOOL) -> JSON': {
        nulls: 'own',
        js: made((call) => edited(call, (node, edit, each) => append(node, edit.steps, valuesOf(edit, each)))),
        check: pathsAreConstant(2),
        hints: ['', 'json-path', '', 'json-path', ''],
      },
    },
  ),
  row(
    'JSON_ARRAY_INSERT',
    'JSON',
    'The value with more before the element that each path leads to; of an SQL array its elements.',
    {
      '(JSON, STRING, ANY, repeated STRING, repeated ANY, optional insert_each_element => BOOL) -> JSON': {
        nulls: 'own',
        js: made((call) => edited(call, (node, edit, each) => insert(node, edit.steps, valuesOf(edit, each)))),
        check: pathsAreConstant(2),
        hints: ['', 'json-path', '', 'json-path', ''],
      },
    },
  ),
  row('JSON_STRIP_NULLS', 'JSON', 'The value without members and elements that are null, below a path.', {
    '(JSON, optional STRING, optional include_arrays => BOOL, optional remove_empty => BOOL) -> JSON': {
      givesNull: false,
      js: made((call) => {
        const hasPath = call.args[1]?.name === '';
        return (...args: readonly SqlValue[]) => {
          const steps = stepsOf(hasPath ? String(args[1]) : '$');
          const options = {
            includeArrays: option(call, args, 'include_arrays') !== false,
            removeEmpty: option(call, args, 'remove_empty') === true,
          };
          return new Json(stripNulls((args[0] as Json).node, steps, options));
        };
      }),
      check: pathsAreConstant(1),
      hints: ['', 'json-path'],
    },
  }),
];
