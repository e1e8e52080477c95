import { offsetOf } from './offset-of.ts';
import { ruled } from './rule.ts';
import { transitionsOf, type Zone } from './transitions.ts';

/** The text of the data file. Zones with the same data share one line; names that the runtime doesn't know are left out, aloud. */
export function zoneDataFile(names: readonly string[], version: string): string {
  const lines: string[] = [];
  const lineOf = new Map<string, number>();
  const zones: string[] = [];
  for (const name of names) {
    const offsetAt = offsetOf(name);
    if (offsetAt === null) {
      console.error(`The runtime does not know ${name}.`);
      continue;
    }
    const { first, transitions } = transitionsOf(offsetAt);
    const line = lineFor({ first, ...ruled(first, transitions) });
    if (!lineOf.has(line)) lineOf.set(line, lines.push(line) - 1);
    zones.push(`${name} ${(lineOf.get(line) ?? 0).toString(36)}`);
  }
  return `// Written by \`npm run time-zones\` from the IANA time zone database; see docs/decisions/0009-time-zones-are-data-of-ours.md.

/** The release of the database. */
export const zoneVersion = '${version}';

/** A name and the number of its line, in base 36. */
export const zoneNames = \`
${zones.join('\n')}
\`;

/**
 * \`offsets|transitions|rules\`, numbers in base 36. Offsets: seconds, the first the earliest. Transitions: seconds since the one before (the first: since the
 * epoch) and the place of the new offset. Rules: month, day, weekday, seconds and the place of the offset.
 */
export const zoneLines: readonly string[] = \`
${lines.join('\n')}
\`.trim().split('\\n');
`;
}

function lineFor({ first, transitions, rules }: Zone): string {
  const offsets = [...new Set([first, ...[...transitions, ...rules].map(({ offset }) => offset)])];
  const place = (offset: number): string => offsets.indexOf(offset).toString(36);
  let last = 0;
  const changes = transitions.map(({ at, offset }) => {
    const since = at - last;
    last = at;
    return `${since.toString(36)},${place(offset)}`;
  });
  const yearly = rules.map(({ month, day, weekday, seconds, offset }) =>
    [month, day, weekday, seconds]
      .map((each) => each.toString(36))
      .concat(place(offset))
      .join(','),
  );
  return [offsets.map((each) => each.toString(36)).join(','), changes.join(' '), yearly.join(' ')].join('|');
}
