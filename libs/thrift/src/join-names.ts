import { javaStringHash, md5Digest, md5Digests, semanticHash } from './digest.ts';
import { bootstrapPartStruct, groupByStruct, type Join, type JoinPart, sourceStruct } from './generated/index.ts';
import { fullPrefix, outputTable, relatedTable } from './names.ts';

/** The table of one part's features beside a Join's output: `ns.team_join__1_team_part__0`. */
export function partTable(join: Join, part: JoinPart): string {
  return `${outputTable(join.metaData ?? {})}_${fullPrefix(part)}`;
}

/** Key of a part's GroupBy -> left column that carries it: the one it is mapped to, else the one of its own name. */
export function leftColumnsOf({ groupBy, keyMapping = {} }: JoinPart): Readonly<Record<string, string>> {
  const mapped = new Map(Object.entries(keyMapping).map(([left, key]) => [key, left]));
  return Object.fromEntries((groupBy?.keyColumns ?? []).map((key) => [key, mapped.get(key) ?? key]));
}

/** The left columns that carry the keys of any part, each once, sorted by UTF-16 code unit. */
export function leftKeyColumns(join: Join): readonly string[] {
  return [...new Set((join.joinParts ?? []).flatMap((part) => Object.values(leftColumnsOf(part))))].sort();
}

/**
 * The existing system's hashes of a Join's steps, by the table that each writes, `left_source` and `derived`. It keeps them as the property
 * `join_semantic_hash` of the output table, by which a table that it wrote is known to be current. Ours are another (`meaning`), because these do not
 * see what a name leaves out.
 */
export function joinDigests(join: Join): Readonly<Record<string, string>> {
  const parts = (join.joinParts ?? []).map((part) => [
    partTable(join, part),
    semanticHash(groupByStruct, part.groupBy ?? {}),
  ]);
  const { derivations } = join;
  return {
    ...Object.fromEntries(parts),
    ...(join.left !== undefined && { left_source: md5Digest(sourceStruct, join.left) }),
    [relatedTable(join.metaData ?? {}, 'bootstrap')]: md5Digests(bootstrapPartStruct, join.bootstrapParts),
    ...(derivations !== undefined && {
      derived: unsignedHex(
        javaStringHash(derivations.map(({ name, expression }) => `${expression} as ${name}`).join(', ')),
      ),
    }),
  };
}

const unsignedHex = (value: number): string => (value >>> 0).toString(16);
