import { within } from '../places.ts';
import type { Rule } from './rule.ts';

/** A step of a backfill computes a day at least. */
export const stepDays: Rule = ({ root: object }, report) => {
  const days = object.thrift.metaData?.executionInfo?.stepDays;
  if (days === undefined || days >= 1) return;
  report({
    code: 'bad-step-days',
    path: within(object.path, 'metaData.executionInfo.stepDays'),
    message: `Steps of ${days} days compute nothing.`,
    hint: 'Write stepDays: 1 or more, or leave it out.',
  });
};
