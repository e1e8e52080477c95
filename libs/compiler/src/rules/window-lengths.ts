import { DAY_MS, hopMs, MINUTE_MS } from '@isochron/aggregation';
import { windowText } from '../window-text.ts';
import type { Rule } from './rule.ts';

const SHORTEST_MS = 5 * MINUTE_MS;

/** A window is at least 5 minutes, a multiple of the hop its tail moves in, and whole days where features are as of midnight. */
export const windowLengths: Rule = (scope, report) => {
  for (const { features, accuracy } of scope.groupBys) {
    for (const { path, window, spec } of features) {
      const length = spec.windowMs;
      if (length === null) continue;
      const text = windowText(window);
      const hop = hopMs(length);
      if (accuracy === 'SNAPSHOT' && length % DAY_MS !== 0) {
        const message = `The window ${text} is not whole days, and the features of a SNAPSHOT group-by are as of midnight.`;
        const hint = "Write whole days, such as 1d, or accuracy: 'temporal'.";
        report({ code: 'bad-window', path, message, hint });
      } else if (length < SHORTEST_MS) {
        const hint = 'The shortest window is 5m.';
        report({ code: 'bad-window', path, message: `The window ${text} is shorter than 5 minutes.`, hint });
      } else if (length % hop !== 0) {
        const hopText = hop === DAY_MS ? 'a day' : hop === DAY_MS / 24 ? 'an hour' : '5 minutes';
        const range =
          hop === DAY_MS ? '12 days or more' : hop === DAY_MS / 24 ? '12 hours or more' : 'less than 12 hours';
        const message = `The window ${text} is not a multiple of ${hopText}.`;
        report({
          code: 'bad-window',
          path,
          message,
          hint: `The tail of a window of ${range} moves in steps of ${hopText}.`,
        });
      }
    }
  }
};
