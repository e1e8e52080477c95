import type { Departure } from './departure.ts';

/** Names, texts, partitions and macros. */
export const names = {
  uploadTable: {
    rule: 'the upload table is {name}_upload, theirs {name}__upload',
    theirs: 'The planner writes `{name}__upload`, the store is told `{name}_upload`.',
    why: 'One table has one name.',
  },
  wholeMinutes: {
    rule: 'a length of time is whole minutes, as windows are',
    theirs: 'Any number of milliseconds has a text.',
    why: 'No window, lag or span of ours has another length.',
  },
  lengthText: {
    rule: 'a length of time is written as windows are: 90m, theirs 90 minutes',
    theirs: 'Days and hours are `7d` and `1h`, minutes are `90 minutes`.',
    why: 'The text that is read is the text that is written.',
  },
  years: {
    rule: 'instants are of the years 0 to 9999',
    theirs: 'Other years are written with as many digits as they have.',
    why: 'Partitions are compared by their names.',
  },
  shortRanges: {
    rule: 'a range of partitions shorter than a day has all of them: theirs steps by days',
    theirs: 'A range of hourly partitions is expanded by whole days, and misses all but the first of each.',
    why: 'A range has what is between its ends.',
  },
  unknownMacro: {
    rule: 'what is no macro is refused: theirs leaves it in the text',
    theirs: 'Anything between double braces that is not recognised goes to the engine as it is.',
    why: 'The engine says something about braces, and the author looks for it in the SQL.',
  },
  quotedArguments: {
    rule: 'arguments in double quotes are read: theirs leaves such a macro in the text',
    theirs: 'Double quotes in the arguments of a macro make it unrecognised.',
    why: 'It is clear what is meant.',
  },
  quotedBounds: {
    rule: 'bounds are compared without their quotes',
    theirs: 'A lower bound in quotes and an upper one without are compared with the quotes, and refused.',
    why: 'They are dates.',
  },
  fragment: {
    rule: 'a fragment of a GroupBy that computes nothing is not planned',
    theirs: 'Names and hashes are told of anything.',
    why: 'There is nothing to compare: these cases are of digests.',
  },
  partFragment: {
    rule: 'a part of a Join that is a fragment is not planned: its columns are not compared',
    theirs: 'Columns are named of anything.',
    why: 'There is nothing to compare: these cases are of digests.',
  },
} as const satisfies Record<string, Departure>;
