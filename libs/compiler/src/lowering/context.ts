import type { Definition, Place, TeamDefinition } from '@isochron/authoring';
import type { DialectName } from '@isochron/expression';
import type { Window } from '@isochron/thrift';
import type { Finding } from '../finding.ts';
import type { Places } from '../places.ts';
import { within } from '../places.ts';
import { parseWindow } from '../window-text.ts';
import { createLoweredBefore, type LoweredBefore } from './lowered-before.ts';

/** What a definition is called, and the path of its file in the repository; null for one that is not exported. */
export type Naming = (definition: Definition) => { readonly name: string; readonly sourceFile: string } | null;

/** What a repository says for all of its definitions. */
export interface Defaults {
  /** Of definitions that do not say theirs. */
  readonly dialect: DialectName;
  /** By their names; `default` is laid under all of them. */
  readonly teams: Readonly<Record<string, TeamDefinition>>;
}

/** What lowering one object needs and leaves beside the Thrift. Paths are those of the object's Thrift; the object's own is empty. */
export interface Lowering {
  readonly naming: Naming;
  readonly defaults: Defaults;
  readonly places: Places;
  readonly findings: readonly Finding[];
  /** What stands in more than one object of a repository. */
  readonly before: LoweredBefore;
  /** Notes where the thing at a path was written. */
  placed(path: string, place: Place): void;
  found(finding: Finding): void;
  /** Another one of the same repository, with nothing noted yet. */
  apart(): Lowering;
}

export function createLowering(naming: Naming, defaults: Defaults, before = createLoweredBefore()): Lowering {
  const places = new Map<string, Place>();
  const findings: Finding[] = [];
  return {
    naming,
    defaults,
    places,
    findings,
    before,
    placed: (path, place) => {
      places.set(path, place);
    },
    found: (finding) => {
      findings.push(finding);
    },
    apart: () => createLowering(naming, defaults, before),
  };
}

/** What a length of time is said to be in a sentence, and the code of its diagnostic. */
const lengths = {
  'bad-window': { what: 'window', mayBeNone: false },
  'bad-lag': { what: 'lag', mayBeNone: true },
  'bad-offset': { what: 'offset', mayBeNone: true },
  'bad-partition': { what: 'span of a partition', mayBeNone: false },
} as const;

/** A length of time as it was written, of no length only where it may be; null, and a finding, for any other text. */
export function lengthOf(
  text: string,
  path: string,
  code: keyof typeof lengths,
  lowering: Pick<Lowering, 'found'>,
): Window | null {
  const { what, mayBeNone } = lengths[code];
  const window = parseWindow(text);
  if (window !== null && (mayBeNone || window.length > 0)) return window;
  lowering.found({
    code,
    path,
    message: `The ${what} "${text}" is not a length of time.`,
    hint: 'Write whole minutes, hours or days: 30m, 7h or 7d.',
  });
  return null;
}

/** As {@link lengthOf}, of a field that may be left out: an object with that field, or without it. */
export function lengthField<Name extends string>(
  name: Name,
  text: string | null,
  path: string,
  code: keyof typeof lengths,
  lowering: Pick<Lowering, 'found'>,
): { readonly [Field in Name]?: Window } {
  const window = text === null ? null : lengthOf(text, within(path, name), code, lowering);
  // An object with the one computed property `name` has the type of one.
  return window === null ? {} : ({ [name]: window } as { readonly [Field in Name]?: Window });
}

/** The names whose value says something: not null, no empty list, no empty object. */
export function said<Fields extends object>(fields: Fields): Said<Fields> {
  const entries = Object.entries(fields).filter(
    ([, value]) => value !== null && value !== undefined && !(typeof value === 'object' && isEmpty(value)),
  );
  // Fields are left out or as they were.
  return Object.fromEntries(entries) as Said<Fields>;
}

/** Every field may be left out, and none is null. */
export type Said<Fields> = { readonly [Name in keyof Fields]?: Exclude<Fields[Name], null | undefined> };

const isEmpty = (value: object): boolean => Object.keys(value).length === 0;
