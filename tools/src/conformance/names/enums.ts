import {
  accuracyEnum,
  confTypeEnum,
  dataKindEnum,
  dataModelEnum,
  engineTypeEnum,
  operationEnum,
  timeUnitEnum,
} from '@isochron/thrift';
import { jsonText, textAt } from '../case-file.ts';
import type { Check, Suite } from '../suite.ts';
import { sameText } from '../verdict.ts';

const known = [operationEnum, timeUnitEnum, accuracyEnum, dataKindEnum, engineTypeEnum, confTypeEnum, dataModelEnum];

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
