import type { Place } from './definition.ts';
import { DefinitionError } from './definition-error.ts';
import { describe, isRecord, isText } from './written-value.ts';

/**
 * Reads the options of one call as a caller without types may have written them. Every fault is kept and all are thrown together by
 * `finish`; until then a faulty option reads as an empty value of its type. Options left out, `undefined` and `null` are the same.
 */
export interface OptionReader {
  given(name: string): boolean;
  text(name: string): string;
  optionalText(name: string): string | null;
  texts(name: string): readonly string[];
  /** null when it is left out. */
  optionalTexts(name: string): readonly string[] | null;
  textByName(name: string): Readonly<Record<string, string>>;
  /** An object of arrays whose elements `accepts` takes. */
  valuesByName<Accepted>(
    name: string,
    expected: string,
    accepts: (value: unknown) => value is Accepted,
  ): Readonly<Record<string, readonly Accepted[]>>;
  /** `{ common: { A: '1' }, backfill: { A: '2' } }`. */
  textByNameByName(name: string): Readonly<Record<string, Readonly<Record<string, string>>>>;
  wholeNumber(name: string): number;
  optionalWholeNumber(name: string): number | null;
  wholeNumbers(name: string): readonly number[];
  /** A number from 0 to 100. */
  optionalPercent(name: string): number | null;
  numberByName(name: string): Readonly<Record<string, number>>;
  /** False when it is left out. */
  flag(name: string): boolean;
  optionalFlag(name: string): boolean | null;
  oneOf<const Choice extends string>(name: string, choices: readonly Choice[]): Choice | null;
  /** The option if `accepts` takes it, else null and a fault that says what was expected. */
  value<Accepted>(name: string, expected: string, accepts: (value: unknown) => value is Accepted): Accepted | null;
  /** As `value`, of an option that may be left out. */
  optionalValue<Accepted>(
    name: string,
    expected: string,
    accepts: (value: unknown) => value is Accepted,
  ): Accepted | null;
  /** The elements that `accepts` takes; at least one is expected. */
  values<Accepted>(name: string, expected: string, accepts: (value: unknown) => value is Accepted): readonly Accepted[];
  /** As `values`, of which there may be none. */
  arrayOf<Accepted>(
    name: string,
    expected: string,
    accepts: (value: unknown) => value is Accepted,
  ): readonly Accepted[];
  /** As `values`, of an option that may be left out or empty. */
  optionalValues<Accepted>(
    name: string,
    expected: string,
    accepts: (value: unknown) => value is Accepted,
  ): readonly Accepted[];
  /** An option that has options of its own; one that is left out reads as one without any. */
  group(name: string, names: readonly string[]): OptionReader;
  /** As `group`; null when it is left out. */
  optionalGroup(name: string, names: readonly string[]): OptionReader | null;
  /** An option whose every property has these options. */
  groupByName<Read>(
    name: string,
    names: readonly string[],
    read: (group: OptionReader) => Read,
  ): Readonly<Record<string, Read>>;
  /** An option whose every property is one of the choices. */
  oneOfByName<const Choice extends string>(name: string, choices: readonly Choice[]): Readonly<Record<string, Choice>>;
  /** Says that something is wrong which no method here finds: `what` follows the name of the call. */
  fault(what: string): void;
  /** Throws a {@link DefinitionError} with every fault found, if there is one. */
  finish(): void;
}

/** `call` is the function the author called, `names` all the options it has; any other is a fault, never ignored. */
export function readOptions(call: string, place: Place, options: unknown, names: readonly string[]): OptionReader {
  const faults: string[] = [];
  if (!isRecord(options)) faults.push(`${call} takes an object with ${list(names)}, not ${describe(options)}.`);
  return createReader({ call, place, faults, path: '', written: isRecord(options) ? options : {}, names });
}

interface Reading {
  readonly call: string;
  readonly place: Place;
  /** Of the whole call: readers of groups write to the same. */
  readonly faults: string[];
  /** What stands before the names: `run.`. */
  readonly path: string;
  readonly written: Readonly<Record<string, unknown>>;
  readonly names: readonly string[];
}

