import { createVector, type DataType, type Vector, type VectorKind, vectorKind } from '@isochron/schema';

/** Of each kind. */
const VECTORS_MAX = 8_192;

/** Vectors of one row that nobody has, which cost more to make than all else of an answer. What they hold is whatever they held. */
export class SpareVectors {
  readonly #free: Readonly<Record<VectorKind, Vector[]>> = { ints: [], longs: [], doubles: [], values: [] };

  take(type: DataType): Vector {
    return this.#free[vectorKind(type)].pop() ?? createVector(type, 1);
  }

  give(vectors: Iterable<Vector>): void {
    for (const vector of vectors) {
      const free = this.#free[vector.kind];
      if (free.length < VECTORS_MAX) free.push(vector);
    }
  }
}
