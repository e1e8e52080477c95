import type { ContextualPartDefinition, ExternalPartDefinition } from '@isochron/authoring';
import { type ExternalPart, sanitize, type TDataType } from '@isochron/thrift';
import { CONTEXTUAL } from '../external-columns.ts';
import { type Lowering, said } from './context.ts';
import { schemaOf } from './schema.ts';

export function lowerExternalPart(
  part: ExternalPartDefinition | ContextualPartDefinition,
  path: string,
  lowering: Lowering,
): ExternalPart {
  lowering.placed(path, part.place);
  const at = `${path}.source`;
  const struct = (
    field: 'keySchema' | 'valueSchema',
    name: string,
    types: Readonly<Record<string, string>>,
  ): TDataType => schemaOf(types, name, `${at}.${field}`, lowering);
  if (part.kind === 'contextual-part') {
    return {
      source: {
        metadata: { name: CONTEXTUAL, ...said({ team: part.team }) },
        // It is asked by its fields, and answers them.
        keySchema: struct('keySchema', `${CONTEXTUAL}_keys`, part.fields),
        valueSchema: struct('valueSchema', `${CONTEXTUAL}_values`, part.fields),
      },
      ...said({ prefix: part.prefix }),
    };
  }
  const { source } = part;
  lowering.placed(at, source.place);
  if (source.name === CONTEXTUAL) {
    const message = `An external source cannot be called "${CONTEXTUAL}", as what comes with a request is.`;
    lowering.found({ code: 'reserved-name', path: `${at}.metadata`, message, hint: 'Write contextual({ … }).' });
  }
  const name = `ext_${sanitize(source.name)}`;
  return {
    source: {
      metadata: { name: source.name, ...said({ team: source.team }) },
      keySchema: struct('keySchema', `${name}_keys`, source.keys),
      valueSchema: struct('valueSchema', `${name}_values`, source.values),
    },
    ...said({ keyMapping: part.on, prefix: part.prefix }),
  };
}
