import { expandMacros } from '@isochron/compiler';
import { dailyPartitions, partitionsOf } from '@isochron/schema';
import { isJsonObject } from '@isochron/thrift';
import { type Case, jsonText, objectAt, textAt } from '../case-file.ts';
import { names } from '../departures/index.ts';
import { failed, passed, type Verdict } from '../verdict.ts';

const days = partitionsOf(dailyPartitions);

/** The macros of staging queries. `max_date` asks a warehouse, which no case has. */
export function macro(from: Case): Verdict {
  const input = objectAt(from, 'input');
  const expansion = expandMacros(textAt(input, 'query'), days, {
    start: textAt(input, 'start'),
    end: textAt(input, 'end'),
    latest: textAt(input, 'latest'),
    newestOf: () => null,
  });
  const theirs = from['output'] ?? null;
  const isRefusedThere = isJsonObject(theirs) && 'error' in theirs;
  if (expansion.kind === 'faults') {
    if (isRefusedThere) return passed();
    const ours = expansion.faults.map(({ message }) => message).join(' ');
    return isLeftIn(jsonText(theirs)) ? passed(names.unknownMacro) : failed(jsonText(theirs), ours);
  }
  if (expansion.text === theirs) return passed();
  if (isLeftIn(jsonText(theirs))) return passed(names.quotedArguments);
  if (isRefusedThere && isMixed(textAt(input, 'query'))) return passed(names.quotedBounds);
  return failed(jsonText(theirs), expansion.text);
}

const isLeftIn = (text: string): boolean => text.includes('{{');

/** One bound in quotes, another without. */
const isMixed = (query: string): boolean => /_bound\s*='/.test(query) && /_bound\s*=[^'"]/.test(query);