function createReader(reading: Reading): OptionReader {
  const { call, place, faults, path, written, names } = reading;
  const fault = (name: string, expected: string, value = written[name]): void => {
    faults.push(`${call}: '${path}${name}' must be ${expected}, not ${describe(value)}.`);
  };
  const given = (name: string): boolean => written[name] !== undefined && written[name] !== null;
  const owner = path === '' ? 'it' : path.slice(0, -1);
  for (const name of Object.keys(written)) {
    if (!names.includes(name)) faults.push(`${call} has no option '${path}${name}'; ${owner} has ${list(names)}.`);
  }

  /** An option that may be left out: null then, and where `accepts` does not take it. */
  const optional = <Accepted>(
    name: string,
    expected: string,
    accepts: (value: unknown) => value is Accepted,
  ): Accepted | null => {
    const value = written[name];
    if (accepts(value)) return value;
    if (given(name)) fault(name, expected);
    return null;
  };

  const record = <Read>(name: string, expected: string, read: (value: unknown, key: string) => Read | undefined) => {
    const entries = Object.entries(optional(name, expected, isRecord) ?? {});
    // Not built by assignment: a name like __proto__ is an own property here, as it was where it was written.
    return Object.fromEntries(
      entries.flatMap(([key, value]) => {
        const held = read(value, key);
        return held === undefined ? [] : [[key, held] as const];
      }),
    );
  };

  /** An object, each property of which `accepts` takes. */
  const recordOf = <Accepted>(
    name: string,
    what: string,
    each: string,
    accepts: (value: unknown) => value is Accepted,
  ): Readonly<Record<string, Accepted>> =>
    record(name, what, (value, key) => {
      if (accepts(value)) return value;
      fault(`${name}.${key}`, each, value);
      return undefined;
    });

  const textByName = (name: string) => recordOf(name, 'an object of strings', 'a string', isText);

  const group = (name: string, inner: readonly string[]): OptionReader => {
    const value = optional(name, `an object with ${list(inner)}`, isRecord) ?? {};
    return createReader({ ...reading, path: `${path}${name}.`, written: value, names: inner });
  };

  const optionalValues: OptionReader['optionalValues'] = (name, expected, accepts) => [
    ...(optional(name, `an array of ${expected}`, areAll(accepts)) ?? []),
  ];

  return {
    given,
    text(name) {
      if (!given(name)) fault(name, 'a string');
      return optional(name, 'a string', isText) ?? '';
    },
    optionalText: (name) => optional(name, 'a string', isText),
    texts: (name) => [...(optional(name, 'an array of strings', areTexts) ?? [])],
    optionalTexts(name) {
      if (!given(name)) return null;
      return [...(optional(name, 'an array of strings', areTexts) ?? [])];
    },
    textByName,
    valuesByName: (name, expected, accepts) =>
      recordOf(name, `an object of arrays of ${expected}`, `an array of ${expected}`, areAll(accepts)),
    textByNameByName: (name) =>
      record(name, 'an object of objects of strings', (value, key) => {
        if (isRecord(value)) return group(name, Object.keys(optional(name, '', isRecord) ?? {})).textByName(key);
        fault(`${name}.${key}`, 'an object of strings', value);
        return undefined;
      }),
    wholeNumber(name) {
      if (!given(name)) fault(name, WHOLE);
      return optional(name, WHOLE, isWhole) ?? 0;
    },
    optionalWholeNumber: (name) => optional(name, WHOLE, isWhole),
    wholeNumbers: (name) => [...(optional(name, `an array, each element ${WHOLE}`, areWhole) ?? [])],
    optionalPercent: (name) => optional(name, 'a number from 0 to 100', isPercent),
    numberByName: (name) => recordOf(name, 'an object of numbers', 'a number', isNumber),
    flag: (name) => optional(name, 'true or false', isFlag) ?? false,
    optionalFlag: (name) => optional(name, 'true or false', isFlag),
    oneOf: (name, choices) => optional(name, oneOfText(choices), isOneOf(choices)),
    value(name, expected, accepts) {
      if (!given(name)) fault(name, expected);
      return optional(name, expected, accepts);
    },
    optionalValue: optional,
    values(name, expected, accepts) {
      const value = written[name];
      if (Array.isArray(value) && value.length > 0 && value.every(accepts)) return [...value];
      fault(name, `an array of ${expected}, at least one`);
      return [];
    },
    arrayOf(name, expected, accepts) {
      if (!given(name)) fault(name, `an array of ${expected}`);
      return optionalValues(name, expected, accepts);
    },
    optionalValues,
    group,
    groupByName(name, inner, read) {
      const keys = Object.keys(optional(name, 'an object of objects', isRecord) ?? {});
      const each = group(name, keys);
      return Object.fromEntries(keys.map((key) => [key, read(each.group(key, inner))]));
    },
    optionalGroup: (name, inner) => (given(name) ? group(name, inner) : null),
    oneOfByName: (name, choices) => recordOf(name, 'an object', oneOfText(choices), isOneOf(choices)),
    fault: (what) => {
      faults.push(`${call}: ${what}`);
    },
    finish() {
      if (faults.length > 0) throw new DefinitionError(place, faults);
    },
  };
}

const WHOLE = 'a whole number, 0 or greater';

const areAll =
  <Accepted>(accepts: (value: unknown) => value is Accepted) =>
  (value: unknown): value is readonly Accepted[] =>
    Array.isArray(value) && value.every(accepts);
const isOneOf =
  <Choice>(choices: readonly Choice[]) =>
  (value: unknown): value is Choice =>
    choices.some((choice) => choice === value);
const areTexts = areAll(isText);
const isFlag = (value: unknown): value is boolean => typeof value === 'boolean';
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const isPercent = (value: unknown): value is number => isNumber(value) && value >= 0 && value <= 100;
const isWhole = (value: unknown): value is number => isNumber(value) && Number.isSafeInteger(value) && value >= 0;
const areWhole = areAll(isWhole);

const oneOfText = (choices: readonly string[]): string => choices.map((choice) => `'${choice}'`).join(' or ');
const list = (names: readonly string[]): string => names.join(', ');
