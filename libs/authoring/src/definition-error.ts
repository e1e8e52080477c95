import { IsochronError } from '@isochron/schema';
import type { Place } from './definition.ts';
import { placeText } from './place.ts';

/**
 * A call whose arguments have the wrong shape, so that there is nothing to record: only callers without types can write one. The message
 * has a line for each fault of the call, each beginning with its place; `faults` has the sentences alone.
 */
export class DefinitionError extends IsochronError {
  readonly place: Place;
  readonly faults: readonly string[];

  constructor(place: Place, faults: readonly string[]) {
    super('INVALID_ARGUMENT', faults.map((fault) => `${placeText(place)}: ${fault}`).join('\n'));
    this.name = 'DefinitionError';
    this.place = place;
    this.faults = faults;
  }
}
