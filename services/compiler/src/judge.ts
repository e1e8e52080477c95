import {
  type Change,
  checkSet,
  type DefinitionObject,
  type Diagnostic,
  diff,
  lineageOf,
  objectOfFile,
  readObject,
  unsafeChanges,
} from '@isochron/compiler';
import { type DialectName, dialectNames } from '@isochron/expression';
import { type ObjectSummary, objectHash } from '@isochron/metadata';
import { IsochronError } from '@isochron/schema';
import { problemText } from '@isochron/thrift';
import { summaryOf } from './summary.ts';

/** What is to be judged, as plain data: it crosses to a thread of its own. */
export interface Case {
  /** The published set; null where nothing is, or where it is not to be compared with. */
  readonly before: readonly TextFile[] | null;
  readonly after: readonly TextFile[];
  /** What expressions are written in where their object does not say it. */
  readonly dialect: DialectName;
}

export interface TextFile {
  readonly file: string;
  readonly json: string;
}

export interface Judgement {
  /** What is wrong with the set by itself; without errors it could be published. */
  readonly diagnostics: readonly Diagnostic[];
  /** Against the published set; null if there was none to compare with, or the set has errors. */
  readonly difference: Difference | null;
  /** What objects can be found by, and where they come from, by hash; none if the set has errors. */
  readonly known: ReadonlyMap<string, KnownObject>;
}

export interface Difference {
  readonly changes: readonly Change[];
  readonly unchanged: number;
  /** What online callers would notice. */
  readonly unsafe: readonly Diagnostic[];
}

export interface KnownObject {
  readonly summary: ObjectSummary;
  /** An `ObjectLineage` as JSON. */
  readonly lineage: string;
}

/** Reads, checks and compares compiled definitions: Thrift-JSON only, nothing of an author's is run. A function of its argument. */
export function judge({ before, after, dialect }: Case): Judgement {
  const { objects, diagnostics: unreadable } = readSet(after);
  const written = objects.map((object) => ({ object }));
  // Tables and their columns are the warehouse's, which this service does not see; what is said holds of any.
  const diagnostics = [...unreadable, ...checkSet(written, null, { dialect }).diagnostics];
  if (hasErrors(diagnostics)) return { diagnostics, difference: null, known: new Map() };
  return {
    diagnostics,
    difference: before === null ? null : differenceOf(before, objects, dialect),
    known: knownOf(after, objects, dialect),
  };
}

export const hasErrors = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some(({ severity }) => severity === 'error');

/** The dialect of a request; empty: GoogleSQL. */
export function dialectOfText(text: string): DialectName {
  const found = text === '' ? 'googlesql' : dialectNames.find((name) => name === text);
  if (found !== undefined) return found;
  throw new IsochronError(
    'INVALID_ARGUMENT',
    `The dialect is ${JSON.stringify(text.slice(0, 40))}; it must be one of ${dialectNames.join(', ')}.`,
  );
}

interface ReadSet {
  readonly objects: readonly DefinitionObject[];
  readonly diagnostics: readonly Diagnostic[];
}

function readSet(files: readonly TextFile[]): ReadSet {
  const read = files.map(readFile);
  return {
    objects: read.flatMap(({ object }) => (object === null ? [] : [object])),
    diagnostics: read.flatMap(({ diagnostics }) => diagnostics),
  };
}

function readFile({ file, json }: TextFile): {
  readonly object: DefinitionObject | null;
  readonly diagnostics: readonly Diagnostic[];
} {
  const named = objectOfFile(file);
  if (named === null) {
    return refused(
      file,
      'unknown-file',
      `${file} is not the path of a compiled file.`,
      'It is compiled/{kind}/{team}/{name}, as isochron compile writes it.',
    );
  }
  const reading = readObject(named.kind, json, named.name);
  if (reading.kind === 'refused') {
    const faults = reading.problems.map(problemText).join('; ');
    return refused(
      named.name,
      'not-thrift',
      `${file} is not a ${named.kind} as Thrift-JSON: ${faults}.`,
      'Publish what isochron compile wrote.',
    );
  }
  if (reading.value.name === named.name) return { object: reading.value, diagnostics: [] };
  return refused(
    named.name,
    'other-name',
    `${file} holds the definition ${reading.value.name}.`,
    'Its path and the name in its metadata must be the same.',
  );
}

const refused = (object: string, code: Diagnostic['code'], message: string, hint: string) => ({
  object: null,
  diagnostics: [{ code, severity: 'error', object, place: null, path: '', sql: null, message, hint } as const],
});

function differenceOf(
  before: readonly TextFile[],
  objects: readonly DefinitionObject[],
  dialect: DialectName,
): Difference {
  // What is published was read when it was published; what a later version of ours cannot read counts as not there.
  const difference = diff(readSet(before).objects, objects, dialect);
  const { changes, unchanged } = difference;
  return { changes, unchanged: unchanged.length, unsafe: unsafeChanges(difference) };
}

function knownOf(
  files: readonly TextFile[],
  objects: readonly DefinitionObject[],
  dialect: DialectName,
): ReadonlyMap<string, KnownObject> {
  const lineages = new Map(lineageOf(objects, dialect).objects.map((each) => [each.file, each]));
  const byFile = files.map(({ file, json }, index): readonly [string, KnownObject] | null => {
    const object = objects[index];
    if (object === undefined) return null;
    const lineage = JSON.stringify(lineages.get(file) ?? null);
    return [objectHash(json), { summary: summaryOf(object, dialect), lineage }];
  });
  return new Map(byFile.filter((each) => each !== null));
}
