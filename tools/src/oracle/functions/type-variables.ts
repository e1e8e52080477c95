import { arrayOf, mapOf, type Pattern, type SqlType, scalar } from '@isochron/expression';
import type { Draw } from '../random/draw.ts';
import { elementTypeOf, textualType, typeOf } from '../random/type.ts';

/** What the variables of one signature stand for in one call, settled when they are first met. */
export class TypeVariables {
  readonly #draw: Draw;
  readonly #types: Map<string, SqlType>;
  /** Those that arrays and maps hold somewhere in the signature, which are no arrays themselves. */
  readonly #held: ReadonlySet<string>;

  constructor(draw: Draw, patterns: readonly Pattern[], settled: ReadonlyMap<string, SqlType> = new Map()) {
    this.#draw = draw;
    this.#types = new Map(settled);
    this.#held = new Set(patterns.flatMap((pattern) => heldIn(pattern, false)));
  }

  /** Whether what is settled would not make an array of arrays. */
  isPossible(): boolean {
    return [...this.#held].every((name) => this.#types.get(name)?.kind !== 'ARRAY');
  }

  /** Null for what has no type: a word, a lambda. */
  typeOf(pattern: Pattern): SqlType | null {
    switch (pattern.kind) {
      case 'exact':
        return pattern.type;
      case 'array':
        return arrayOf(this.#inside(pattern.element));
      case 'map':
        return mapOf(this.#inside(pattern.key), this.#inside(pattern.value));
      case 'variable': {
        const type = this.#types.get(pattern.name) ?? this.#drawn(pattern.name);
        this.#types.set(pattern.name, type);
        return type;
      }
      case 'any':
        return typeOf(this.#draw);
      case 'text':
        return textualType(this.#draw);
      default:
        return null;
    }
  }

  #inside(pattern: Pattern): SqlType {
    const type = this.typeOf(pattern);
    if (type === null) throw new RangeError('What an array or a map holds has a type.');
    return type;
  }

  #drawn(name: string): SqlType {
    if (name === 'NUM') return scalar(this.#draw.pick(['INT64', 'FLOAT64', 'NUMERIC', 'BIGNUMERIC']));
    return this.#held.has(name) ? elementTypeOf(this.#draw) : typeOf(this.#draw);
  }
}

function heldIn(pattern: Pattern, isHeld: boolean): readonly string[] {
  switch (pattern.kind) {
    case 'variable':
      return isHeld ? [pattern.name] : [];
    case 'array':
      return heldIn(pattern.element, true);
    case 'map':
      return [pattern.key, pattern.value].flatMap((each) => heldIn(each, true));
    case 'lambda':
      // What a lambda gives often becomes an element.
      return [...pattern.params, pattern.result].flatMap((each) => heldIn(each, true));
    default:
      return [];
  }
}

/** Whether a signature speaks of maps. */
export function speaksOfMaps(pattern: Pattern): boolean {
  switch (pattern.kind) {
    case 'map':
      return true;
    case 'array':
      return speaksOfMaps(pattern.element);
    case 'lambda':
      return [...pattern.params, pattern.result].some(speaksOfMaps);
    default:
      return false;
  }
}
