import type { Departure } from './departure.ts';

/** Which events a window holds, offline and online. */
export const windows = {
  head: {
    rule: 'head is exclusive: an event at exactly q is not counted',
    theirs: 'Offline an event of the very instant counts, online it does not.',
    why: 'A label row must not see its own event, and offline equals online.',
  },
  batchEnd: {
    rule: 'an event at exactly E - W counts',
    theirs: 'It is dropped from the batch half.',
    why: 'A window begins on its hop, and what begins with it belongs to it.',
  },
  batchEndIr: {
    rule: 'an event at exactly E - W counts: our batch IR holds it, values alone are compared',
    theirs: 'It is dropped from the batch half, whose bytes therefore differ.',
    why: 'A window begins on its hop, and what begins with it belongs to it.',
  },
  aliasing: {
    rule: 'bulkMerge aliasing (reference 2.1 rule 11): sibling windows of one request share and mutate tail hops; the value with the window alone equals the semantics',
    theirs:
      'A merge changes hops that it shares with other windows, and with the next request, so that events count twice.',
    why: 'A value must not depend on what else is asked for.',
  },
  untrimmed: {
    rule: 'past E + 2 d a window longer than 2 d cannot be trimmed: any value counts',
    theirs: 'The value is given, as if it were right.',
    why: 'Ours is given with the status STALE: the tail buffer is two days.',
  },
  rounding: {
    rule: 'floor((q - W) / h) * h before 1970 too: theirs rounds towards 1970',
    theirs: 'Integer division rounds towards zero.',
    why: 'Hops are of one length everywhere.',
  },
  minimum: {
    rule: 'a window is at least 5 minutes and a multiple of its hop',
    theirs: 'Any positive length is taken; what is between two hops is cut off or added.',
    why: 'A 7-minute window that holds 10 minutes is a diagnostic, not a feature.',
  },
  dayOf24Hours: {
    rule: 'as of midnight, a window of 24 h is a window of 1 d',
    theirs: 'Windows in hours are refused with SNAPSHOT accuracy, 24 h as well.',
    why: 'They are one length of time.',
  },
  unbounded: {
    rule: 'a window without bound has no length',
    theirs: 'It is 2147483647 days long, which is beyond what times can be.',
    why: 'A number that is no length invites arithmetic.',
  },
} as const satisfies Record<string, Departure>;
