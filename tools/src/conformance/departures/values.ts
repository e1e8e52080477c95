import type { Departure } from './departure.ts';

/** What operations make of the values they are given. */
export const values = {
  equalCounts: {
    rule: 'Ties are defined: equal counts go to the least key',
    theirs: 'The order of a hash table decides which of equally frequent values is kept.',
    why: 'A value is a function of the set of events, so that a training table and a request agree.',
  },
  timesAndNulls: {
    rule: 'Ties are defined: FIRST/LAST order by (ts, value); NaN in results is null',
    theirs:
      'Of events at one instant the one that came first, or stood on the left of a merge, is kept; NaN and infinities are kept in lists and maps.',
    why: 'Arrival differs between a stream and a table; a NaN that is null in one place and not in another is two answers.',
  },
  times: {
    rule: 'Ties are defined: FIRST/LAST order by (ts, value)',
    theirs: 'Of events at one instant the one that came first, or stood on the left of a merge, is kept.',
    why: 'Arrival differs between a stream and a table.',
  },
  ties: {
    rule: 'Ties are defined: of events at one instant the canonical order decides, not their arrival',
    theirs: 'Of events at one instant the one that came first, or stood on the left of a merge, is kept.',
    why: 'Arrival differs between a stream and a table.',
  },
  notNumbers: {
    rule: 'Results NaN and Infinity become null in scalars, lists and maps alike',
    theirs: 'They become null in scalars alone.',
    why: 'One rule for all results; JSON has none of these numbers.',
  },
  canonicalOrder: {
    rule: 'canonical order: NaN greatest, -0 = 0, strings by code point; NaN/Infinity become null in lists and maps',
    theirs:
      'Orders are those of Java and of the Scala version: NaN poisons or loses, -0 is below 0, strings go by UTF-16 code unit.',
    why: 'One order decides everything that is ordered, in every engine.',
  },
  uniqueCount: {
    rule: 'UNIQUE_COUNT compares by value (-0 = 0, bytes by content, decimals by value)',
    theirs: 'Bytes are compared by where they lie in memory, decimals with their scale, doubles by their bits.',
    why: 'A count of distinct values counts values.',
  },
  uniqueTopStruct: {
    rule: 'UNIQUE_TOP_K: for each unique_id the greatest (sort_key, struct) wins',
    theirs: 'The first struct seen of an id wins, even if a later one has a greater sort_key.',
    why: 'The first seen depends on arrival.',
  },
  uniqueTopValue: {
    rule: 'UNIQUE_TOP_K compares by value (no String.hashCode identity), code point order',
    theirs: 'Strings with one 32-bit hash count as one.',
    why: 'Different strings are lost silently otherwise.',
  },
  sumOverflow: {
    rule: 'SUM of longs that overflows 64 bits is an error',
    theirs: 'It wraps around.',
    why: 'A wrapped sum is a number that nobody would doubt.',
  },
  endlessSum: {
    rule: 'a sum beyond the doubles is null for good: its state is any that says so',
    theirs: 'The state holds Infinity or NaN beside numbers that no longer matter.',
    why: 'The value is null either way; the state need not be the same.',
  },
  lgK: {
    rule: 'the default lg k is 11: exact for small sets',
    theirs: 'APPROX_UNIQUE_COUNT has lg k = 8 by default, which is off by one from 19 strings on.',
    why: 'People compare small sets by eye, and 2 KB a state are cheap.',
  },
  bound: {
    rule: 'approximate: another answer than theirs, within the published bound',
    theirs: 'Sketches toss coins, and estimate by the order in which values came.',
    why: 'Ours are functions of the multiset of values; either answer is within the published error.',
  },
  moreTypes: {
    rule: 'a type that theirs refuses, ours takes as the oracle does',
    theirs: 'Approximate operations refuse booleans, bytes, decimals, dates and timestamps.',
    why: 'The question makes sense of them.',
  },
  failsThere: {
    rule: "theirs fails, ours gives the oracle's value",
    theirs:
      'The aggregation throws: HISTOGRAM of anything but strings, deletions from an absent bucket, map columns with a non-deletable operation, missing arguments that have a default.',
    why: 'The value is defined, and a brute force finds the same.',
  },
  largerIr: {
    rule: 'its IR holds more than the value needs, and is ours once read',
    theirs: 'UNIQUE_TOP_K keeps up to twice k elements.',
    why: 'A state is a function of the set of events; theirs is read, and becomes ours.',
  },
  emptiedSketch: {
    rule: 'a sketch that gave up all its items keeps its error; the image there is that of an empty one',
    theirs: 'A Frequent Items sketch without items left is written as one that never saw any.',
    why: 'Merged with others it would tell counts that are too low, without saying so.',
  },
} as const satisfies Record<string, Departure>;
