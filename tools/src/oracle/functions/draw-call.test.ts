import { expect, test } from 'vitest';
import { hasMap, standalone } from '../case.ts';
import { Draw } from '../random/draw.ts';
import { caseOf } from './call.ts';
import { drawCall, type Style } from './draw-call.ts';
import { seedFor } from './run.ts';
import { subjects } from './subject.ts';

const styles: readonly Style[] = ['columns', 'mixed', 'literals'];

test('every signature of the registry can be called, with hints that are known', () => {
  for (const subject of subjects()) {
    const draw = new Draw(seedFor(1, subject.name + subject.signature));
    for (let count = 0; count < 60; count++) {
      const style = styles[count % 3] ?? 'columns';
      const call = drawCall(draw, subject, style);
      const of = caseOf(call);
      expect(standalone(of), subject.name).not.toContain('\0');
      if (style === 'literals') expect(of.columns.filter(({ type }) => !hasMap(type))).toEqual([]);
    }
  }
});
