import type { GroupBy, Join } from '@isochron/thrift';
import { type Catalog, expressionKey } from './catalog.ts';
import { checkGroupBy, checkJoin, sourcesOf } from './checked.ts';
import { lowerAll, type NamedDefinition } from './compile.ts';
import { expressionsOfSource } from './source-expressions.ts';
import { isReadable } from './typed-expressions.ts';

export interface TableExpression {
  readonly table: string;
  readonly expression: string;
}

/** What has no type without the warehouse: ask it (`Warehouse.typeOf`) for each of these, and give the answers to `compile` in the catalog. */
export function expressionsOf(
  definitions: readonly NamedDefinition[],
  tables: Catalog['tables'],
): readonly TableExpression[] {
  return expressionsOfThrift(lowerAll(definitions), tables);
}

/** The same for objects that are Thrift already. */
export function expressionsOfThrift(
  objects: readonly (
    | { readonly kind: 'group-by'; readonly thrift: GroupBy }
    | { readonly kind: 'join'; readonly thrift: Join }
  )[],
  tables: Catalog['tables'],
): readonly TableExpression[] {
  const catalog: Catalog = { tables, expressions: new Map() };
  const needed = new Map<string, TableExpression>();
  for (const object of objects) {
    const checked =
      object.kind === 'group-by' ? checkGroupBy(object.thrift, catalog) : checkJoin(object.thrift, catalog);
    for (const source of sourcesOf(checked)) {
      if (source.tableColumns === null) continue;
      for (const { text } of expressionsOfSource(source)) {
        // What cannot be read, or names what isn't there, is a diagnostic without the engine's help.
        if (isReadable(source, text))
          needed.set(expressionKey(source.table, text), { table: source.table, expression: text });
      }
    }
  }
  return [...needed.keys()].sort().flatMap((key) => needed.get(key) ?? []);
}
