import type { JsonValue } from '@isochron/thrift';

/** What is known of a case before it is run. */
export interface Subject {
  /** The name of its file, without `.jsonl.gz`. */
  readonly file: string;
  readonly kind: string;
  /** Null where the case is about no operation. */
  readonly operation: string | null;
}

/** What `--without` left out, and how much of it. */
export class Exclusion {
  readonly #counts: Map<string, number>;

  constructor(without: readonly string[]) {
    this.#counts = new Map(without.map((what) => [what, 0]));
  }

  /** True if the case is to be left out, which is counted. */
  leavesOut(subject: Subject): boolean {
    const what = [...this.#counts.keys()].find((word) => covers(word, subject));
    if (what === undefined) return false;
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + 1);
    return true;
  }

  /** In the order of the command line; a word that met nothing is there with 0. */
  counts(): ReadonlyMap<string, number> {
    return this.#counts;
  }
}

function covers(word: string, { file, kind, operation }: Subject): boolean {
  if (word === file || word === kind || word === operation) return true;
  return word === 'sketches' && operation !== null && operation.startsWith('APPROX_');
}

/** The operation a case is about: its `op`, or that of its input. */
export function operationOfCase(from: { readonly [field: string]: JsonValue }): string | null {
  if (typeof from['op'] === 'string') return from['op'];
  const input = from['input'];
  const inner = typeof input === 'object' && input !== null && 'op' in input ? input['op'] : null;
  return typeof inner === 'string' ? inner : null;
}
