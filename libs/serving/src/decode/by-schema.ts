import type { AvroSchema } from '@isochron/avro';
import { LRUCache } from 'lru-cache';

/** How many texts of schemas are remembered beside the schemas that somebody holds. */
const TEXTS_MAX = 64;

/**
 * What is compiled of writers' schemas: once for each schema that is held, however many there are, and once for all that say the same, as far as that is
 * remembered. Datasets without number may be read by one reader, each with a schema of its own, so nothing here is given up while its schema is in use.
 */
export class BySchema<T> {
  readonly #compile: (schema: AvroSchema) => T;
  readonly #held = new WeakMap<object, T>();
  readonly #texts = new LRUCache<string, { readonly made: T }>({ max: TEXTS_MAX });

  constructor(compile: (schema: AvroSchema) => T) {
    this.#compile = compile;
  }

  /** Throws what compiling throws, each time anew. */
  of(schema: AvroSchema): T {
    if (typeof schema !== 'object') return this.#ofText(schema);
    const held = this.#held.get(schema);
    if (held !== undefined) return held;
    const made = this.#ofText(schema);
    this.#held.set(schema, made);
    return made;
  }

  #ofText(schema: AvroSchema): T {
    const text = JSON.stringify(schema);
    const known = this.#texts.get(text);
    if (known !== undefined) return known.made;
    const made = this.#compile(schema);
    this.#texts.set(text, { made });
    return made;
  }
}
