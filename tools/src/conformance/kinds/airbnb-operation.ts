import type { Case } from '../case-file.ts';
import type { Verdict } from '../verdict.ts';
import { operation } from './operation.ts';

/**
 * The ancestor's operations, whose values alone are compared: it keeps other states, gives no bytes of them, and types the hashes of
 * texts as it types the texts.
 */
export function airbnbOperation(from: Case): Verdict {
  const { irType: _itsOwn, ...rest } = from;
  return operation(rest);
}
