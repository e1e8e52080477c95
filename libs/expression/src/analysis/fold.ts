import { ExpressionError } from '../expression-error.ts';
import { compileTyped } from '../javascript/compile.ts';
import { fieldKey } from '../types/sql-type.ts';
import type { SqlValue } from '../value.ts';
import { mapNodes, type Typed } from './typed.ts';

/** Larger values are computed for each row rather than carried about in every text. */
const TEXT_MAX = 4096;
const ELEMENTS_MAX = 256;

/** Computes what is constant, once. A constant part that has no value (`1 / 0`) stays, and fails in the rows that ask for it. */
export const fold = (node: Typed): Typed =>
  mapNodes(node, (inner) => {
    const value = constantOf(inner);
    if (value === undefined || !isSmall(value)) return inner;
    const { type, offset, length } = inner;
    return { kind: 'constant', value, type, offset, length };
  });

const isConstant = (node: Typed): node is Typed & { kind: 'constant' } => node.kind === 'constant';

/** undefined: not constant, or without a value. */
function constantOf(node: Typed): SqlValue | undefined {
  switch (node.kind) {
    case 'array':
      return node.items.every(isConstant) ? node.items.map(({ value }) => value) : undefined;
    case 'struct': {
      const { type } = node;
      if (type.kind !== 'STRUCT' || !node.fields.every(isConstant)) return undefined;
      const values = node.fields.map(({ value }) => value);
      return Object.fromEntries(type.fields.map((field, at) => [fieldKey(field, at), values[at] ?? null]));
    }
    case 'call':
      return node.args.every(isConstant) ? evaluated(node) : undefined;
    case 'cast': {
      const inputs = [node.operand, node.format, node.zone].filter((each) => each !== null);
      return inputs.every(isConstant) ? evaluated(node) : undefined;
    }
    case 'field':
      return isConstant(node.operand) ? evaluated(node) : undefined;
    default:
      return undefined;
  }
}

function evaluated(node: Typed): SqlValue | undefined {
  try {
    return compileTyped(node, '', [])([]);
  } catch (thrown) {
    if (thrown instanceof ExpressionError) return undefined;
    throw thrown;
  }
}

function isSmall(value: SqlValue): boolean {
  if (typeof value === 'string' || value instanceof Uint8Array) return value.length <= TEXT_MAX;
  if (Array.isArray(value)) return value.length <= ELEMENTS_MAX && value.every(isSmall);
  return true;
}
