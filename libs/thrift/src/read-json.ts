import type { StructDescriptor } from './descriptor.ts';
import { bothReadings, type Fork } from './fork.ts';
import { JsonReader, type ReadingProblem } from './json-reader.ts';
import { type JsonValue, nestsDeeper, parseJson } from './json-value.ts';

/** What became of a reading: the value, or everything that is wrong with the JSON. */
export type Reading<T> =
  | {
      readonly kind: 'read';
      readonly value: T;
      /** Paths of fields that the descriptor does not have. They are kept with the value, and written back with it. */
      readonly unknownFields: readonly string[];
      /** The fork that compiled the file: as chosen, or recognised with certainty; null where nothing tells, and nothing depends on it. */
      readonly fork: Fork | null;
    }
  | { readonly kind: 'refused'; readonly problems: readonly ReadingProblem[] };

/** `path: message`, as a person reads it. */
export function problemText(problem: ReadingProblem): string {
  return problem.path === '' ? problem.message : `${problem.path}: ${problem.message}`;
}

export interface ReadingOptions {
  /**
   * Which fork compiled the file. Without it the fork is recognised by fields that only one has; where none is there, a number that means two things is a
   * problem that names both.
   */
  readonly fork?: Fork;
}

/** Reads simple JSON from text. Text that is not JSON, or nests deeper than {@link nestingMax}, is a problem of the whole. */
export function readJson<T>(struct: StructDescriptor<T>, text: string, options: ReadingOptions = {}): Reading<T> {
  try {
    return fromJson(struct, parseJson(text), options);
  } catch (error) {
    if (error instanceof RangeError) return tooDeep;
    if (!(error instanceof SyntaxError)) throw error;
    return { kind: 'refused', problems: [{ path: '', message: `This is not JSON: ${error.message}` }] };
  }
}

/** Objects and lists in one another. Definitions have some thirty; what is deeper is an attempt to exhaust the stack. */
export const nestingMax = 500;

const tooDeep: Reading<never> = {
  kind: 'refused',
  problems: [{ path: '', message: `The JSON nests deeper than ${nestingMax} levels` }],
};

/**
 * Reads simple JSON as {@link toJson} writes it, and more: enums also by name, booleans also as `true` and `false`, 64-bit integers
 * also as text. A field that is null is unset. What the descriptor does not have is kept with the value, at any depth. Parse text with
 * {@link parseJson}, or large integers have lost digits before they come here.
 */
export function fromJson<T>(struct: StructDescriptor<T>, json: JsonValue, options: ReadingOptions = {}): Reading<T> {
  if (nestsDeeper(json, nestingMax)) return tooDeep;
  const reader = new JsonReader(options.fork ?? 'zipline');
  const value = reader.struct(struct, json, '');
  const fork = options.fork ?? reader.evidence.fork;
  // Only now it is known whether the numbers were read as what they are.
  if (options.fork === undefined && fork === 'airbnb' && reader.disputed.length > 0) {
    return fromJson(struct, json, { fork });
  }
  const problems = [...reader.problems, ...(fork === null ? ambiguities(reader) : [])];
  if (problems.length > 0) return { kind: 'refused', problems };
  // Without a problem every field was read by its descriptor, which is what the type T is generated from.
  return { kind: 'read', value: value as T, unknownFields: reader.unknownFields, fork };
}

/** A number that means two things is never read as one of them by guess. */
function ambiguities({ disputed, evidence }: JsonReader): readonly ReadingProblem[] {
  return disputed.map(({ path, enumName, number }) => ({
    path,
    message: `${bothReadings(enumName, number)}, and ${evidence.lack}; say which fork compiled it`,
  }));
}
