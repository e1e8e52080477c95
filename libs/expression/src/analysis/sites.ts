import type { CastSite } from '../registry/cast.ts';
import type { ArgumentSite, CallSite } from '../registry/row.ts';
import type { Typed, TypedCall, TypedCast } from './typed.ts';

const argumentOf = (node: Typed, name: string): ArgumentSite => ({
  name,
  type: node.type,
  constant: node.kind === 'constant' ? node.value : undefined,
});

/** A call as its implementation looks at it. */
export const siteOf = (node: TypedCall & Pick<Typed, 'type'>): CallSite => ({
  args: node.args.map((arg, at) => argumentOf(arg, node.names[at] ?? '')),
  result: node.type,
});

/** A cast as its implementation looks at it. */
export function castSiteOf({ operand, type, safe, format, zone }: TypedCast & Pick<Typed, 'type'>): CastSite {
  const textOf = (node: Typed | null): string | undefined =>
    node?.kind === 'constant' && typeof node.value === 'string' ? node.value : undefined;
  return {
    from: operand.type,
    to: type,
    hasFormat: format !== null,
    format: textOf(format),
    hasZone: zone !== null,
    zone: textOf(zone),
    safe,
  };
}
