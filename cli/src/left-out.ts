import { plural } from './output.ts';
import type { BackfillReport } from './wiring.ts';

/** What the folds could not use, step by step: nothing is dropped without being counted. */
export function leftOut(counts: BackfillReport['counts']): readonly string[] {
  return counts.flatMap(({ step, counts: of }) =>
    [
      [of.leftWithoutKey, 'left row', 'has a null key and null features'],
      [of.leftWithoutTime, 'left row', 'has a null time and null features'],
      [of.leftBeyondLag, 'left row', "has a time outside of its partition's day and lag, and null features"],
      [of.eventsWithoutKey, 'event', 'was left out: its key is null'],
      [of.eventsWithoutTime, 'event', 'was left out: its time is null'],
      [
        of.eventsBeyondLag,
        'event',
        "was refused: its time is further from its partition's day than the source's lag; widen lag to take it in",
      ],
    ].flatMap(([count, what, how]) =>
      count === 0 ? [] : [`${step}: ${sentence(Number(count), String(what), String(how))}`],
    ),
  );
}

function sentence(count: number, what: string, how: string): string {
  const many =
    count === 1
      ? how
      : how
          .replace(/^has/, 'have')
          .replace(/^was/, 'were')
          .replace('its key is', 'their key is')
          .replace('its time is', 'their time is');
  return `${plural(count, what)} ${many}`;
}
