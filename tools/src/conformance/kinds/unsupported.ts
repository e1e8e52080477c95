import { bindColumn, isRefusal } from '@isochron/aggregation';
import { typeText } from '@isochron/schema';
import { type Case, textAt } from '../case-file.ts';
import { argsAt, operationAt } from '../kernel/column.ts';
import { typeOfText } from '../type-of-text.ts';
import { failed, passed, type Verdict } from '../verdict.ts';

/** A pair of operation and type that does not exist: we must refuse it before any row comes. */
export function unsupported(from: Case): Verdict {
  const bound = bindColumn(operationAt(from), typeOfText(textAt(from, 'inputType')), argsAt(from), false);
  return isRefusal(bound) ? passed() : failed('refused', `bound, with an output of ${typeText(bound.output)}`);
}
