import { extract } from '../../runtime/json/extract.ts';
import { parsePath } from '../../runtime/json/path.ts';
import { type CallFault, type CallSite, type FunctionRow, made, row } from '../row.ts';

const pathOf = (call: CallSite) => {
  const text = call.args[1]?.constant;
  // A name in brackets is quoted as in the legacy paths of GoogleSQL.
  return parsePath(typeof text === 'string' ? text : '$', 'legacy');
};

const mustBePath = (call: CallSite): CallFault | null => {
  const given = call.args[1];
  if (given?.constant === null) return null;
  if (typeof given?.constant !== 'string')
    return { argument: 1, message: 'the path must be a text that is the same for all rows.' };
  const path = pathOf(call);
  return 'fault' in path ? { argument: 1, message: `${path.fault}; wildcards are not supported.` } : null;
};

/** Scalars without quotes, objects and arrays as JSON text; JSON's null is null. */
const getJsonObject = (call: CallSite) => {
  const path = pathOf(call);
  if ('fault' in path) throw new Error('A path is checked before it is used.');
  const { steps } = path;
  return (text: string) => extract(text, steps, 'scalar') ?? extract(text, steps, 'value');
};

export const sparkJsonRows: readonly FunctionRow[] = [
  row(
    'GET_JSON_OBJECT',
    'JSON',
    'What a path ($.a.b[0]) leads to: a scalar as text, an object or an array as JSON; null where there is nothing.',
    {
      '(STRING, STRING) -> STRING': { js: made(getJsonObject), check: mustBePath },
    },
    'none',
  ),
];
