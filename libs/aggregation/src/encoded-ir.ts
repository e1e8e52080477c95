import type { Value } from '@isochron/schema';

/**
 * IRs of one type that stand in bytes, each known by the place where it begins. What the bytes are like is the business of who has them; whoever is given one
 * reads it before the bytes are gone. What is no IR of the type throws DATA_LOSS when it is read.
 */
export interface EncodedIr {
  /** The IR at a place, as `States.write` takes it; never null. */
  value(place: number): Value;
  /** Goes to the IR at a place, which is a list or a map; its items follow, for as long as somebody asks for them. */
  open(place: number): void;
  /** Goes to the next item; false where there is no other. */
  next(): boolean;
  /** Of a map, the text of the item's key. */
  readonly key: string;
  /** The item of a list, or what a map has under the key. */
  readonly item: Value;
}
