import { groupBysOf, sourcesOf } from '../checked.ts';
import type { Rule } from './rule.ts';

/** Sources, keys, aggregations, selects and parts are there. */
export const emptyParts: Rule = (object, report) => {
  const refuse = (path: string, message: string, hint: string): void => report({ code: 'empty', path, message, hint });
  for (const groupBy of groupBysOf(object)) {
    const { path, sources, keys, thrift } = groupBy;
    if (sources.length === 0) refuse(path, 'This group-by has no source.', 'Write sources: [eventSource({ … })].');
    if (keys.length === 0) refuse(path, 'This group-by has no key.', "Write keys: ['…'].");
    // Without a list at all, rows are features as they are: that is not an empty group-by but one that is not built.
    if (thrift.aggregations?.length === 0) {
      refuse(path, 'This group-by has no aggregation.', "Write aggregations: ({ … }) => [ … .sum('7d')].");
    }
    for (const [position, key] of keys.entries()) {
      if (keys.indexOf(key) !== position) refuse(path, `The key "${key}" is named twice.`, 'Name it once.');
    }
  }
  for (const { path, events, selects } of sourcesOf(object)) {
    if (events?.query?.selects !== undefined && selects.length === 0) {
      refuse(path, 'This source selects no column.', "Write select: { origin: 'origin', … }.");
    }
  }
  if (object.kind === 'join' && object.parts.length === 0) {
    refuse('', 'This join has no part.', 'Write parts: [part(…)].');
  }
};
