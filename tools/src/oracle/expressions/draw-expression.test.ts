import { typeName } from '@isochron/expression';
import { expect, test } from 'vitest';
import { startClosure } from '../engines/closure.ts';
import { seedFor } from '../functions/run.ts';
import { Draw } from '../random/draw.ts';
import { Catalog, Validity } from './catalog.ts';
import { drawExpression } from './draw-expression.ts';
import { columnsOf, isClosed, type Node, partsOf } from './node.ts';
import { caseOfNode } from './smallest.ts';

const material = { catalog: new Catalog(false), validity: new Validity() };

function expressions(count: number): readonly Node[] {
  return Array.from({ length: count }, (_, at) => {
    const draw = new Draw(seedFor(1, `${at}`));
    return drawExpression(draw, material, draw.integer(1, 6));
  });
}

test('an expression is of the type it was drawn for', () => {
  const closure = startClosure();
  for (const node of expressions(300)) {
    const of = caseOfNode(node);
    const analyzed = closure.analyzed(of);
    if (analyzed !== null)
      expect(typeName(analyzed.type).toLowerCase(), of.text).toBe(typeName(node.type).toLowerCase());
  }
});

test('the whole is closed, its parts come before it, and their columns are among its own', () => {
  for (const node of expressions(100)) {
    expect(isClosed(node)).toBe(true);
    const parts = [...partsOf(node)];
    expect(parts.at(-1)).toBe(node);
    const names = new Set(columnsOf(node).map(({ name }) => name));
    for (const part of parts) for (const { name } of columnsOf(part)) expect(names.has(name)).toBe(true);
  }
});
