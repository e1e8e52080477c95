import { afterEach, beforeEach, describe } from 'vitest';
import { concurrency } from './conformance/concurrency.ts';
import { dialects } from './conformance/dialects.ts';
import { folding } from './conformance/folding.ts';
import { loading } from './conformance/loading.ts';
import { reading } from './conformance/reading.ts';
import type { Subject } from './conformance/subject.ts';

export type { Subject } from './conformance/subject.ts';

/** What the port's contract says, as tests of an adapter. `create` makes a fresh place without tables for each test. */
export function warehouseConformance(name: string, create: () => Promise<Subject>): void {
  describe(`${name} is a warehouse`, () => {
    let subject: Subject | undefined;
    const current = (): Subject => {
      if (subject === undefined) throw new Error('There is no subject outside a test.');
      return subject;
    };
    beforeEach(async () => {
      subject = await create();
    });
    afterEach(async () => {
      await subject?.dispose();
    });
    describe('loading', () => loading(current));
    describe('reading', () => reading(current));
    describe('dialects', () => dialects(current));
    describe('folding', () => folding(current));
    describe('concurrency', () => concurrency(current));
  });
}
