import * as thrift from '@isochron/thrift';
import { jsonText, textAt } from '../case-file.ts';
import type { Check, Suite } from '../suite.ts';
import { sameText } from '../verdict.ts';

/** Every enum of the IDL: what has numbers among the generated values is its descriptor. */
const known = Object.values(thrift).flatMap((each) =>
  typeof each === 'object' && 'numbers' in each ? [each as thrift.EnumDescriptor] : [],
);

/** A kind `enum_{Name}` an enum of the IDL: the number of a name. */
export const enums: Suite = Object.fromEntries(
  known.map(({ name, numbers }): [string, Check] => [
    `enum_${name}`,
    (from) => {
      const input = textAt(from, 'input');
      return sameText(input, jsonText(from['output']), jsonText(numbers[input]));
    },
  ]),
);
