import { hopMs } from '@isochron/aggregation';
import { base64Of } from '@isochron/schema';
import {
  fromCompact,
  type GroupBy,
  groupByStruct,
  hexDigest,
  md5Digest,
  problemText,
  readJson,
  semanticHash,
  toCompact,
  toJson,
} from '@isochron/thrift';
import { type Case, isList, jsonText, textAt } from '../case-file.ts';
import { bytes, names } from '../departures/index.ts';
import { allOf, failed, passed, sameText, type Verdict } from '../verdict.ts';
import { planOfCompleted } from './completed.ts';

/** A GroupBy's canonical text, the digests of it, its compact Thrift, and what is planned of it. */
export function groupByJson(from: Case): Verdict {
  const text = textAt(from, 'jsonText');
  const reading = readJson(groupByStruct, text, { fork: 'zipline' });
  if (reading.kind === 'refused') return failed('a GroupBy', reading.problems.map(problemText).join('; '));
  const groupBy = reading.value;
  return allOf([
    sameText('canonical text', text, toJson(groupByStruct, groupBy)),
    sameText('md5 digest', textAt(from, 'md5Digest'), md5Digest(groupByStruct, groupBy)),
    sameText('hex digest', textAt(from, 'hexDigest'), hexDigest(groupByStruct, groupBy)),
    sameText('semantic hash', textAt(from, 'semanticHash'), semanticHash(groupByStruct, groupBy)),
    compactVerdict(textAt(from, 'compactBase64'), groupBy),
    planVerdict(from, groupBy),
  ]);
}

/** The entries of a Thrift map have no order: the existing system writes them in that of its hash table. */
function compactVerdict(theirs: string, groupBy: GroupBy): Verdict {
  const compact = toCompact(groupByStruct, groupBy);
  if (base64Of(compact) === theirs) return passed();
  const read = fromCompact(groupByStruct, new Uint8Array(Buffer.from(theirs, 'base64')));
  const verdict = sameText('compact Thrift, read', toJson(groupByStruct, read), toJson(groupByStruct, groupBy));
  return verdict.kind === 'passed' ? passed(bytes.mapOrder) : verdict;
}

/** A fragment that computes nothing has names and digests, but no plan: there is nothing of ours to compare with. */
function planVerdict(from: Case, groupBy: GroupBy): Verdict {
  const plan = planOfCompleted(groupBy);
  if (plan === null) {
    const theirs = from['outputs'] ?? null;
    const isEmpty = theirs === null || (isList(theirs) && theirs.length === 0);
    return isEmpty ? passed(names.fragment) : failed(jsonText(theirs), 'no plan');
  }
  const aggregated = plan.features.map(({ input }) => input);
  const hops = plan.features.map(({ windowMs }) => hopMs(windowMs));
  return allOf([
    sameText('accuracy', jsonText(from['inferredAccuracy']), JSON.stringify(plan.accuracy)),
    sameText('inputs', jsonText(from['aggregationInputs']), JSON.stringify([...new Set(aggregated)])),
    sameText('outputs', jsonText(from['outputs']), JSON.stringify(plan.outputs.map(({ name }) => name))),
    sameText('smallest hop', jsonText(from['smallestTailHop']), String(Math.min(...hops))),
  ]);
}
