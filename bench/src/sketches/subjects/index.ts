import type { AccuracySubject, SpeedSubject } from '../subject.ts';
import { distinctAccuracy, distinctSpeed } from './distinct.ts';
import { frequentItemsAccuracy, frequentItemsSpeed } from './frequent-items.ts';
import { kllAccuracy, kllSpeed } from './kll.ts';

/** All that is timed; the Java contender has each name too. */
export const speedSubjects: readonly SpeedSubject[] = [...kllSpeed, ...frequentItemsSpeed, ...distinctSpeed];

export const accuracySubjects: readonly AccuracySubject[] = [
  ...kllAccuracy,
  ...frequentItemsAccuracy,
  ...distinctAccuracy,
];
