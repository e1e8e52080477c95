const CLOCK =
  'its value is another one in training and in serving. Use the time of the row: a column, such as the event time of a source or the time asked for.';
const CHANCE =
  'its value is another one each time it is computed. Use a column, or FARM_FINGERPRINT of one, to choose among rows.';
const COLLATION =
  'strings are compared by their code points and have no collation. NORMALIZE_AND_CASEFOLD makes texts that differ in case the same.';
const SUFFIXES =
  'which suffixes are public is a list that changes with the version of the engine, and so would the value. NET.HOST, and a rule of your own over its text, do not.';
const SESSION = 'its value depends on who asks, and features do not.';

/** Functions of GoogleSQL that no expression may have, each with why, for the author who tries. In upper case. */
export const refusedFunctions: ReadonlyMap<string, string> = new Map([
  ...['CURRENT_DATE', 'CURRENT_DATETIME', 'CURRENT_TIME', 'CURRENT_TIMESTAMP'].map((name) => [name, CLOCK] as const),
  ...['RAND', 'GENERATE_UUID'].map((name) => [name, CHANCE] as const),
  ['COLLATE', COLLATION] as const,
  ...['NET.PUBLIC_SUFFIX', 'NET.REG_DOMAIN'].map((name) => [name, SUFFIXES] as const),
  ...['SESSION_USER', 'CURRENT_USER'].map((name) => [name, SESSION] as const),
]);
