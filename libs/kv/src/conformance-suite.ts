import { afterEach, beforeEach, describe } from 'vitest';
import { ages } from './conformance/ages.ts';
import { concurrency } from './conformance/concurrency.ts';
import { conditions } from './conformance/conditions.ts';
import { model } from './conformance/model.ts';
import { mutating } from './conformance/mutating.ts';
import { reading } from './conformance/reading.ts';
import { refusals } from './conformance/refusals.ts';
import type { Subject } from './conformance/subject.ts';

export { countOnce } from './conformance/concurrency.ts';
export { type Subject, TABLE } from './conformance/subject.ts';

/** What the port's contract says, as tests of an adapter. `create` makes a fresh place without tables for each test. */
export function storeConformance(name: string, create: () => Promise<Subject>): void {
  describe(`${name} is a key-value store`, () => {
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
    describe('reading', () => reading(current));
    describe('mutating', () => mutating(current));
    describe('conditions', () => conditions(current));
    describe('ages', () => ages(current));
    describe('refusals', () => refusals(current));
    describe('concurrency', () => concurrency(current));
    describe('against a naive model', () => model(current));
  });
}
