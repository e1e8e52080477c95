import { type FormatElement, formatElements } from '../../runtime/cast-format.ts';
import { saysMonth } from '../../runtime/cast-format-rules.ts';
import type { SqlValue } from '../../value.ts';
import type { Difference } from '../row.ts';

/** Where casts with a FORMAT differ from ZetaSQL on purpose. */

const FROM_TODAY =
  'a year or a month that the FORMAT lacks is taken from the day of reading, which would give a request another value than a table: here it is refused';
const NAMED_MONTHS =
  'the ZetaSQL that is asked reads no name of a month, because it looks for it in memory that it has freed: here MON and MONTH are read as the documentation of BigQuery says';
const ZONE_OF_NULL = 'a time zone that there is not is an error of a null too: here a null is null';

const isOfNull = ([value, , zone]: readonly SqlValue[]): boolean => value === null && typeof zone === 'string';

export const whenRead: Difference = {
  reason: `${FROM_TODAY}; ${NAMED_MONTHS}; ${ZONE_OF_NULL}.`,
  covers: (args) => {
    const elements = typeof args[1] === 'string' ? elementsOf(args[1]) : null;
    if (elements === null) return isOfNull(args);
    return isOfNull(args) || !saysMonth(elements) || elements.some(({ name }) => name === 'MON' || name === 'MONTH');
  },
};

export const whenWritten: Difference = { reason: `${ZONE_OF_NULL}.`, covers: isOfNull };

/** null: no FORMAT. */
function elementsOf(format: string): readonly FormatElement[] | null {
  try {
    return formatElements(format);
  } catch {
    return null;
  }
}
