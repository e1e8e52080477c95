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
    const at = groupBy.path === '' ? '' : `${groupBy.path}.`;
    if (groupBy.thrift.aggregations === undefined && groupBy.thrift.sources !== undefined) {
      refuse(groupBy.path, 'A group-by without aggregations, whose rows are its features,');
    }
    if ((groupBy.thrift.derivations ?? []).length > 0) refuse(`${at}derivations`, 'A derivation');
  }
  if (object.kind === 'group-by') return;
  const { derivations, bootstrapParts, onlineExternalParts } = object.thrift;
  if ((derivations ?? []).length > 0) refuse('derivations', 'A derivation');
  if ((bootstrapParts ?? []).length > 0) refuse('bootstrapParts', 'A bootstrap part');
  if ((onlineExternalParts ?? []).length > 0) refuse('onlineExternalParts', 'An external part');
};
