import { type Aggregation, isJsonObject, Operation } from '@isochron/thrift';
import { type Case, jsonText, objectAt, textAt } from '../case-file.ts';
import { failed, passed, sameText, type Verdict } from '../verdict.ts';
import { outputNames, planned, windowOf } from './one-feature.ts';

/** The column that one aggregation gives, named by the compiler; what the existing system refuses to name is refused. */
export function outputColumnName(from: Case): Verdict {
  const names = outputNames(planned(aggregationOf(objectAt(from, 'input'))));
  const theirs = from['output'] ?? null;
  const isRefusedThere = isJsonObject(theirs) && 'error' in theirs;
  if ('refusal' in names) return isRefusedThere ? passed() : failed(jsonText(theirs), names.refusal);
  return sameText('name', jsonText(theirs), jsonText(names[0] ?? null));
}

function aggregationOf(input: Case): Aggregation {
  const name = textAt(input, 'op');
  const operation = Object.entries(Operation).find(([known]) => known === name)?.[1];
  if (operation === undefined) throw new TypeError(`"${name}" is no operation of the IDL`);
  return {
    inputColumn: textAt(input, 'inputColumn'),
    operation,
    windows: [windowOf(input)],
    ...(typeof input['k'] === 'string' && takesK(name) && { argMap: { k: input['k'] } }),
    ...(typeof input['bucket'] === 'string' && { buckets: [input['bucket']] }),
  };
}

/** Cases give every operation a k; we refuse an argument that an operation does not have. */
const takesK = (operation: string): boolean => /_K$|^HISTOGRAM$/.test(operation);
