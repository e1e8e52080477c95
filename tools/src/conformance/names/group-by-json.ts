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
import { type Case, textAt } from '../case-file.ts';
import { allOf, failed, passed, sameText, type Verdict } from '../verdict.ts';

/** A GroupBy's canonical text, the digests of it, and its compact Thrift. What it plans is checked of compiled files. */
export function groupByJson(from: Case): Verdict {
  const text = textAt(from, 'jsonText');
  const reading = readJson(groupByStruct, text);
  if (reading.kind === 'refused') return failed('a GroupBy', reading.problems.map(problemText).join('; '));
  const groupBy = reading.value;
  return allOf([
    sameText('canonical text', text, toJson(groupByStruct, groupBy)),
    sameText('md5 digest', textAt(from, 'md5Digest'), md5Digest(groupByStruct, groupBy)),
    sameText('hex digest', textAt(from, 'hexDigest'), hexDigest(groupByStruct, groupBy)),
    sameText('semantic hash', textAt(from, 'semanticHash'), semanticHash(groupByStruct, groupBy)),
    compactVerdict(textAt(from, 'compactBase64'), groupBy),
  ]);
}

/** The entries of a Thrift map have no order: the existing system writes them in that of its hash table. */
function compactVerdict(theirs: string, groupBy: GroupBy): Verdict {
  const bytes = toCompact(groupByStruct, groupBy);
  if (base64Of(bytes) === theirs) return passed();
  const read = fromCompact(groupByStruct, new Uint8Array(Buffer.from(theirs, 'base64')));
  const verdict = sameText('compact Thrift, read', toJson(groupByStruct, read), toJson(groupByStruct, groupBy));
  return verdict.kind === 'passed' ? passed('the entries of a map in compact Thrift come in another order') : verdict;
}
