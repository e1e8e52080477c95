import type { CheckedJoin, CheckedLabel } from '../checking/checked.ts';
import type { Report } from '../finding.ts';
import { windowText } from '../window-text.ts';
import type { Rule } from './rule.ts';

/** A label is what happened from one instant after a row to a later one, and it is never served. */
export const labelParts: Rule = (scope, report) => {
  for (const join of scope.joins) for (const label of join.labels) checkLabel(label, join, report);
};

function checkLabel({ path, part, fromMs, toMs }: CheckedLabel, { left }: CheckedJoin, report: Report): void {
  const about = { code: 'label-part', path } as const;
  const { groupBy } = part;
  if (fromMs !== null && fromMs < 0) {
    report({
      ...about,
      message: 'This label begins before its row.',
      hint: 'What is known before a row is a feature: make it a part.',
    });
  }
  if (toMs === null) {
    report({
      ...about,
      message: 'This label has no end.',
      hint: "Write to: '24h', how long after the row it is settled.",
    });
  } else if (fromMs !== null && toMs <= fromMs) {
    report({ ...about, message: 'This label ends before it begins.', hint: "Write from: '0h', to: '24h'." });
  }
  if (left.model === 'entities') {
    const hint = 'Read events on the left.';
    report({ ...about, message: 'Labels follow the instant of a row, and entities on the left have none.', hint });
  }
  if (groupBy.sources.some(({ model }) => model === 'entities')) {
    const message = `A label is made of what happened, and ${groupBy.name} reads entities.`;
    report({ ...about, message, hint: 'Read events.' });
  }
  for (const { path: at, window, spec } of groupBy.features) {
    if (spec.windowMs === null || toMs === null || fromMs === null || spec.windowMs === toMs - fromMs) continue;
    const message = `The window ${windowText(window)} of ${spec.name} is not the span of this label.`;
    report({
      code: 'label-part',
      path: at,
      message,
      hint: 'Leave the window out: a label has the span that from and to say.',
    });
  }
}
