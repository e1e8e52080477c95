import type { Place } from './definition.ts';
import { DefinitionError } from './definition-error.ts';

/**
 * Reads the options of one call as a caller without types may have written them. Every fault is kept and all are thrown together by
 * `finish`; until then a faulty option reads as an empty value of its type. Options left out, `undefined` and `null` are the same.
 */
export interface OptionReader {
  text(name: string): string;
  optionalText(name: string): string | null;
  texts(name: string): readonly string[];
  /** null when it is left out. */
  optionalTexts(name: string): readonly string[] | null;
  textByName(name: string): Readonly<Record<string, string>>;
  wholeNumber(name: string): number;
  flag(name: string): boolean;
  oneOf<const Choice extends string>(name: string, choices: readonly Choice[]): Choice | null;
  /** The option if `accepts` takes it, else null and a fault that says what was expected. */
  value<Accepted>(name: string, expected: string, accepts: (value: unknown) => value is Accepted): Accepted | null;
  /** The elements that `accepts` takes; at least one is expected. */
  values<Accepted>(name: string, expected: string, accepts: (value: unknown) => value is Accepted): readonly Accepted[];
  /** Throws a {@link DefinitionError} with every fault found, if there is one. */
  finish(): void;
}

/** `call` is the function the author called, `names` all the options it has; any other is a fault, never ignored. */
export function readOptions(call: string, place: Place, options: unknown, names: readonly string[]): OptionReader {
  const faults: string[] = [];
  const written = isRecord(options) ? options : {};
  const fault = (name: string, expected: string): void => {
    faults.push(`${call}: '${name}' must be ${expected}, not ${describe(written[name])}.`);
  };
  const given = (name: string): boolean => written[name] !== undefined && written[name] !== null;

  if (!isRecord(options)) faults.push(`${call} takes an object with ${list(names)}, not ${describe(options)}.`);
  for (const name of Object.keys(written)) {
    if (!names.includes(name)) faults.push(`${call} has no option '${name}'; it has ${list(names)}.`);
  }

  const optionalText = (name: string): string | null => {
    const value = written[name];
    if (typeof value === 'string') return value;
    if (given(name)) fault(name, 'a string');
    return null;
  };

  const optionalTexts = (name: string): readonly string[] | null => {
    const value = written[name];
    if (!given(name)) return null;
    if (Array.isArray(value) && value.every(isText)) return [...value];
    fault(name, 'an array of strings');
    return [];
  };

  return {
    optionalText,
    text(name) {
      if (!given(name)) fault(name, 'a string');
      return optionalText(name) ?? '';
    },
    texts: (name) => optionalTexts(name) ?? [],
    optionalTexts,
    textByName(name) {
      const value = written[name];
      if (!given(name)) return {};
      if (!isRecord(value)) {
        fault(name, 'an object of strings');
        return {};
      }
      const entries = Object.entries(value);
      for (const [key, text] of entries) {
        if (!isText(text)) faults.push(`${call}: '${name}.${key}' must be a string, not ${describe(text)}.`);
      }
      // Not built by assignment: a name like __proto__ is an own property here, as it was where it was written.
      return Object.fromEntries(entries.filter((entry): entry is [string, string] => isText(entry[1])));
    },
    wholeNumber(name) {
      const value = written[name];
      if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
      fault(name, 'a whole number, 0 or greater');
      return 0;
    },
    flag(name) {
      const value = written[name];
      if (given(name) && typeof value !== 'boolean') fault(name, 'true or false');
      return value === true;
    },
    oneOf(name, choices) {
      const chosen = choices.find((choice) => choice === written[name]);
      if (chosen === undefined && given(name)) fault(name, choices.map((choice) => `'${choice}'`).join(' or '));
      return chosen ?? null;
    },
    value(name, expected, accepts) {
      const value = written[name];
      if (accepts(value)) return value;
      fault(name, expected);
      return null;
    },
    values(name, expected, accepts) {
      const value = written[name];
      if (Array.isArray(value) && value.length > 0 && value.every(accepts)) return [...value];
      fault(name, `an array of ${expected}, at least one`);
      return [];
    },
    finish() {
      if (faults.length > 0) throw new DefinitionError(place, faults);
    },
  };
}

/** A value in a few words, for a sentence: `'x'`, `7`, `an array`, `a function`. */
export function describe(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (typeof value === 'string') return `'${value.length > 60 ? `${value.slice(0, 60)}…` : value}'`;
  if (Array.isArray(value)) return value.length === 0 ? 'an empty array' : 'an array';
  return typeof value === 'object' ? 'an object' : typeof value === 'function' ? 'a function' : String(value);
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function list(names: readonly string[]): string {
  return names.join(', ');
}
