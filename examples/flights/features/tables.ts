import { table } from '@isochron/authoring';

/** Three million flights within the United States, the first half of 2001; a row a flight. */
export const flights = table('flights', {
  /** The time of the flight, on the clock of its airport. */
  date: 'TIMESTAMP',
  /** Minutes late; negative when early. */
  delay: 'INT64',
  /** Miles. */
  distance: 'INT64',
  origin: 'STRING',
  destination: 'STRING',
});
