import { groupBysOf, sourcesOf } from '../checked.ts';
import type { Rule } from './rule.ts';

/** What the language has and this platform cannot compute is refused by name, never left out. */
export const notBuilt: Rule = (object, report) => {
  const refuse = (path: string, what: string, hint: string | null = null): void =>
    report({ code: 'not-built', path, message: `${what} cannot be computed by this version.`, hint });
  for (const { path, events } of sourcesOf(object)) {
    if (events === null)
      refuse(path, 'A source of entities, of a join or of a model', 'Only sources of events can be read.');
    else if (events.isCumulative === true) refuse(`${path}.events.isCumulative`, 'A cumulative table of events');
  }
  for (const groupBy of groupBysOf(object)) {
    if (groupBy.thrift.aggregations === undefined && groupBy.thrift.sources !== undefined) {
      refuse(groupBy.path, 'A group-by without aggregations, whose rows are its features,');
    }
  }
  if (object.kind === 'group-by') return;
  const { bootstrapParts, onlineExternalParts } = object.thrift;
  if ((bootstrapParts ?? []).length > 0) refuse('bootstrapParts', 'A bootstrap part');
  if ((onlineExternalParts ?? []).length > 0) refuse('onlineExternalParts', 'An external part');
};
