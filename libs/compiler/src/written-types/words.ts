/** A property as TypeScript writes it: quoted where it is no plain name. */
export const propertyName = (name: string): string =>
  /^[A-Za-z_$][\w$]*$/.test(name) ? name : `'${name.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

/** `raw.flight_delays` is `rawFlightDelays`; a name that is taken, or that TypeScript keeps for itself, has a number after it. */
export function constantName(table: string, taken: ReadonlySet<string>): string {
  const words = table.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  const camel = words.map((word, index) => (index === 0 ? lowerFirst(word) : capitalized(word))).join('');
  const plain = /^[a-z]/i.test(camel) ? camel : `table${camel}`;
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? plain : `${plain}${count}`;
    if (!taken.has(name) && !reserved.has(name)) return name;
  }
}

export const capitalized = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);

const lowerFirst = (word: string): string => word.slice(0, 1).toLowerCase() + word.slice(1);

/** What cannot be the name of a constant beside an import of `table`. */
const reserved: ReadonlySet<string> = new Set(
  `table arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally for function if
  implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof var void
  while with yield`.split(/\s+/),
);
