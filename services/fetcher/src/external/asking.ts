import type { ExternalPlan } from '@isochron/compiler';
import { type Field, getValue, type Value, type Vector } from '@isochron/schema';
import { KeyEncoder } from '@isochron/serving';

/** One key of a request, and the rows that have it. */
export interface AskedKey {
  /** Tells apart what is asked: which fields of which key. */
  readonly identity: string;
  readonly values: readonly Value[];
  readonly rows: number[];
}

/** What a Join asks of a service, settled once. */
export class Asking {
  /** By the service's names. */
  readonly keys: readonly Field[];
  readonly fields: readonly Field[];
  readonly #encoder: KeyEncoder;
  readonly #kind: string;

  /** `kind`: the same for all that ask the same fields by the same keys. */
  constructor({ keys, outputs }: ExternalPlan, kind: string) {
    this.keys = keys.map(({ right, type }) => ({ name: right, type }));
    this.fields = outputs.map(({ field, type }) => ({ name: field, type }));
    this.#kind = kind;
    this.#encoder = new KeyEncoder(
      this.keys,
      keys.map(({ left }) => left),
    );
  }

  /**
   * The keys of a request, each once. Rows with a null part have none. INVALID_ARGUMENT where a column is missing or not of its type.
   */
  keysOf(columns: ReadonlyMap<string, Vector>, rows: number): readonly AskedKey[] {
    const vectors = this.#encoder.columns(columns);
    const asked = new Map<string, AskedKey>();
    for (let row = 0; row < rows; row++) {
      const length = this.#encoder.encode(vectors, row);
      if (length < 0) continue;
      const { buffer, byteOffset } = this.#encoder.bytes;
      const identity = this.#kind + Buffer.from(buffer, byteOffset, length).toString('latin1');
      const known = asked.get(identity);
      if (known !== undefined) known.rows.push(row);
      else asked.set(identity, { identity, values: this.#valuesAt(vectors, row), rows: [row] });
    }
    return [...asked.values()];
  }

  #valuesAt(vectors: readonly Vector[], row: number): readonly Value[] {
    return vectors.map((vector, key) => getValue((this.keys[key] as Field).type, vector, row));
  }
}
