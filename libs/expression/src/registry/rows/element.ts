import { canEqual } from '../../runtime/compare.ts';
import { type SqlType, typeName } from '../../types/sql-type.ts';
import type { CallFault, CallSite } from '../row.ts';

/** The type of the elements of a call's first argument, an array. */
export const elementType = (call: CallSite): SqlType => {
  const type = call.args[0]?.type ?? call.result;
  return type.kind === 'ARRAY' ? type.element : type;
};

/** The elements must be of a type that can be compared. */
export const mustEqual = (call: CallSite): CallFault | null =>
  canEqual(elementType(call))
    ? null
    : { argument: 0, message: `elements of type ${typeName(elementType(call))} are not compared.` };
