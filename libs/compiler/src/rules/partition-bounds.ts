import { sourcesOf } from '../checked.ts';
import type { Rule } from './rule.ts';

/** Start and end are days that exist, in order. */
export const partitionBounds: Rule = (object, report) => {
  for (const { path, events } of sourcesOf(object)) {
    const { startPartition, endPartition, partitionFormat } = events?.query ?? {};
    if (partitionFormat !== undefined && partitionFormat !== 'yyyy-MM-dd') continue;
    const bounds = [
      ['startPartition', startPartition, 'start'],
      ['endPartition', endPartition, 'end'],
    ] as const;
    for (const [field, day, what] of bounds) {
      if (day === undefined || isDay(day)) continue;
      const message = `The ${what} "${day}" is not a day.`;
      report({ code: 'bad-day', path: `${path}.events.query.${field}`, message, hint: 'Write it as 2001-06-30.' });
    }
    if (startPartition === undefined || endPartition === undefined || startPartition <= endPartition) continue;
    const message = `The start ${startPartition} is after the end ${endPartition}.`;
    report({ code: 'start-after-end', path: `${path}.events.query.startPartition`, message, hint: 'Exchange them.' });
  }
};

function isDay(text: string): boolean {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
