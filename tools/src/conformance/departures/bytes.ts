import type { Departure } from './departure.ts';

/** Avro and Thrift. */
export const bytes = {
  nullKey: {
    rule: 'A null key part is encoded as null',
    theirs: 'A request encodes a missing number as 0, and finds the values of the key 0.',
    why: 'Null matches nothing.',
  },
  nullElements: {
    rule: 'Avro elements are nullable: theirs have no null',
    theirs: 'Elements of lists and values of maps have no null branch, so that such a value cannot be written.',
    why: 'FIRST and LAST keep whole values, nulls inside included.',
  },
  unwritableKey: {
    rule: 'theirs cannot write a key of this type, ours does',
    theirs: 'Dates are objects of a class that its own encoder refuses.',
    why: 'A date is a good key.',
  },
  moreAvro: {
    rule: 'theirs has no Avro form of this type, ours has',
    theirs: 'short and byte have no Avro schema.',
    why: 'They are ints in Avro.',
  },
  mapOrder: {
    rule: 'the entries of a map in compact Thrift come in another order',
    theirs: "They come in the order of Java's hash table.",
    why: 'Entries have no order; ours come as they were given, so that equal definitions have equal bytes.',
  },
} as const satisfies Record<string, Departure>;
