import { bindColumn, isAnswer, isRefusal, operationOf } from '@isochron/aggregation';
import { type DataType, typeText, type Value, valueText } from '@isochron/schema';
import { type Case, textAt } from '../case-file.ts';
import { values } from '../departures/index.ts';
import { argsAt, Column, operationAt } from '../kernel/column.ts';
import { typeOfText } from '../type-of-text.ts';
import { failed, passed, type Verdict } from '../verdict.ts';

/**
 * A pair of operation and type that the existing system does not have: we must refuse it before any row comes, or, where an approximate
 * operation takes more types than there, answer what the oracle does.
 */
export function unsupported(from: Case): Verdict {
  const [operation, args, input] = [operationAt(from), argsAt(from), typeOfText(textAt(from, 'inputType'))];
  const bound = bindColumn(operation, input, args, false);
  if (isRefusal(bound)) return passed();
  if (operationOf(operation).isNear === undefined) {
    return failed('refused', `bound, with an output of ${typeText(bound.output)}`);
  }
  const column = new Column(bound, false);
  const rows = samplesOf(input).map((value, ts) => ({ ts, value, bucket: null }));
  const slot = column.slot();
  column.update(slot, rows);
  const value = column.value(slot);
  if (rows.length > 0 && isAnswer({ operation, args, input, bucketed: false }, rows, bound.output, value)) {
    return passed(values.moreTypes);
  }
  return failed("the oracle's value", valueText(bound.output, value));
}

/** A few values of a type, some of them twice; none of a type that no approximate operation should take. */
function samplesOf({ kind }: DataType): readonly Value[] {
  switch (kind) {
    case 'boolean':
      return [true, false, true];
    case 'date':
    case 'timestamp':
      return [19_700, 19_701, 19_700, -1];
    case 'binary':
      return [Uint8Array.of(1, 2), Uint8Array.of(255), Uint8Array.of(1, 2)];
    case 'decimal':
      return [
        { unscaled: 150n, scale: 2 },
        { unscaled: -25n, scale: 2 },
        { unscaled: 15n, scale: 1 },
      ];
    default:
      return [];
  }
}
