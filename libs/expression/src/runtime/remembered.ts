const REMEMBERED_MAX = 64;

/** A function that makes something costly of a text, remembering what it made of the last few texts. */
export function remembered<T>(make: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  let [lastText, last]: [string | null, T | null] = [null, null];
  return (text) => {
    if (text === lastText && last !== null) return last;
    let of = known.get(text);
    if (of === undefined) {
      of = make(text);
      if (known.size >= REMEMBERED_MAX) known.clear();
      known.set(text, of);
    }
    [lastText, last] = [text, of];
    return of;
  };
}
