import { formatFault, formatterOf } from '../../runtime/format/format.ts';
import { remembered } from '../../runtime/remembered.ts';
import type { SqlValue } from '../../value.ts';
import { type CallFault, type CallSite, type FunctionRow, made, row } from '../row.ts';

const typesOf = ({ args }: CallSite) => args.slice(1).map(({ type }) => type);

/** A format that is the same for all rows is read once. */
const formatted = (call: CallSite) => {
  const types = typesOf(call);
  const formatter = remembered((format) => formatterOf(format, types));
  return (format: string | null, ...values: readonly SqlValue[]): string | null =>
    format === null ? null : formatter(format)(values);
};

const checkFormat = (call: CallSite): CallFault | null => {
  const format = call.args[0]?.constant;
  const fault = typeof format === 'string' ? formatFault(format, typesOf(call)) : null;
  return fault === null ? null : { argument: 0, message: `${fault}.` };
};

export const formatRows: readonly FunctionRow[] = [
  row(
    'FORMAT',
    'text',
    'Text made of a format and values, as C has it: %d, %x, %o, %f, %e, %g, %s, %t (as people read it), %T (as GoogleSQL reads it), %p and %P of JSON.',
    {
      '(STRING, repeated ANY) -> STRING': {
        nulls: 'own',
        js: made(formatted),
        check: checkFormat,
        hints: ['format'],
        differs: {
          reason: "ZetaSQL gives broken text for the flag ' with a precision of a whole number; here that is refused.",
          covers: ([format]) => typeof format === 'string' && /%[^%]*'[^%]*\.[\d*]*[dioxX]/.test(format),
        },
      },
    },
  ),
];
