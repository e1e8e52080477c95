import { Json, type JsonNode } from '@isochron/expression';
import type { Draw } from './draw.ts';
import { float64Edges, int64Edges } from './edges.ts';
import { stringOf } from './string.ts';

const KEYS = ['a', 'b', 'c', 'a', 'b', 'A', '', 'a.b', 'a b', "it's", '"', '0', 'é', '$', 'null'];
const FINITE = float64Edges.filter((each) => Number.isFinite(each) && !Number.isInteger(each));

/** A JSON value, members named so that the paths of hints often find one. */
export const jsonOf = (draw: Draw): Json => new Json(node(draw, 3));

function node(draw: Draw, depth: number): JsonNode {
  const scalar = (): JsonNode =>
    draw.either<JsonNode>(
      [1, () => null],
      [2, () => draw.chance(500)],
      [4, () => BigInt(draw.integer(-20, 200))],
      [1, () => draw.pick(int64Edges)],
      [1, () => draw.bigint(2n ** 63n - 2n, 2n ** 64n - 1n)],
      [2, () => draw.pick(FINITE)],
      [1, () => draw.pick([1.5, 2, 1e20, -0, 100, 0.1])],
      [4, () => stringOf(draw, 5)],
      [1, () => draw.pick(['true', '10', '-1.5', '1e3', 'null', '', '\n\u0001"\\/', '😀', 'nan', '2024-02-29'])],
    );
  if (depth === 0) return scalar();
  return draw.either<JsonNode>(
    [3, scalar],
    [2, () => draw.list(0, 3, () => node(draw, depth - 1))],
    [3, () => new Map(draw.list(0, 3, () => [draw.pick(KEYS), node(draw, depth - 1)] as const))],
  );
}
